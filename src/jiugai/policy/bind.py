"""Fill the numbers, the day and the chosen readings of a law into a condition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import singledispatch
from typing import Protocol

from jiugai.kernel.errors import RulebookError
from jiugai.kernel.seasons import earliest_within_seasons
from jiugai.kernel.span import earliest_still_within
from jiugai.policy.conditions import (
    AllOf,
    AnyChild,
    AnyOf,
    Changes,
    CompareRatio,
    Compares,
    Condition,
    Dated,
    Depends,
    Elapsed,
    Holds,
    InSeason,
    Interpreted,
    IsOdd,
    Negation,
    Number,
    OneOf,
    ShareOfChildren,
    StillWithin,
    TheDay,
)


class Frame(Protocol):
    """What a condition is bound to: the numbers, readings and day of a law."""

    @property
    def day(self) -> date: ...
    @property
    def numbers(self) -> Mapping[str, Dated]: ...
    @property
    def readings(self) -> Mapping[str, str]: ...


def _dated(other: object, frame: Frame) -> Dated:
    if isinstance(other, Dated):
        return other
    if not isinstance(other, Number):
        raise RulebookError(f"{other!r} must be a number of the rulebook.")
    if other.id not in frame.numbers:
        raise RulebookError(f"The number {other.id} has no value on {frame.day}.")
    return frame.numbers[other.id]


@singledispatch
def bind(condition: Condition, frame: Frame) -> Condition:
    """Return the condition with nothing left open.

    Raises RulebookError if a number has no value on the day or a reading does not exist.
    """
    raise RulebookError(f"{condition!r} is not a condition that can be bound.")


@bind.register
def _(condition: Holds, frame: Frame) -> Condition:
    return condition


@bind.register
def _(condition: OneOf, frame: Frame) -> Condition:
    return condition


@bind.register
def _(condition: Compares, frame: Frame) -> Condition:
    if isinstance(condition.other, Number):
        return replace(condition, other=_dated(condition.other, frame))
    if isinstance(condition.other, TheDay):
        return replace(condition, other=frame.day)
    return condition


@bind.register
def _(condition: CompareRatio, frame: Frame) -> Condition:
    return replace(condition, other=_fraction(condition.other, frame))


@bind.register
def _(condition: ShareOfChildren, frame: Frame) -> Condition:
    part = bind(condition.part, frame)
    return replace(condition, part=part, other=_fraction(condition.other, frame))


@bind.register
def _(condition: StillWithin, frame: Frame) -> Condition:
    length = _dated(condition.length, frame)
    if not isinstance(length.value, int):
        raise RulebookError(f"{length.id} must be a whole number of {condition.unit}.")
    if condition.season is not None:
        return _bind_seasons(condition, length, _dated(condition.season, frame), frame.day)
    months = length.value * (12 if condition.unit == "years" else 1)
    first = earliest_still_within(frame.day, months)
    return replace(condition, length=length, first=first, day=frame.day)


def _bind_seasons(condition: StillWithin, length: Dated, season: Dated, day: date) -> StillWithin:
    if not isinstance(length.value, int) or not isinstance(season.value, tuple):
        raise RulebookError(f"{length.id} of {season.id} is not a count of seasons.")
    first = earliest_within_seasons(
        day,
        count=length.value,
        season=season.value,
        running_counts=condition.unit == "seasons",
    )
    return replace(condition, length=length, season=season, first=first, day=day)


@bind.register
def _(condition: IsOdd, frame: Frame) -> Condition:
    return condition


@bind.register
def _(condition: Elapsed, frame: Frame) -> Condition:
    since, until = (
        frame.day if isinstance(end, TheDay) else end for end in (condition.since, condition.until)
    )
    return replace(condition, since=since, until=until, length=_dated(condition.length, frame))


@bind.register
def _(condition: InSeason, frame: Frame) -> Condition:
    return replace(condition, season=_dated(condition.season, frame))


@bind.register
def _(condition: AllOf, frame: Frame) -> Condition:
    return replace(condition, parts=tuple(bind(part, frame) for part in condition.parts))


@bind.register
def _(condition: AnyOf, frame: Frame) -> Condition:
    return replace(condition, parts=tuple(bind(part, frame) for part in condition.parts))


@bind.register
def _(condition: Negation, frame: Frame) -> Condition:
    return replace(condition, part=bind(condition.part, frame))


@bind.register
def _(condition: AnyChild, frame: Frame) -> Condition:
    return replace(condition, part=bind(condition.part, frame))


@bind.register
def _(condition: Depends, frame: Frame) -> Condition:
    return condition


@bind.register
def _(condition: Interpreted, frame: Frame) -> Condition:
    taken = frame.readings.get(condition.reading, "")
    if taken not in condition.options:
        raise RulebookError(
            f"The reading {condition.reading} has no option {taken!r} in the rule."
        )
    options = {name: bind(part, frame) for name, part in condition.options.items()}
    return replace(condition, options=options, taken=taken)


@bind.register
def _(condition: Changes, frame: Frame) -> Condition:
    changed = _dated(condition.on, frame)
    if not isinstance(changed.value, date):
        raise RulebookError(f"{changed.id} must be a day.")
    return bind(condition.before if frame.day < changed.value else condition.since, frame)


def _fraction(other: object, frame: Frame) -> Dated | Fraction:
    if isinstance(other, Fraction):
        return other
    return _dated(other, frame)
