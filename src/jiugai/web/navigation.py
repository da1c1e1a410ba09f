"""The rail, its sections' pages as tabs, and the top bar; apps name theirs in `navigation`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby
from typing import Any, Final, Literal

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Section(StrEnum):
    """A stretch in the life of an estate; the rail shows those with a page for its viewer."""

    TODAY = "today"
    MAP = "map"
    ESTATES = "estates"
    RESIDENTS = "residents"
    PROJECTS = "projects"
    PLANS = "plans"
    FUNDS = "funds"
    SITES = "sites"
    STEWARDSHIP = "stewardship"
    OVERSIGHT = "oversight"
    POLICY = "policy"
    SYSTEM = "system"


#: How the rail names a section, and its icon.
SIGNS: Final[dict[Section, tuple[str | Promise, str]]] = {
    Section.TODAY: (_("今天"), "calendar"),
    Section.MAP: (_("一张图"), "map"),
    Section.ESTATES: (_("小区"), "building-community"),
    Section.RESIDENTS: (_("群众"), "messages"),
    Section.PROJECTS: (_("项目"), "file-text"),
    Section.PLANS: (_("计划"), "list-check"),
    Section.FUNDS: (_("资金"), "coin"),
    Section.SITES: (_("工地"), "crane"),
    Section.STEWARDSHIP: (_("管理"), "home-heart"),
    Section.OVERSIGHT: (_("督导"), "eye-check"),
    Section.POLICY: (_("政策"), "scale"),
    Section.SYSTEM: (_("系统"), "settings"),
}
_PLACES: Final = {section: number for number, section in enumerate(Section)}

Count = Callable[[HttpRequest], int]
#: How a link is marked: not, as holding the page that is shown, as that page itself.
Mark = Literal["", "true", "page"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that can be reached from everywhere: its name, address, section, who may open it.

    Entries of a section are its tabs, by `order`, then as their apps name them. `also` says
    which other addresses belong to the entry: `("/buildings/",)`. `count` says how many things
    wait there. Entries of the places "jobs" and "todos" are drawn in the top bar while they
    count something.
    """

    title: str | Promise
    url: str
    section: Section
    permission: str | None = None
    order: int = 0
    count: Count | None = None
    also: tuple[str, ...] = ()
    place: Literal["rail", "jobs", "todos"] = "rail"


@dataclass(frozen=True, slots=True)
class Link:
    """An entry, or a section, as one viewer sees it on one page."""

    title: str | Promise
    address: str
    section: Section
    count: int
    current: Mark = ""

    @property
    def icon(self) -> str:
        """Return the icon of its section."""
        return SIGNS[self.section][1]


@cache
def entries() -> tuple[Entry, ...]:
    """Return every entry that the installed apps name, in order."""
    found: list[Entry] = []
    for app in apps.get_app_configs():
        name = f"{app.name}.navigation"
        if app.name.startswith("jiugai.apps.") and find_spec(name):
            found += import_module(name).ENTRIES
    return tuple(sorted(found, key=lambda one: (_PLACES[one.section], one.order)))


def links(request: HttpRequest, viewer: Any, place: str = "rail") -> Sequence[Link]:
    """Return what a viewer may open, the page that is shown marked."""
    shown = [(one, reverse(one.url)) for one in allowed(viewer) if one.place == place]
    fitting = [
        begins
        for one, address in shown
        for begins in (address, *one.also)
        if _covers(begins, request.path)
    ]
    current = max(fitting, key=len, default="")
    return [
        Link(
            entry.title,
            address,
            entry.section,
            entry.count(request) if entry.count else 0,
            _mark(request.path, address, current in (address, *entry.also)),
        )
        for entry, address in shown
    ]


def rail(pages: Sequence[Link], path: str) -> Sequence[Link]:
    """Return the sections of some pages, each leading to its first."""
    found = []
    for section, some in groupby(pages, key=lambda one: one.section):
        own = tuple(some)
        address = own[0].address
        mark = _mark(path, address, any(one.current for one in own))
        found.append(
            Link(SIGNS[section][0], address, section, sum(one.count for one in own), mark)
        )
    return found


def tabs(pages: Sequence[Link]) -> Sequence[Link]:
    """Return the pages of the section that is shown; none where it has but one."""
    section = next((one.section for one in pages if one.current), None)
    own = [one for one in pages if one.section == section]
    return own if len(own) > 1 else []


def allowed(viewer: Any) -> Iterator[Entry]:
    """Yield the entries that a viewer may open; none without a viewer."""
    if viewer is None:
        return
    for entry in entries():
        if entry.permission is None or viewer.may(entry.permission):
            yield entry


def _mark(path: str, address: str, is_within: bool) -> Mark:
    if not is_within:
        return ""
    return "page" if path == address else "true"


def _covers(address: str, path: str) -> bool:
    return path == address or (address != "/" and path.startswith(f"{address.rstrip('/')}/"))
