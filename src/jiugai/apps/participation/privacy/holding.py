"""What an app holds of households; each app declares its own in a module `personal`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.functional import Promise

from jiugai.apps.registry.models import Household

Text = str | Promise


class How(StrEnum):
    """Who may have something erased before its term."""

    SELF = "self"  # the household, at once
    OFFICE = "office"  # the office, when the household asks for it
    NEVER = "never"  # nobody; the sentence beside it says why


@dataclass(frozen=True, slots=True)
class File:
    """A stored file of a household."""

    name: str
    kind: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is held of a household, with its values as the household reads them."""

    what: str
    values: tuple[tuple[str, str], ...] = ()
    until: date | None = None
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """How long something is kept: so many days after `since`; an administrator may set others.

    `clear` erases at most so many rows whose time began before a moment, and returns how many.
    """

    since: Text
    days: int
    least: int
    most: int
    clear: Callable[[datetime, int], int]


@dataclass(frozen=True, slots=True)
class Erasing:
    """Whether something is erased on request: who may, what follows or why not, and how."""

    how: How
    words: Text
    erase: Callable[[Household, datetime], int] | None = None

    def __post_init__(self) -> None:
        if (self.how is How.NEVER) != (self.erase is None):
            raise ValueError("What can be erased has a way to erase it, and nothing else has.")


@dataclass(frozen=True, slots=True)
class Field:
    """A value that the office corrects on request."""

    name: str
    title: Text


@dataclass(frozen=True, slots=True)
class Holding:
    """One sort of personal data: what, what for, on which ground, who sees it, how long.

    `models` are the tables that it is in, as app.model; `ends` says when it goes where no days
    are counted; `find` returns what is held of one household.
    """

    key: str
    title: Text
    what: Text
    purpose: Text
    basis: Text
    seen_by: Text
    models: tuple[str, ...]
    find: Callable[[Household], Sequence[Item]]
    erasing: Erasing
    term: Term | None = None
    ends: Text = ""
    corrected: tuple[Field, ...] = ()
    is_sensitive: bool = False

    def __post_init__(self) -> None:
        if (self.term is None) != bool(self.ends):
            raise ValueError(f"{self.key}: say after how many days it goes, or else when.")


@cache
def holdings() -> tuple[Holding, ...]:
    """Return what the installed apps hold of households, in the order of the apps."""
    found: list[Holding] = []
    for app in apps.get_app_configs():
        name = f"{app.name}.personal"
        if app.name.startswith("jiugai.apps.") and find_spec(name):
            found += import_module(name).HOLDINGS
    return tuple(found)


def holding_of(key: str) -> Holding | None:
    """Return the holding with a key."""
    return next((one for one in holdings() if one.key == key), None)


def nothing(_household: Household) -> Sequence[Item]:
    """Return that nothing is found by household: it is not kept with one."""
    return ()
