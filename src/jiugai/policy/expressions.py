"""A leaf as an Ibis expression over the columns of a register."""

from __future__ import annotations

from functools import singledispatchmethod
from typing import Any, Final

import ibis
import ibis.expr.types as ir

from jiugai.policy import arithmetic
from jiugai.policy.conditions import (
    CompareRatio,
    Compares,
    Condition,
    Elapsed,
    Holds,
    InSeason,
    IsOdd,
    OneOf,
    StillWithin,
)
from jiugai.policy.vocabulary.fact import Fact, Kind

TYPES: Final = {
    Kind.FLAG: "boolean",
    Kind.WHOLE: "int64",
    Kind.DECIMAL: "float64",
    Kind.SHARE: "float64",
    Kind.YEAR: "int64",
    Kind.DAY: "date",
    Kind.MONEY: "int64",
    Kind.CHOICE: "string",
    Kind.TEXT: "string",
}


class Expressions:
    """Turns a bound leaf into a boolean column expression over one table."""

    def __init__(self, table: ir.Table) -> None:
        self.table = table

    def column(self, fact: Fact) -> Any:
        """Return the fact's column in its own type, or nulls where the table has none."""
        wanted = TYPES[fact.kind]
        if fact.name not in self.table.columns:
            return ibis.null(wanted)
        column = self.table[fact.name]
        return column if _fits(column, fact) else column.cast(wanted)

    @singledispatchmethod
    def truth(self, condition: Condition) -> Any:
        """Return the truth of a leaf as an expression."""
        raise TypeError(f"{condition!r} is not a leaf.")

    @truth.register
    def _(self, condition: Holds) -> Any:
        return self.column(condition.fact)

    @truth.register
    def _(self, condition: OneOf) -> Any:
        return self.column(condition.fact).isin(sorted(condition.words))

    @truth.register
    def _(self, condition: Compares) -> Any:
        left = self.column(condition.fact)
        if isinstance(condition.other, Fact):
            right = self.column(condition.other)
        else:
            right = arithmetic.constant(condition.fact, condition.other)
        return arithmetic.OPERATORS[condition.op](left, right)

    @truth.register
    def _(self, condition: CompareRatio) -> Any:
        # Products of areas need 64 bits even where the counts came in fewer.
        part = self.column(condition.part).cast("int64")
        whole = self.column(condition.whole).cast("int64")
        other = arithmetic.fraction(condition.other)
        holds = arithmetic.OPERATORS[condition.op](
            part * other.denominator, whole * other.numerator
        )
        known = part.notnull() & whole.notnull()
        return ibis.cases((known, (whole > 0) & holds), else_=ibis.null("boolean"))

    @truth.register
    def _(self, condition: StillWithin) -> Any:
        since = self.column(condition.since)
        return (since >= condition.first) & (since <= condition.day)

    @truth.register
    def _(self, condition: IsOdd) -> Any:
        return self.column(condition.fact) % 2 != 0

    @truth.register
    def _(self, condition: Elapsed) -> Any:
        since, until = (
            self.column(end) if isinstance(end, Fact) else ibis.literal(end)
            for end in (condition.since, condition.until)
        )
        if condition.unit == "days":
            length = until.delta(since, unit="day")
        else:
            length = _months_index(until) - _months_index(since)
        holds = arithmetic.OPERATORS[condition.op](length, arithmetic.longest(condition))
        return (since <= until) & holds

    @truth.register
    def _(self, condition: InSeason) -> Any:
        season = arithmetic.filled_in(condition.season)
        day = self.column(condition.fact)
        # Engines give months in 8 bits, in which 3 × 100 runs over.
        at = day.month().cast("int64") * 100 + day.day().cast("int64")
        first, last = arithmetic.season_bounds(season.value)  # type: ignore[arg-type]
        if first <= last:
            return (at >= first) & (at <= last)
        return (at >= first) | (at <= last)


def _months_index(day: Any) -> Any:
    # Engines give months in 8 bits and years in 32.
    year, month = day.year().cast("int64"), day.month().cast("int64")
    return (year * 12 + month) * 100 + day.day().cast("int64")


def _fits(column: Any, fact: Fact) -> bool:
    kind = column.type()
    match fact.kind:
        case Kind.WHOLE | Kind.YEAR | Kind.MONEY:
            return bool(kind.is_integer())
        case Kind.DECIMAL | Kind.SHARE:
            return bool(kind.is_float64())
        case Kind.FLAG:
            return bool(kind.is_boolean())
        case Kind.DAY:
            return bool(kind.is_date())
        case _:
            return bool(kind.is_string())
