"""The small tree of named conditions that a rule is made of.

Authors write `all_of(Estate.built_year < number("xc18.early_year"), ~Estate.retrofitted)`.
The tree is only data: `case.py` reads it for one subject, `register.py` for a whole register.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from jiugai.kernel.source import Clause
    from jiugai.policy.rule import Rule
    from jiugai.policy.vocabulary.fact import Fact, Subject


class Op(StrEnum):
    """How two values are compared."""

    LT = "<"
    LE = "≤"
    EQ = "="
    GE = "≥"
    GT = ">"


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a rulebook, looked up by id on the day of the decision."""

    id: str


@dataclass(frozen=True, slots=True)
class Dated:
    """The value that a number has on one day, with the clause that says so."""

    id: str
    value: Value
    clause: Clause


@dataclass(frozen=True, slots=True)
class TheDay:
    """The day of the decision."""


Value = int | float | Decimal | Fraction | date | str | tuple[str, str]


def number(id: str) -> Number:  # noqa: A002 - authors call it what the files call it
    """Refer to a number of a rulebook by its id, like `xc18.permit_investment`."""
    return Number(id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A node of the tree; `label` is what people read, `clause` where it stands in the text."""

    label: str = ""
    clause: Clause | None = None

    def __and__(self, other: Condition | Fact) -> AllOf:
        return all_of(self, other)

    def __or__(self, other: Condition | Fact) -> AnyOf:
        return any_of(self, other)

    def __invert__(self) -> Condition:
        return Negation(self)

    def called(self, label: str, clause: Clause | None = None) -> Self:
        """Return the same condition with the words and the clause that a reader should see."""
        return replace(self, label=label, clause=clause or self.clause)


# Leaves: each reads facts and is true, false or, where a fact is missing, unknown.


@dataclass(frozen=True, slots=True)
class Holds(Condition):
    """A flag is yes."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Compares(Condition):
    """A fact stands in a relation to a number, a day or another fact of its kind."""

    fact: Fact
    op: Op
    other: int | float | date | Number | TheDay | Fact | Dated


@dataclass(frozen=True, slots=True)
class OneOf(Condition):
    """A choice is one of the named words."""

    fact: Fact
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class CompareRatio(Condition):
    """A part of a whole, both whole numbers, against an exact fraction; false for a whole of 0.

    Never divides: 2/3 of 3 is 2, and no rounding may decide a vote.
    """

    part: Fact
    whole: Fact
    op: Op
    other: Number | Dated | Fraction


@dataclass(frozen=True, slots=True)
class StillWithin(Condition):
    """A period counted from a day has begun and still covers the day of the decision.

    `length` is in `unit`: "months", "years", or seasons of the year ("seasons" counts the one
    that is running at the start, "whole_seasons" does not). The starting day itself is covered.
    """

    since: Fact
    length: Number | Dated
    unit: str
    first: date | None = None  # filled when bound: the earliest start that still covers the day
    day: date | None = None
    season: Number | Dated | None = None


@dataclass(frozen=True, slots=True)
class Elapsed(Condition):
    """The time from one day to another against a number; false where it runs backwards.

    The first day does not count (Civil Code 201). Months and years end on the corresponding
    day (202), so that only "at most" and "more than" can be asked of them.
    """

    since: Fact | TheDay | date
    until: Fact | TheDay | date
    unit: str
    op: Op
    length: Number | Dated


@dataclass(frozen=True, slots=True)
class IsOdd(Condition):
    """A whole number is odd, as the members of a voting body must be."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class InSeason(Condition):
    """A day lies between two month-days of any year, both included; may cross new year."""

    fact: Fact
    season: Number | Dated


# Branches.


@dataclass(frozen=True, slots=True)
class AllOf(Condition):
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Condition):
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnySource(AnyOf):
    """One of several sources for the same thing says yes; a silent one leaves nothing open.

    Unknown only where every source is silent, or the speaking ones cannot tell.
    """


@dataclass(frozen=True, slots=True)
class Negation(Condition):
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Depends(Condition):
    """Another rule is met."""

    rule: Rule


@dataclass(frozen=True, slots=True)
class Interpreted(Condition):
    """A place in the text that is open; the law names the reading that is taken."""

    reading: str
    options: Mapping[str, Condition] = field(hash=False)
    taken: str = ""


@dataclass(frozen=True, slots=True)
class Changes(Condition):
    """What is asked changes on a day; binding to a day leaves only what is asked then."""

    on: Number
    before: Condition
    since: Condition


# Children: conditions over the buildings of an estate, the households of a building.


@dataclass(frozen=True, slots=True)
class AnyChild(Condition):
    """At least one child meets the condition; unknown where no child is known."""

    child: type[Subject]
    part: Condition


@dataclass(frozen=True, slots=True)
class ShareOfChildren(Condition):
    """The share of children meeting the condition; unknown until every child is known."""

    child: type[Subject]
    part: Condition
    op: Op
    other: Number | Dated | Fraction


def as_condition(part: Condition | Fact) -> Condition:
    """Return a flag as the condition that it is yes, and a condition as it is."""
    if isinstance(part, Condition):
        return part
    if getattr(part, "kind", None) == "flag":
        return Holds(part)
    raise TypeError(f"A condition is made of flags and comparisons, not of {part!r}.")


def all_of(*parts: Condition | Fact, label: str = "", clause: Clause | None = None) -> AllOf:
    """Every part must hold."""
    return AllOf(tuple(map(as_condition, parts)), label=label, clause=clause)


def any_of(*parts: Condition | Fact, label: str = "", clause: Clause | None = None) -> AnyOf:
    """At least one part must hold."""
    return AnyOf(tuple(map(as_condition, parts)), label=label, clause=clause)


def any_source(
    *parts: Condition | Fact, label: str = "", clause: Clause | None = None
) -> AnySource:
    """At least one source holds; a missing one counts only where all are missing."""
    return AnySource(tuple(map(as_condition, parts)), label=label, clause=clause)


def reading(id: str, /, **options: Condition | Fact) -> Interpreted:  # noqa: A002
    """Let the reading `id` of the rulebook choose between the named options."""
    return Interpreted(id, {name: as_condition(part) for name, part in options.items()})


def changes(on: Number, *, before: Condition | Fact, since: Condition | Fact) -> Changes:
    """Ask `before` up to the day that the number `on` names, and `since` from that day on.

    For law whose shape changes, not only its numbers. Neither part may depend on a rule.
    """
    return Changes(on, as_condition(before), as_condition(since))


def any_child(child: type[Subject], part: Condition | Fact) -> AnyChild:
    """At least one child, like a building of the estate, meets the condition."""
    return AnyChild(child, as_condition(part))


def still_within(
    since: Fact, length: Number, *, unit: str, season: Number | None = None
) -> StillWithin:
    """A period of `length` units, counted from a day, covers the day of the decision."""
    return StillWithin(since, length, unit, season=season)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from one day to another, to be compared with a number."""

    since: Fact | TheDay
    until: Fact | TheDay
    unit: str

    def _compare(self, op: Op, length: Number) -> Elapsed:
        if self.unit != "days" and op not in {Op.LE, Op.GT}:
            raise TypeError(f"{self.unit} can only be compared with <= and >.")
        return Elapsed(self.since, self.until, self.unit, op, length)

    def __lt__(self, length: Number) -> Elapsed:
        return self._compare(Op.LT, length)

    def __le__(self, length: Number) -> Elapsed:
        return self._compare(Op.LE, length)

    def __ge__(self, length: Number) -> Elapsed:
        return self._compare(Op.GE, length)

    def __gt__(self, length: Number) -> Elapsed:
        return self._compare(Op.GT, length)


def elapsed(since: Fact | TheDay, until: Fact | TheDay, *, unit: str) -> Stretch:
    """Return the time between two days in "days", "months" or "years", to be compared."""
    return Stretch(since, until, unit)


def is_odd(fact: Fact) -> IsOdd:
    """A whole number is odd."""
    return IsOdd(fact)


def in_season(fact: Fact, season: Number) -> InSeason:
    """A day lies in a season of the year."""
    return InSeason(fact, season)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A part of a whole, or the share of children that meet a condition, to be compared."""

    part: Fact | Condition
    whole: Fact | type[Subject]

    def _compare(self, op: Op, other: Number | Fraction) -> Condition:
        if isinstance(self.part, Condition) and isinstance(self.whole, type):
            return ShareOfChildren(self.whole, self.part, op, other)
        if isinstance(self.part, Condition) or isinstance(self.whole, type):
            raise TypeError("A ratio is of two facts, or of a condition over children.")
        return CompareRatio(self.part, self.whole, op, other)

    def __lt__(self, other: Number | Fraction) -> Condition:
        return self._compare(Op.LT, other)

    def __le__(self, other: Number | Fraction) -> Condition:
        return self._compare(Op.LE, other)

    def __ge__(self, other: Number | Fraction) -> Condition:
        return self._compare(Op.GE, other)

    def __gt__(self, other: Number | Fraction) -> Condition:
        return self._compare(Op.GT, other)


def ratio(part: Fact, whole: Fact) -> Ratio:
    """Return an exact ratio of two whole-number facts, to be compared with a fraction."""
    return Ratio(part, whole)


def share_of(child: type[Subject], part: Condition | Fact) -> Ratio:
    """Return the share of children that meet a condition, to be compared with a fraction."""
    return Ratio(as_condition(part), child)
