"""What is held, in the words that a household or the staff read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.participation.models import Clearing, KeptDays
from jiugai.apps.participation.privacy.holding import Holding, How, Item, holdings
from jiugai.apps.participation.privacy.keeping import ANSWER, Setting, all_days, setting_of
from jiugai.apps.registry.models import Household


@dataclass(frozen=True, slots=True)
class Held:
    """A holding with what there is of one household."""

    holding: Holding
    items: tuple[Item, ...]
    term: str

    @property
    def key(self) -> str:
        """Return what names it in an address."""
        return self.holding.key

    @property
    def until(self) -> date | None:
        """Return the last day on which any of it is kept, where that is known of all of it."""
        days = [one.until for one in self.items if one.until]
        return max(days) if days and len(days) == len(self.items) else None

    @property
    def is_own(self) -> bool:
        """Return whether the household may erase it itself."""
        return self.holding.erasing.how is How.SELF

    @property
    def is_asked_for(self) -> bool:
        """Return whether the office erases it on request."""
        return self.holding.erasing.how is How.OFFICE


def term_of(holding: Holding, days: Mapping[str, int]) -> str:
    """Return how long something is kept, in a sentence."""
    if holding.term is None:
        return str(holding.ends)
    words = _("{since} {days} 天，到期自动删除")
    return words.format(since=holding.term.since, days=days[holding.key])


def held_by(household: Household) -> list[Held]:
    """Return what is held of a household; what there is nothing of is left out."""
    days = all_days()
    found = [Held(one, tuple(one.find(household)), term_of(one, days)) for one in holdings()]
    return [one for one in found if one.items]


def held_at(household: Household, holding: Holding) -> Held:
    """Return one holding with what there is of a household."""
    return Held(holding, tuple(holding.find(household)), term_of(holding, all_days()))


@dataclass(frozen=True, slots=True)
class Declared:
    """A holding as the staff reads it: where it is, how long, what the clock erased of it."""

    holding: Holding
    term: str
    tables: tuple[str, ...]
    erased: int


def declared() -> list[Declared]:
    """Return everything that is held of households, whoever they are."""
    days, last = all_days(), last_clearing()
    counts = last.counts if last else {}
    return [
        Declared(one, term_of(one, days), _tables(one), counts.get(one.key, 0))
        for one in holdings()
    ]


def _tables(holding: Holding) -> tuple[str, ...]:
    return tuple(one.lower() for one in holding.models)


def last_clearing() -> Clearing | None:
    """Return the last day's erasing that came to its end."""
    return Clearing.objects.filter(ended_at__isnull=False).first()


def settings() -> list[tuple[Setting, int, KeptDays | None]]:
    """Return every number of days that can be set, as it is, and who set it."""
    kept: dict[str, Any] = {one.holding: one for one in KeptDays.objects.select_related("by")}
    days = all_days()
    keys = [ANSWER, *(one.key for one in holdings() if one.term)]
    return [(setting_of(key), days[key], kept.get(key)) for key in keys]
