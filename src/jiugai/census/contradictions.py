"""Cells of one row that cannot both be right."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from jiugai.census.cells.column import read_column
from jiugai.census.cells.readers import reader_for
from jiugai.census.issues import IssueKind, IssueLog, Severity
from jiugai.census.recognise import Column, Ledger
from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Estate, Fact, Kind

#: How much of a number two ways of rounding it may differ.
_NEAR: Final = 1e-9

Values = Mapping[str, pl.Series]


def note_contradictions(
    ledger: Ledger, positions: pl.Series, values: Values, log: IssueLog
) -> None:
    """Note the rows in which two columns contradict each other; no value is taken back.

    `values` are what was read at `positions` of the sheet, by the name of the fact.
    """
    for column, fact in ledger.also:
        taken = ledger.column_of(fact)
        # Names and numbers of several kinds may well stand side by side.
        if taken and fact.kind is not Kind.TEXT:
            at = positions.filter(_differs(ledger, column, fact, positions, values))
            _note(ledger, column, taken, at, _two_values(), log)
    earliest = ledger.column_of(Estate.earliest_year)
    latest = ledger.column_of(Estate.latest_year)
    if earliest and latest:
        first, last = values[Estate.earliest_year.name], values[Estate.latest_year.name]
        _note(ledger, latest, earliest, positions.filter(last < first), _reversed_years(), log)


def _two_values() -> str:
    return _(
        "第 {row} 行“{column}”（{cell}）写的是“{value}”，“{other}”（{other_cell}）写的是"
        "“{said}”，说的是同一件事，按后者计；请核对后改正其一"
    )


def _reversed_years() -> str:
    return _(
        "第 {row} 行“{column}”（{cell}）写的是“{value}”，早于“{other}”（{other_cell}）的"
        "“{said}”；请改正其一"
    )


def _differs(
    ledger: Ledger, column: Column, fact: Fact, positions: pl.Series, values: Values
) -> pl.Series:
    """Return in which rows a column says something else than the one that was taken."""
    raw = ledger.sheet.column(column.index).take(positions)
    mine, theirs = read_column(raw, reader_for(fact, column.unit, raw)).values, values[fact.name]
    if fact.kind in (Kind.DECIMAL, Kind.SHARE):
        return (mine - theirs).abs() > _NEAR * (mine.abs() + theirs.abs())
    return mine != theirs


def _note(
    ledger: Ledger, column: Column, other: Column, at: pl.Series, advice: str, log: IssueLog
) -> None:
    if at.is_empty():
        return
    said = [ledger.sheet.column(one.index).take(at).shown() for one in (column, other)]
    found = pl.DataFrame({"row": at + ledger.sheet.first_row, "value": said[0], "said": said[1]})
    log.rows(
        found.with_columns(
            other=pl.lit(other.heading),
            cell=pl.format("{}{}", pl.lit(column.letter), "row"),
            other_cell=pl.format("{}{}", pl.lit(other.letter), "row"),
        ),
        file=ledger.file,
        sheet=ledger.sheet.name,
        column=column.heading,
        letter=column.letter,
        kind=IssueKind.CONFLICT,
        advice=advice,
        severity=Severity.WARNING,
    )
