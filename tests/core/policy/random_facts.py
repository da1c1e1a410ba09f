"""Random facts about any subject, on and around the thresholds of a law."""

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from numbers import Real
from typing import Any

from jiugai.policy.conditions import Compares, Dated
from jiugai.policy.law import Law
from jiugai.policy.leaves import walk
from jiugai.policy.vocabulary import SUBJECTS
from jiugai.policy.vocabulary.fact import Fact, Kind, Subject

MISSING = 0.15


def rows(law: Law, subject: type[Subject], *, count: int, seed: int) -> list[dict[str, Any]]:
    """Return facts about `count` subjects with up to three children each."""
    chance = random.Random(seed)
    near = dict(thresholds(law))
    children = [kind for kind in SUBJECTS if kind.parent is subject]
    found = []
    for _ in range(count):
        row: dict[str, Any] = facts(subject, chance, near, law.day)
        for child in children:
            below = [facts(child, chance, near, law.day) for _ in range(chance.randrange(4))]
            row[child.__name__.lower()] = below
        found.append(row)
    return found


def thresholds(law: Law) -> Iterator[tuple[str, list[Any]]]:
    """Return the values that rules compare each fact with."""
    found: dict[str, list[Any]] = {}
    for condition in law.bound.values():
        for part in walk(condition):
            if isinstance(part, Compares) and not isinstance(part.other, Fact):
                other = part.other.value if isinstance(part.other, Dated) else part.other
                if isinstance(other, Real | Decimal):
                    found.setdefault(part.fact.id, []).append(other)
    yield from found.items()


def facts(
    subject: type[Subject], chance: random.Random, near: Mapping[str, list[Any]], day: date
) -> dict[str, Any]:
    """Return facts about one subject, some of them missing."""
    return {
        fact.name: None
        if chance.random() < MISSING
        else value(fact, chance, near.get(fact.id, []), day)
        for fact in subject.facts()
    }


def value(fact: Fact, chance: random.Random, near: list[Any], day: date) -> Any:
    """Return a value of a fact, often exactly at or beside a threshold."""
    match fact.kind:
        case Kind.FLAG:
            return chance.random() < 0.5
        case Kind.CHOICE:
            return chance.choice(sorted(fact.choices))
        case Kind.DAY:
            return day + timedelta(days=chance.choice([0, 1, -1, -10, -15, -365, -731, -1827, 90]))
        case Kind.TEXT:
            return "文"
        case _:
            return _number(fact, chance, near)


def _number(fact: Fact, chance: random.Random, near: list[Any]) -> int | float:
    whole = fact.kind in (Kind.WHOLE, Kind.YEAR, Kind.MONEY)
    if near and chance.random() < 0.7:
        at = chance.choice(near)
        if whole:
            return int(at) + chance.choice([-1, 0, 1])
        return float(at) + chance.choice([-0.01, 0, 0.01])
    if fact.kind is Kind.YEAR:
        return chance.randint(1950, 2020)
    return chance.randint(0, 9) if whole else chance.choice([0.0, 0.3, 0.5, 2 / 3, 1.0])
