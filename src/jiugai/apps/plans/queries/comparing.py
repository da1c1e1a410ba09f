"""Scenarios side by side, by the core's comparison of plans."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jiugai.apps.plans.models import Scenario
from jiugai.apps.plans.queries.studio import result_shown
from jiugai.apps.plans.records import record_of_result
from jiugai.kernel.tables import Table
from jiugai.planning.comparing.compare import pairwise, said
from jiugai.planning.output.comparison import (
    estates_table,
    figures_table,
    money_table,
    pairs_table,
)
from jiugai.planning.record import PlanRecord

#: More rows than this are for the workbook.
MOST_ROWS = 300


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a page draws it: headings, whether each is a number, rows of text."""

    name: str
    heads: Sequence[tuple[str, bool]]
    rows: Sequence[Sequence[tuple[str, bool]]]
    note: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """Sentences on each two plans, and tables."""

    sentences: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    solved: frozenset[int] = frozenset()


def compared(scenarios: Sequence[Scenario]) -> Compared:
    """Return the latest results of scenarios side by side; empty for fewer than two."""
    found = [(one, result_shown(one)) for one in scenarios]
    records = [record_of_result(result, name=one.name) for one, result in found if result]
    solved = frozenset(one.pk for one, result in found if result)
    if len(records) < 2:
        return Compared(solved=solved)
    return replace(compared_records(records), solved=solved)


def compared_records(records: Sequence[PlanRecord]) -> Compared:
    """Return plans side by side: sentences and tables."""
    pairs = pairwise(records)
    sentences = [said(pair) for pair in pairs] + [r for pair in pairs for r in pair.remarks]
    tables = (
        figures_table(records),
        money_table(records),
        pairs_table(pairs),
        estates_table(pairs),
    )
    return Compared(tuple(dict.fromkeys(sentences)), tuple(map(sheet_of, tables)))


def sheet_of(table: Table) -> Sheet:
    """Return a table of the core as a page draws it."""
    numbers = [column.is_number for column in table.columns]
    texts = table.texts()
    return Sheet(
        table.name,
        [(column.heading, column.is_number) for column in table.columns],
        [list(zip(row, numbers, strict=True)) for row in texts[:MOST_ROWS]],
        table.note,
        max(0, len(texts) - MOST_ROWS),
    )
