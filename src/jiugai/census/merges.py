"""Merged cells below the heading: a word for several rows, or a number for nobody knows which."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from jiugai.census.issues import IssueKind, IssueLog, Severity
from jiugai.census.recognise import Column, Ledger
from jiugai.census.sheet import Merge
from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Kind

#: A sum merged over several rows belongs to all of them together.
_SUMS: Final = {Kind.WHOLE, Kind.DECIMAL, Kind.MONEY, Kind.SHARE}


def unmerge(ledger: Ledger, log: IssueLog) -> Ledger:
    """Return the ledger with words of merged cells in every row they span.

    Numbers that span several rows are taken out and noted: nobody can tell their shares.
    """
    below = [m for m in ledger.sheet.merges if m.top > ledger.last and m.bottom > m.top]
    by_column: dict[int, list[Merge]] = {}
    for merge in below:
        by_column.setdefault(merge.left, []).append(merge)
    sheet = ledger.sheet
    for column in ledger.columns:
        merges = by_column.get(column.index, [])
        if column.fact is None or not merges:
            continue
        if column.fact.kind in _SUMS:
            _note(ledger, column, merges, log)
        source = pl.Series(_sources(sheet.height, column, merges), dtype=pl.UInt32)
        name = str(column.index)
        sheet = replace(
            sheet,
            text=sheet.text.with_columns(sheet.text[name].gather(source)),
            numbers=sheet.numbers.with_columns(sheet.numbers[name].gather(source)),
        )
    return replace(ledger, sheet=sheet)


def _sources(height: int, column: Column, merges: Sequence[Merge]) -> list[int | None]:
    """Return from which row each row takes its cell, None where it is taken out."""
    sources: list[int | None] = list(range(height))
    is_sum = column.fact is not None and column.fact.kind in _SUMS
    for merge in merges:
        for row in range(merge.top, min(merge.bottom + 1, height)):
            sources[row] = None if is_sum else merge.top
    return sources


def _note(ledger: Ledger, column: Column, merges: Sequence[Merge], log: IssueLog) -> None:
    sheet = ledger.sheet
    cells = sheet.column(column.index).shown()
    found = pl.DataFrame(
        {
            "row": [merge.top + sheet.first_row for merge in merges],
            "last": [merge.bottom + sheet.first_row for merge in merges],
            "value": cells.gather([merge.top for merge in merges]),
        }
    ).filter(pl.col("value").is_not_null())
    log.rows(
        found,
        file=ledger.file,
        sheet=sheet.name,
        column=column.heading,
        letter=column.letter,
        kind=IssueKind.MERGED,
        severity=Severity.WARNING,
        advice=_("第 {row}–{last} 行的“{column}”合并成一格“{value}”，分不清各行多少；请逐行填写"),
    )
