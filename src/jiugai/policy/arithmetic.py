"""How a leaf becomes true, false or unknown, for one subject."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import singledispatch
from typing import Any, Final

from jiugai.kernel.errors import RulebookError
from jiugai.policy.conditions import (
    CompareRatio,
    Compares,
    Condition,
    Dated,
    Elapsed,
    Holds,
    InSeason,
    IsOdd,
    Number,
    OneOf,
    Op,
    StillWithin,
    Value,
)
from jiugai.policy.vocabulary.fact import Fact, Kind

OPERATORS: Final[dict[Op, Callable[[Any, Any], bool]]] = {
    Op.LT: operator.lt,
    Op.LE: operator.le,
    Op.EQ: operator.eq,
    Op.GE: operator.ge,
    Op.GT: operator.gt,
}
MEASURED: Final = {Kind.DECIMAL, Kind.SHARE}

Truth = Callable[[Mapping[str, Any]], bool | None]


def constant(fact: Fact, other: object) -> Any:
    """Return what a fact is compared with, in the fact's own arithmetic.

    Measured facts are double precision in both readers; counts, money and days are exact.
    """
    value = other.value if isinstance(other, Dated) else other
    if fact.kind in MEASURED and isinstance(value, int | Decimal | Fraction):
        return float(value)
    return value


def fraction(other: Dated | Number | Fraction | Value) -> Fraction:
    """Return the exact fraction that a ratio is compared with."""
    value = other.value if isinstance(other, Dated) else other
    if isinstance(value, float):
        return Fraction(repr(value))  # 0.3 in a file means three tenths
    return Fraction(value)  # type: ignore[arg-type]


def compare_ratio(part: int, whole: int, op: Op, other: Fraction) -> bool:
    """Compare part/whole with a fraction without dividing; a whole of 0 never suffices."""
    return whole > 0 and OPERATORS[op](part * other.denominator, whole * other.numerator)


def filled_in(other: object) -> Dated:
    """Return a number with the value that binding gave it.

    Raises RulebookError if the condition was not bound.
    """
    if not isinstance(other, Dated):
        raise RulebookError(f"{other!r} has not been filled in.")
    return other


def window(condition: StillWithin) -> tuple[date, date]:
    """Return the first and last starting day that still cover the day of the decision.

    Raises RulebookError if the condition was not bound.
    """
    if condition.first is None or condition.day is None:
        raise RulebookError(f"{condition!r} has not been filled in.")
    return condition.first, condition.day


def season_bounds(season: tuple[str, str]) -> tuple[int, int]:
    """Return the first and last month-day of a season as month × 100 + day."""
    first, last = (int(text.replace("-", "")) for text in season)
    return first, last


def months_index(day: date) -> int:
    """Return month × 100 + day, so that n months later or less is n × 100 more or less."""
    return (day.year * 12 + day.month) * 100 + day.day


def longest(condition: Elapsed) -> int:
    """Return the length of a bound stretch in days, or in the steps of `months_index`."""
    steps = {"days": 1, "months": 100, "years": 1200}[condition.unit]
    return int(filled_in(condition.length).value) * steps  # type: ignore[arg-type]


@singledispatch
def truth_of(condition: Condition) -> Truth:
    """Return a function from facts to the truth of a leaf; None where a fact is missing."""
    raise TypeError(f"{condition!r} is not a bound leaf.")


@truth_of.register
def _(condition: Holds) -> Truth:
    name = condition.fact.name
    return lambda facts: facts.get(name)


@truth_of.register
def _(condition: OneOf) -> Truth:
    name, words = condition.fact.name, condition.words

    def truth(facts: Mapping[str, Any]) -> bool | None:
        value = facts.get(name)
        return None if value is None else value in words

    return truth


@truth_of.register
def _(condition: Compares) -> Truth:
    name, holds = condition.fact.name, OPERATORS[condition.op]
    if isinstance(condition.other, Fact):
        return _between_facts(name, holds, condition.other.name)
    limit = constant(condition.fact, condition.other)

    def truth(facts: Mapping[str, Any]) -> bool | None:
        value = facts.get(name)
        return None if value is None else holds(value, limit)

    return truth


def _between_facts(name: str, holds: Callable[[Any, Any], bool], other: str) -> Truth:
    def truth(facts: Mapping[str, Any]) -> bool | None:
        left, right = facts.get(name), facts.get(other)
        return None if left is None or right is None else holds(left, right)

    return truth


@truth_of.register
def _(condition: CompareRatio) -> Truth:
    part_name, whole_name = condition.part.name, condition.whole.name
    op, other = condition.op, fraction(condition.other)

    def truth(facts: Mapping[str, Any]) -> bool | None:
        part, whole = facts.get(part_name), facts.get(whole_name)
        return None if part is None or whole is None else compare_ratio(part, whole, op, other)

    return truth


@truth_of.register
def _(condition: StillWithin) -> Truth:
    name = condition.since.name
    first, day = window(condition)

    def truth(facts: Mapping[str, Any]) -> bool | None:
        since = facts.get(name)
        return None if since is None else first <= since <= day

    return truth


@truth_of.register
def _(condition: IsOdd) -> Truth:
    name = condition.fact.name

    def truth(facts: Mapping[str, Any]) -> bool | None:
        value = facts.get(name)
        return None if value is None else value % 2 != 0

    return truth


@truth_of.register
def _(condition: Elapsed) -> Truth:
    since_of, until_of = _day_of(condition.since), _day_of(condition.until)
    measure = date.toordinal if condition.unit == "days" else months_index
    holds, limit = OPERATORS[condition.op], longest(condition)

    def truth(facts: Mapping[str, Any]) -> bool | None:
        since, until = since_of(facts), until_of(facts)
        if since is None or until is None:
            return None
        return since <= until and bool(holds(measure(until) - measure(since), limit))

    return truth


def _day_of(end: object) -> Callable[[Mapping[str, Any]], date | None]:
    if isinstance(end, Fact):
        name = end.name
        return lambda facts: facts.get(name)
    if not isinstance(end, date):
        raise RulebookError(f"{end!r} is not a day.")
    return lambda facts: end


@truth_of.register
def _(condition: InSeason) -> Truth:
    name = condition.fact.name
    first, last = season_bounds(filled_in(condition.season).value)  # type: ignore[arg-type]

    def truth(facts: Mapping[str, Any]) -> bool | None:
        day = facts.get(name)
        if day is None:
            return None
        at = int(day.month) * 100 + int(day.day)
        return first <= at <= last if first <= last else at >= first or at <= last

    return truth
