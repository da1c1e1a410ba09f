"""Rows of one ledger that speak of the same thing twice."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from jiugai.census.issues import IssueKind, IssueLog, Severity
from jiugai.census.shown import shown
from jiugai.census.table import ROW, Table
from jiugai.census.words import key_of
from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Fact, Kind

#: What tells rows apart within one ledger.
SELF: Final = "_self"


@dataclass(frozen=True, slots=True)
class Kept:
    """The rows that go on, and how many were listed instead."""

    frame: pl.DataFrame
    listed: int


def keep_first(table: Table, frame: pl.DataFrame, log: IssueLog) -> Kept:
    """Return the first row of each; a later one is noted as a duplicate or a conflict.

    `frame` has `_self`. A later row adds nothing to the first, not even where that is empty:
    which of the two is right is for the owner of the ledger to say.
    """
    is_later = pl.col(SELF).is_duplicated() & ~pl.col(SELF).is_first_distinct()
    later = frame.filter(is_later)
    if later.is_empty():
        return Kept(frame, 0)
    first = frame.filter(pl.col(SELF).is_duplicated() & pl.col(SELF).is_first_distinct())
    pairs = later.join(first, on=SELF, how="left", suffix="_1", maintain_order="left")
    facts = [fact for fact in table.subject.facts() if fact.name in frame.columns]
    told = pairs.select(
        row=ROW,
        other=f"{ROW}_1",
        value=pl.coalesce([pl.col(name) for name in ("id", "name") if name in frame.columns]),
        differs=pl.concat_str(
            [_difference(fact, table) for fact in facts], separator=_("；"), ignore_nulls=True
        ),
    )
    _note(table, told, log)
    return Kept(frame.filter(~is_later), later.height)


def _difference(fact: Fact, table: Table) -> pl.Expr:
    """Return what the two rows of a pair say of a fact, null where they agree."""
    mine, theirs = pl.col(fact.name), pl.col(f"{fact.name}_1")
    agree = mine.eq_missing(theirs)
    if fact.kind is Kind.TEXT:
        agree = key_of(mine).eq_missing(key_of(theirs))
    heading = table.origins[fact.name].heading if fact.name in table.origins else fact.heading
    said = [shown(value, fact).fill_null("—") for value in (theirs, mine)]
    return pl.when(~agree).then(pl.format("{} {} / {}", pl.lit(heading), *said))


def _note(table: Table, told: pl.DataFrame, log: IssueLog) -> None:
    is_same = pl.col("differs") == ""
    for rows, kind, advice, severity in (
        (
            told.filter(is_same),
            IssueKind.DUPLICATE,
            _("第 {row} 行“{value}”与第 {other} 行完全相同，只计一次；请删去一行"),
            Severity.WARNING,
        ),
        (
            told.filter(~is_same),
            IssueKind.CONFLICT,
            _(
                "第 {row} 行“{value}”与第 {other} 行重复而内容不同（{differs}），"
                "按第 {other} 行计；请核对后只留一行"
            ),
            Severity.ERROR,
        ),
    ):
        log.rows(
            rows, file=table.file, sheet=table.sheet, kind=kind, advice=advice, severity=severity
        )
