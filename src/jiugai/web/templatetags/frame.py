"""Tags of the frame: icons, built files, and blocks whose words are used twice."""

import re
from typing import Final

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from jiugai.kernel.division import divisions
from jiugai.kernel.i18n import _ as in_words
from jiugai.web import built

register = template.Library()
WITH_HEADING: Final = re.compile(r"<h1[\s>]")


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Return an icon; it is decoration unless a label says what it means."""
    address = built.script("icons.json")
    role = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    return format_html(
        '<svg class="icon" {}><use href="{}#{}"></use></svg>',
        mark_safe(role),  # noqa: S308 - one of the two lines above
        address,
        name,
    )


@register.simple_tag
def island(name: str) -> SafeString:
    """Return what loads a built script and its styles, such as `main` or `map`."""
    source = f"src/{name}.ts"
    address = built.script(source)
    if not address:
        return SafeString()
    sheets = format_html_join(
        "", '<link rel="stylesheet" href="{}">', ((one,) for one in built.styles(source))
    )
    return format_html('{}<script type="module" src="{}"></script>', sheets, address)


@register.simple_tag
def early(name: str) -> SafeString:
    """Return a small built script that runs before the first paint."""
    address = built.script(f"src/{name}.ts")
    return format_html('<script src="{}"></script>', address) if address else SafeString()


@register.filter
def division_name(code: str) -> str:
    """Return the name of a division, the code where the project knows none."""
    known = divisions().get(code)
    return in_words(known.name) if known else code


@register.filter
def has_heading(text: str) -> bool:
    """Return whether a piece of a page brings its own first heading."""
    return WITH_HEADING.search(text) is not None


@register.tag
def said(parser: Parser, token: Token) -> "Said":
    """Keep what stands between `{% said as name %}` and `{% endsaid %}`, trimmed."""
    _tag, _as, name = token.split_contents()
    nodes = parser.parse(("endsaid",))
    parser.delete_first_token()
    return Said(name, nodes)


class Said(template.Node):
    """Keeps a rendered piece under a name and shows nothing."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """Render the piece and keep it."""
        context[self.name] = mark_safe(self.nodelist.render(context).strip())  # noqa: S308 - rendered
        return SafeString()


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changes: object) -> str:
    """Return the query of this page with some of it changed; an empty value leaves it out."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        if value in ("", None):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"
