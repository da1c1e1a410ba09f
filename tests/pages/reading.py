"""A page as the checks read it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

LABELLED = {"input", "select", "textarea"}
SILENT = {"hidden", "submit", "button", "image"}
VOID = {"input", "br", "img", "meta", "link", "hr", "wbr", "source", "use", "path"}


@dataclass
class Page(HTMLParser):
    """What a page holds: headings, ids, controls and their labels, handlers, text."""

    title: str = ""
    headings: list = field(default_factory=list)
    ids: list = field(default_factory=list)
    described: list = field(default_factory=list)
    controls: list = field(default_factory=list)
    labels: set = field(default_factory=set)
    handlers: list = field(default_factory=list)
    inline_scripts: int = 0
    open_labels: int = 0
    within: list = field(default_factory=list)

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.ids += [said["id"]] if "id" in said else []
        self.described += said.get("aria-describedby", "").split()
        self.handlers += [f"{tag} {name}" for name, _v in attrs if name.startswith("on")]
        is_data = said.get("type") == "application/json"
        self.inline_scripts += tag == "script" and "src" not in said and not is_data
        self.within += [] if tag in VOID else [tag]
        if tag == "label":
            self.labels.add(said.get("for"))
        if tag in LABELLED and said.get("type") not in SILENT:
            named = "label" in self.within or {"aria-label", "aria-labelledby"} & said.keys()
            self.controls.append((said.get("name"), said.get("id"), bool(named)))
        if tag == "h1":
            self.headings.append("")

    def handle_endtag(self, tag):
        while tag in self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data):
        if "title" in self.within and "svg" not in self.within:
            self.title += data
        if "h1" in self.within:
            self.headings[-1] += data

    @property
    def unlabelled(self):
        """Return the controls that nothing names."""
        return [name for name, id_, named in self.controls if not named and id_ not in self.labels]


def read(html):
    """Return a page as it reads."""
    page = Page()
    page.feed(html)
    return page
