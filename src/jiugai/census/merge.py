"""Putting the values of several ledgers together; the first named wins, the others are told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from jiugai.census.cells.readers import DTYPES
from jiugai.census.issues import IssueKind, IssueLog, Severity
from jiugai.census.join import ESTATE, Placed
from jiugai.census.locate import GIVEN
from jiugai.census.place import OWN
from jiugai.census.shown import shown
from jiugai.census.table import ROW, Table
from jiugai.census.words import key_of
from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Estate, Fact, Kind

#: Taken together from one ledger, for half a coordinate pair is worth nothing.
_POINT: Final = ("lon", "lat", "datum", *GIVEN.values())
_DIVISION: Final = ("division", "district")
_FAR_M: Final = 100.0
_METRES_PER_DEGREE: Final = 111_320.0
_MINE, _THEIRS, _WINNER, _WINNER_ROW = "_mine", "_theirs", "_winner", "_winner_row"


@dataclass(frozen=True, slots=True)
class Merged:
    """The estates' values, and for each the number of the table that gave it."""

    values: pl.DataFrame
    winners: pl.DataFrame
    rows: pl.DataFrame


def merge(placed: Sequence[Placed], count: int, log: IssueLog) -> Merged:
    """Return the values of `count` estates, every fact of the vocabulary a column."""
    aligned = [_aligned(one.frame, count) for one in placed]
    rows = pl.DataFrame([frame[ROW].alias(str(i)) for i, frame in enumerate(aligned)])
    known = {name for frame in aligned for name in frame.columns}
    values: dict[str, pl.Series] = {}
    winners: dict[str, pl.Series] = {}
    for group in _groups():
        if group[0] in known:
            taken = _winners(aligned, group[0], count)
            values |= {name: _take(aligned, name, taken) for name in group}
            winners |= dict.fromkeys(group, taken)
    tables = [one.table for one in placed]
    _note_conflicts(tables, aligned, rows, winners, log)
    absent = [name for group in _groups() for name in group if name not in values]
    frame = pl.DataFrame(values) if values else rows.select([])
    nothing = [pl.lit(None, dtype=_dtype(name)).alias(name) for name in absent]
    return Merged(frame.with_columns(nothing), pl.DataFrame(winners), rows)


def _groups() -> Iterator[tuple[str, ...]]:
    """Yield the columns that come from one ledger together, the deciding one first."""
    for fact in Estate.facts():
        if fact.name not in (*_POINT, *_DIVISION):
            yield (fact.name,)
    yield _DIVISION
    yield _POINT


def _aligned(frame: pl.DataFrame, count: int) -> pl.DataFrame:
    """Return a ledger's rows in the order of estates, empty where it does not know one."""
    if frame.height == count and frame[ESTATE].is_sorted():
        return frame
    estates = pl.DataFrame({ESTATE: pl.int_range(count, dtype=pl.UInt32, eager=True)})
    return estates.join(frame, on=ESTATE, how="left", maintain_order="left")


def _winners(aligned: Sequence[pl.DataFrame], name: str, count: int) -> pl.Series:
    """Return for each estate the number of the first ledger that knows a fact."""
    winner = pl.repeat(None, count, dtype=pl.Int16, eager=True)
    for number, frame in reversed(list(enumerate(aligned))):
        if name in frame.columns:
            winner = winner.set(frame[name].is_not_null(), number)
    return winner


def _take(aligned: Sequence[pl.DataFrame], name: str, winner: pl.Series) -> pl.Series:
    dtype = _dtype(name)
    taken = pl.repeat(None, len(winner), dtype=dtype, eager=True)
    for number, frame in enumerate(aligned):
        if name in frame.columns:
            mask = (winner == number).fill_null(value=False)
            taken = frame[name].cast(dtype).zip_with(mask, taken)
    return taken.alias(name)


def _dtype(name: str) -> pl.DataType:
    given = {"lon_given": pl.Float64(), "lat_given": pl.Float64(), "datum_given": pl.String()}
    return given.get(name) or DTYPES[Estate.fact(name).kind]


def _note_conflicts(
    tables: Sequence[Table],
    aligned: Sequence[pl.DataFrame],
    rows: pl.DataFrame,
    winners: dict[str, pl.Series],
    log: IssueLog,
) -> None:
    compared = [f for f in Estate.facts() if f.name not in (*_POINT, *_DIVISION, "id")]
    for number in range(1, len(tables)):
        frame = aligned[number]
        for fact in (*compared, Estate.division, Estate.lon):
            if fact.name in frame.columns:
                winner = winners[fact.name]
                later = (winner < number) & frame[fact.name].is_not_null()
                pairs = _pairs(fact, aligned, rows, winner, number).filter(
                    later.fill_null(value=False)
                )
                _note(tables, number, fact, pairs.filter(_differs(fact)), log)


def _pairs(
    fact: Fact, aligned: Sequence[pl.DataFrame], rows: pl.DataFrame, winner: pl.Series, number: int
) -> pl.DataFrame:
    """Return what a ledger and the winning one say of a fact, estate by estate."""
    columns = [fact.name] if fact is not Estate.lon else ["lon", "lat"]
    if fact is Estate.division:
        columns = ["district", OWN]
    pairs = {_WINNER: winner, _WINNER_ROW: _of_winner(rows, winner), ROW: rows[str(number)]}
    for name in columns:
        pairs[name + _MINE] = aligned[number][name]
        pairs[name + _THEIRS] = _any_type(aligned, name, winner)
    return pl.DataFrame(pairs)


def _any_type(aligned: Sequence[pl.DataFrame], name: str, winner: pl.Series) -> pl.Series:
    known = [frame[name] for frame in aligned if name in frame.columns]
    taken = pl.repeat(None, len(winner), dtype=known[0].dtype, eager=True)
    for number, frame in enumerate(aligned):
        if name in frame.columns:
            taken = frame[name].zip_with((winner == number).fill_null(value=False), taken)
    return taken


def _of_winner(rows: pl.DataFrame, winner: pl.Series) -> pl.Series:
    taken = pl.repeat(None, len(winner), dtype=pl.Int64, eager=True)
    for number, name in enumerate(rows.columns):
        taken = rows[name].zip_with((winner == number).fill_null(value=False), taken)
    return taken


def _differs(fact: Fact) -> pl.Expr:
    if fact is Estate.lon:
        return _distance() > _FAR_M
    name = OWN if fact is Estate.division else fact.name
    mine, theirs = pl.col(name + _MINE), pl.col(name + _THEIRS)
    match fact.kind:
        case Kind.TEXT:
            return key_of(mine) != key_of(theirs)
        case Kind.DECIMAL | Kind.SHARE:
            return (mine - theirs).abs() > 1e-9 * pl.max_horizontal(mine.abs(), theirs.abs())
        case _:
            return mine != theirs


def _distance() -> pl.Expr:
    """Return how many metres two points are apart, as near each other as estates are."""
    north = (pl.col("lat" + _MINE) - pl.col("lat" + _THEIRS)) * _METRES_PER_DEGREE
    narrow = pl.col("lat" + _MINE).radians().cos()
    east = (pl.col("lon" + _MINE) - pl.col("lon" + _THEIRS)) * _METRES_PER_DEGREE * narrow
    return (north**2 + east**2).sqrt()


def _said(fact: Fact, suffix: str) -> pl.Expr:
    if fact is Estate.lon:
        both = pl.col("lon" + suffix, "lat" + suffix).round(6).cast(pl.String)
        return pl.concat_str(both, separator=", ")
    if fact is Estate.division:
        return pl.coalesce("district" + suffix, OWN + suffix)
    return shown(pl.col(fact.name + suffix), fact)


def _what(fact: Fact) -> str:
    if fact is Estate.lon:
        return _("坐标")
    return _((Estate.district if fact is Estate.division else fact).heading)


def _note(
    tables: Sequence[Table], number: int, fact: Fact, pairs: pl.DataFrame, log: IssueLog
) -> None:
    if pairs.is_empty():
        return
    table = tables[number]
    names = [one.where for one in tables]
    origin = table.origins.get(fact.name) or table.origins.get("district")
    log.rows(
        pairs.select(
            row=ROW,
            value=_said(fact, _MINE),
            theirs=_said(fact, _THEIRS),
            other=pl.col(_WINNER).replace_strict(dict(enumerate(names)), return_dtype=pl.String),
            other_row=_WINNER_ROW,
            where=pl.lit(table.where),
            what=pl.lit(_what(fact)),
        ),
        file=table.file,
        sheet=table.sheet,
        column=origin.heading if origin else fact.heading,
        letter=origin.letter if origin else "",
        kind=IssueKind.CONFLICT,
        severity=Severity.WARNING,
        advice=_(
            "{what}不一致：{other} 第 {other_row} 行写的是“{theirs}”，"
            "{where} 第 {row} 行写的是“{value}”，按前者计；请核对后改正其一"
        ),
    )
