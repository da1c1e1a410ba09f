"""Choosing how a column is read, from its fact, its unit and its numbers."""

from decimal import Decimal
from functools import partial
from typing import Final

import polars as pl

from jiugai.census.cells.choices import read_choice
from jiugai.census.cells.column import Reader, numbers_in
from jiugai.census.cells.days import read_day
from jiugai.census.cells.flags import read_flag
from jiugai.census.cells.quantities import CENTS, Measure, read_quantity
from jiugai.census.cells.shares import Bare, bare_numbers, mixed_examples, read_share
from jiugai.census.cells.years import PLAIN_YEAR, read_year
from jiugai.census.sheet import RawColumn
from jiugai.census.units import Unit, own_unit, quantity_of
from jiugai.policy.vocabulary import Estate, Fact, Kind

#: The column types of a census, which rules read as they are.
DTYPES: Final[dict[Kind, pl.DataType]] = {
    Kind.FLAG: pl.Boolean(),
    Kind.WHOLE: pl.Int64(),
    Kind.DECIMAL: pl.Float64(),
    Kind.SHARE: pl.Float64(),
    Kind.YEAR: pl.Int32(),
    Kind.DAY: pl.Date(),
    Kind.MONEY: pl.Int64(),
    Kind.CHOICE: pl.String(),
    Kind.TEXT: pl.String(),
}
_PLAIN: Final = r"^([-+]?\d{1,15}(?:\.\d{1,12})?)$"
_COUNT: Final = r"^(\d{1,15})(?:\.0+|栋|幢|座|户|人|件|层)?$"
# A cell may lack the per cent sign only where its column says so; see `shares.py`.
_EXACT: Final = 2.0**50
#: Coordinates are checked as pairs, when it is known which is which.
UNBOUNDED: Final = (Estate.lon, Estate.lat)


def reader_for(fact: Fact, unit: Unit | None, raw: RawColumn) -> Reader:
    """Return how the cells of a column that has `fact` are read."""
    dtype = DTYPES[fact.kind]
    match fact.kind:
        case Kind.FLAG:
            return Reader(dtype, partial(read_flag, fact=fact))
        case Kind.CHOICE:
            return Reader(dtype, partial(read_choice, fact=fact))
        case Kind.DAY:
            return Reader(dtype, read_day)
        case Kind.YEAR:
            return _year_reader(fact, dtype)
        case Kind.SHARE:
            return _share_reader(dtype, share_spelling(unit, raw))
        case Kind.WHOLE | Kind.DECIMAL | Kind.MONEY:
            return _quantity_reader(fact, dtype, unit)
        case Kind.TEXT:
            raise ValueError(f"{fact.id} is text, which is not read cell by cell.")


def share_spelling(unit: Unit | None, raw: RawColumn) -> Bare:
    """Return what the bare numbers of a column of shares mean."""
    return bare_numbers(numbers_in(raw, _PLAIN), heading=unit.name if unit else "")


def mixed_shares(unit: Unit | None, raw: RawColumn) -> tuple[str, str] | None:
    """Return a fraction and a per cent of a column that holds bare numbers of both kinds."""
    if share_spelling(unit, raw) is not Bare.PER_CENT:
        return None
    return mixed_examples(numbers_in(raw, _PLAIN))


def _year_reader(fact: Fact, dtype: pl.DataType) -> Reader:
    low, high = fact.low or 0.0, fact.high or 9999.0

    def at_once(numbers: pl.Series) -> pl.Series:
        n = pl.col("n")
        return _kept(numbers, n, (n == n.floor()) & n.is_between(low, high))

    return Reader(dtype, partial(read_year, low=low, high=high), at_once, PLAIN_YEAR)


def _share_reader(dtype: pl.DataType, bare: Bare) -> Reader:
    def at_once(numbers: pl.Series) -> pl.Series:
        n = pl.col("n")
        match bare:
            case Bare.FRACTION:
                return _kept(numbers, n, n.is_between(0, 1))
            case Bare.PER_CENT:
                share = pl.when(n > 1).then(n / 100).otherwise(n)
                return _kept(numbers, share, n.is_between(0, 100))
            case Bare.PER_MILLE:
                return _kept(numbers, n / 1000, n.is_between(0, 1000))

    return Reader(dtype, partial(read_share, bare=bare), at_once, _PLAIN)


def _quantity_reader(fact: Fact, dtype: pl.DataType, unit: Unit | None) -> Reader:
    bounded = fact not in UNBOUNDED
    own = own_unit(fact)
    measure = Measure(
        fact.kind,
        quantity_of(fact),
        unit,
        own.scale if own else Decimal(1),
        fact.low if bounded else None,
        fact.high if bounded else None,
        fact.unit,
    )
    pattern = _COUNT if fact.kind is Kind.WHOLE else _PLAIN
    if unit and unit.name != fact.unit and fact.kind is Kind.WHOLE:
        pattern = _PLAIN  # 万户 in the heading does not multiply what a cell says is 户
    return Reader(dtype, partial(read_quantity, measure=measure), _scaler(measure), pattern)


def _scaler(measure: Measure) -> "_Scaler":
    scale = measure.unit.scale if measure.unit else measure.own_scale
    if measure.kind is Kind.MONEY:
        return _Scaler(measure, float(scale * CENTS))
    return _Scaler(measure, float(scale / measure.own_scale))


class _Scaler:
    """Turns plain numbers into the fact's own unit where that is exact beyond doubt."""

    __slots__ = ("factor", "measure")

    def __init__(self, measure: Measure, factor: float) -> None:
        self.measure = measure
        self.factor = factor

    def __call__(self, numbers: pl.Series) -> pl.Series:
        n = pl.col("n")
        scaled = n * self.factor if self.factor != 1 else n
        keep = scaled.abs() < _EXACT
        if self.measure.low is not None:
            keep &= scaled >= self.measure.low
        if self.measure.high is not None:
            keep &= scaled <= self.measure.high
        match self.measure.kind:
            case Kind.DECIMAL:
                value = scaled if self.factor == 1 else scaled.round(6)
            case Kind.MONEY:
                # Half cents are rounded from their decimal digits, not from the double.
                value = scaled.round()
                keep &= ((scaled - scaled.floor()) - 0.5).abs() > 1e-3
            case _:
                value = scaled.round()
                keep &= (scaled - value).abs() < 1e-6
        return _kept(numbers, value, keep)


def _kept(numbers: pl.Series, value: pl.Expr, keep: pl.Expr) -> pl.Series:
    return pl.DataFrame({"n": numbers}).select(pl.when(keep).then(value))["n"]
