"""What waits for somebody, and what is new; each app names its own in a module `todos`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing that waits: what, where it is done, until when, and which clause says so."""

    title: str
    address: str
    what: str | Promise
    due_on: date | None = None
    clause: Any = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened within somebody's division."""

    at: datetime
    title: str
    address: str
    by: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of to-dos of an app: who has them, how many there are, and the first of them.

    `permission` is None for what anybody may have. `listed` returns those that are due first.
    """

    name: str
    permission: str | None
    count: Callable[[Any], int]
    listed: Callable[[Any, date, int], Sequence[Todo]]


#: Returns what is new for a viewer since a moment, the latest first, so many at the most.
NewsOf = Callable[[Any, datetime, int], Sequence[News]]


@cache
def _modules() -> tuple[Any, ...]:
    names = [f"{app.name}.todos" for app in apps.get_app_configs()]
    return tuple(
        import_module(name)
        for name in names
        if name.startswith("jiugai.apps.") and find_spec(name)
    )


def kinds_for(viewer: Any) -> Iterator[Kind]:
    """Yield the kinds of to-dos that a viewer can have."""
    for module in _modules():
        for kind in module.KINDS:
            if kind.permission is None or viewer.may(kind.permission):
                yield kind


def todos_of(viewer: Any, *, on: date, most: int) -> list[Todo]:
    """Return what waits for a viewer: what is due first comes first, then what has no day."""
    found = [one for kind in kinds_for(viewer) for one in kind.listed(viewer, on, most)]
    return sorted(found, key=lambda one: (one.due_on is None, one.due_on or on))


def count_of(viewer: Any) -> int:
    """Return how many things wait for a viewer."""
    return sum(kind.count(viewer) for kind in kinds_for(viewer))


def news_for(viewer: Any, *, since: datetime, most: int) -> list[News]:
    """Return what happened within a viewer's division since a moment, the latest first."""
    found = [one for module in _modules() for one in module.news(viewer, since, most)]
    return sorted(found, key=lambda one: one.at, reverse=True)[:most]
