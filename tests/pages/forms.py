"""The forms of a page, as a person fills them in."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

#: Kinds of controls into which nobody types, or whose text must not come back.
UNTYPED = {"hidden", "submit", "button", "checkbox", "radio", "file", "password", "range"}


@dataclass
class Form:
    """Where a form goes, what it sends by itself, and where a person types."""

    action: str
    sent: dict = field(default_factory=dict)
    typed: list = field(default_factory=list)


@dataclass
class Forms(HTMLParser):
    """Collects the forms of a page that change something."""

    path: str
    found: list = field(default_factory=list)
    within: Form | None = None
    #: For each fieldset that is open here: whether it is switched off.
    off: list = field(default_factory=list)

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "form":
            is_post = said.get("method", "").lower() == "post"
            self.within = Form(said.get("action") or self.path) if is_post else None
            self.found += [self.within] if is_post else []
        if tag == "fieldset":
            self.off.append("disabled" in said)
        is_open = not any(self.off) and "readonly" not in said and "disabled" not in said
        if self.within and said.get("name") and is_open:
            self._control(tag, said)

    def handle_endtag(self, tag):
        if tag == "form":
            self.within = None
        elif tag == "fieldset" and self.off:
            self.off.pop()

    def _control(self, tag, said):
        is_text = tag == "input" and said.get("type", "text") not in UNTYPED
        if is_text or tag == "textarea":
            self.within.typed.append(said["name"])
        elif tag == "select" or said.get("type") in ("radio", "checkbox"):
            self.within.sent[said["name"]] = "没有这个选项"
        elif tag == "button":
            self.within.sent.setdefault(said["name"], said.get("value", ""))  # Enter presses one
        elif said["name"] != "csrfmiddlewaretoken" and said.get("type") != "file":
            self.within.sent[said["name"]] = said.get("value", "")


def forms_of(path, html):
    """Return the forms of a page in which a person types."""
    reader = Forms(path)
    reader.feed(html)
    return [form for form in reader.found if form.typed]
