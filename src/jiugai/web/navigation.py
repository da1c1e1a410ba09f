"""Entries of the rail and the top bar; each app names its own in a module `navigation`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, Literal

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

#: Where entries stand, in the order of the life of an estate.
TODAY: Final = 5
MAP: Final = 10
ESTATES: Final = 20
IMPORTS: Final = 30
CONFLICTS: Final = 40
APPLICATIONS: Final = 44
GATES: Final = 45
POOL: Final = 46
PLANS: Final = 48
PROJECTS: Final = 49
POLICY: Final = 50
CONFERENCE: Final = 52
DUTIES: Final = 53
PEOPLE: Final = 60
RECORD: Final = 70
SYSTEM: Final = 80

Count = Callable[[HttpRequest], int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that can be reached from everywhere: its name, address, and who may open it.

    `count` says how many things wait there. Entries of the places "jobs" and "todos" are
    drawn in the top bar while they count something.
    """

    title: str | Promise
    url: str
    icon: str
    order: int
    permission: str | None = None
    count: Count | None = None
    place: Literal["rail", "jobs", "todos"] = "rail"


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as one viewer sees it on one page."""

    title: str | Promise
    address: str
    icon: str
    count: int
    is_current: bool


@cache
def entries() -> tuple[Entry, ...]:
    """Return every entry that the installed apps name, in order."""
    found: list[Entry] = []
    for app in apps.get_app_configs():
        name = f"{app.name}.navigation"
        if app.name.startswith("jiugai.apps.") and find_spec(name):
            found += import_module(name).ENTRIES
    return tuple(sorted(found, key=lambda entry: entry.order))


def links(request: HttpRequest, viewer: Any, place: str = "rail") -> Sequence[Link]:
    """Return what a viewer may open, the current page marked."""
    shown = [(entry, reverse(entry.url)) for entry in allowed(viewer) if entry.place == place]
    path = request.path
    fitting = [address for _entry, address in shown if _covers(address, path)]
    current = max(fitting, key=len, default="")
    return [
        Link(
            entry.title,
            address,
            entry.icon,
            entry.count(request) if entry.count else 0,
            address == current,
        )
        for entry, address in shown
    ]


def allowed(viewer: Any) -> Iterator[Entry]:
    """Yield the entries that a viewer may open; none without a viewer."""
    if viewer is None:
        return
    for entry in entries():
        if entry.permission is None or viewer.may(entry.permission):
            yield entry


def _covers(address: str, path: str) -> bool:
    return path == address or (address != "/" and path.startswith(f"{address.rstrip('/')}/"))
