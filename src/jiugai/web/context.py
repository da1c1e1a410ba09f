"""What every page's frame needs to know."""

from collections.abc import Sequence
from functools import cache, partial
from importlib.metadata import version
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from jiugai.kernel.division import ancestors, divisions
from jiugai.kernel.i18n import _ as in_words
from jiugai.web.navigation import Link, links, rail, tabs

THEME: Final = "theme"
THEMES: Final = ("auto", "light", "dark")
SAID: Final = (2, 6)  # a "city district" 市辖区 between them tells nobody anything
VERSION: Final = version("jiugai")


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the viewer, what they may open, and how the page looks."""
    viewer: Any = getattr(request, "viewer", None)
    theme = request.COOKIES.get(THEME, "auto")

    @cache
    def pages() -> Sequence[Link]:
        return links(request, viewer)

    return {
        "viewer": viewer,
        "is_demo": settings.CONFIG.demo,
        "theme": theme if theme in THEMES else "auto",
        "version": VERSION,
        "rail": SimpleLazyObject(lambda: rail(pages(), request.path)),
        "tabs": SimpleLazyObject(lambda: tabs(pages())),
        "running": SimpleLazyObject(partial(links, request, viewer, "jobs")),
        "waiting": SimpleLazyObject(partial(links, request, viewer, "todos")),
        "where": SimpleLazyObject(partial(_where, viewer)),
        "search_address": _address("registry:search"),
        "me_address": _address("people:me"),
    }


def _where(viewer: Any) -> list[str]:
    """Return the names of the viewer's division and those above it."""
    code = viewer.division if viewer else None
    if code is None:
        return []
    known = divisions()
    path = [known[above] for above in ancestors(code) if above in known and len(above) in SAID]
    own = known.get(code)
    return [*(in_words(one.name) for one in path), in_words(own.name) if own else code]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:  # a site without that page shows no way to it
        return ""
