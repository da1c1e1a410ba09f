"""Components that pages put together: figures, tables, states, progress, pages of a list."""

from collections.abc import Iterator
from typing import Any, Final

from django import template
from django.core.paginator import Page
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from jiugai.web.templatetags.signs import STAGES

register = template.Library()
NEAR: Final = 2
LINE: Final = tuple(word for word in STAGES if word != "blocked")


@register.inclusion_tag("web/figure.html")
def figure(label: str, value: object, unit: str = "", note: str = "") -> dict[str, object]:
    """Draw a figure with its name and unit."""
    return {"label": label, "value": value, "unit": unit, "note": note}


@register.inclusion_tag("web/empty.html")
def empty(
    title: str, words: str = "", action: str = "", href: str = "", icon: str = "info-circle"
) -> dict[str, object]:
    """Say what would stand here, and the first step towards it."""
    return {
        "title": title,
        "words": words,
        "action": action,
        "href": href,
        "icon_name": icon,
    }


@register.inclusion_tag("web/stages.html")
def stages(current: str) -> dict[str, object]:
    """Draw the life of an estate with the stage that it is in; a blocked one stands at its end."""
    at = LINE.index(current) if current in LINE else len(LINE)
    words = LINE if current in LINE else (*LINE, current)
    steps = [_step(word, n, at) for n, word in enumerate(words)]
    return {"steps": steps}


def _step(word: str, number: int, at: int) -> dict[str, str | bool | Promise]:
    sign, name = STAGES[word]
    return {
        "word": word,
        "sign": sign,
        "name": name,
        "is_past": number < at < len(LINE),
        "is_current": number == at,
    }


@register.inclusion_tag("web/progress.html")
def progress(words: str, done: int, of: int) -> dict[str, object]:
    """Draw how much of something is done."""
    return {"words": words, "done": done, "of": of}


@register.filter
def pages_near(page: Page[Any]) -> Iterator[int | None]:
    """Return the numbers of the pages to offer; None stands for those left out."""
    last = 0
    for number in page.paginator.page_range:
        if number in (1, page.paginator.num_pages) or abs(number - page.number) <= NEAR:
            if number > last + 1:
                yield None
            yield number
            last = number


@register.tag
def table(parser: Parser, token: Token) -> "Table":
    """Frame a table that may be wider than the page: it scrolls, by keyboard, too."""
    _tag, label = token.split_contents()
    nodes = parser.parse(("endtable",))
    parser.delete_first_token()
    return Table(parser.compile_filter(label), nodes)


class Table(template.Node):
    """Draws the frame with its label and what stands in it."""

    def __init__(self, label: FilterExpression, nodelist: NodeList) -> None:
        self.label = label
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """Render the frame."""
        inner = self.nodelist.render(context)
        return format_html(
            '<div class="table-responsive" role="region" tabindex="0" aria-label="{}">{}</div>',
            self.label.resolve(context),
            mark_safe(inner),  # noqa: S308 - rendered by the template itself
        )
