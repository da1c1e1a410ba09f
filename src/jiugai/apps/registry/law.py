"""The law of a division on a day as its offices read it, compiled once per process."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from jiugai.apps.registry.chosen import choices_of, taken, turning
from jiugai.kernel.division import DISTRICT, shortest
from jiugai.policy.law import Law, law_of, readings_of
from jiugai.policy.turning_days import turning_days


class LawKey(NamedTuple):
    """All that the law of a place rests on besides the rulebook; what is made from it, too."""

    place: str
    day: date
    readings: tuple[tuple[str, str], ...]

    def read(self, reading: str, option: str) -> "LawKey":
        """Return the key of the same law with one place read in a certain way."""
        found = {**dict(self.readings), reading: option}
        return self._replace(readings=tuple(sorted(found.items())))


def key_for(division: str, day: date, readings: Mapping[str, str] | None = None) -> LawKey:
    """Return the key of the law that binds an estate of a division.

    Places are known to the district. `readings` are taken whatever was chosen.
    """
    place = shortest(division[:DISTRICT])
    found = {**taken(choices_of(place), day), **(readings or {})}
    return LawKey(place, day, tuple(sorted(found.items())))


def law_for(division: str, day: date, readings: Mapping[str, str] | None = None) -> Law:
    """Return the law that binds an estate of a division.

    `readings` are taken whatever was chosen.
    Raises UsageError for a place that nobody knows or where nothing is in force.
    """
    return law_by(key_for(division, day, readings))


@lru_cache(maxsize=256)
def law_by(key: LawKey) -> Law:
    """Return the law of a key; where offices read it in their own way its digest is another."""
    asked = dict(key.readings)
    law = law_of(key.place, key.day, readings=asked)
    usual = readings_of(key.place)
    own = sorted((id_, option) for id_, option in asked.items() if usual[id_] != option)
    if not own:
        return law
    digest = hashlib.sha256(f"{law.book.digest} {own!r}".encode()).hexdigest()
    return replace(law, book=replace(law.book, digest=digest))


def chosen_for(division: str, day: date) -> dict[str, str]:
    """Return the option that offices chose for each reading on which there is a choice."""
    return dict(key_for(division, day).readings)


def readings_for(division: str, day: date) -> dict[str, str]:
    """Return how every open place is read, also where no text is in force."""
    key = key_for(division, day)
    return {**readings_of(key.place), **dict(key.readings)}


def days_of_law(division: str) -> tuple[date, ...]:
    """Return the days on which the law of a division, or how it is read, becomes another."""
    place = shortest(division[:DISTRICT])
    choices = choices_of(place)
    chosen = set(turning(choices))
    ways = {tuple(taken(choices, day).items()) for day in (date.min, *chosen)}
    days = {day for way in ways for day in turning_days(place, readings=dict(way))}
    return tuple(sorted(days | chosen))
