"""A table of results: what its columns hold, to be shown on a page or written to a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from jiugai.kernel.money import grouped, in_yuan

Cell = str | int | float | Fraction | None

#: A spreadsheet would run a text that begins like this as a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t")


class Holds(StrEnum):
    """What a column holds."""

    TEXT = "text"
    COUNT = "count"
    MONEY = "money"  # whole cents, shown in 万元
    YUAN = "yuan"  # whole cents, shown in 元, as a household reads them
    SHARE = "share"  # 1 is the whole
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading; `signed` shows a plus before what is above 0."""

    heading: str
    holds: Holds = Holds.TEXT
    signed: bool = False

    @property
    def is_number(self) -> bool:
        """Return whether the column is set to the right."""
        return self.holds is not Holds.TEXT

    def shown(self, value: Cell) -> str:
        """Return a cell of the column as people read it."""
        if value is None or isinstance(value, str):
            return value or ""
        plus = "+" if self.signed and value > 0 else ""
        return plus + _shown(self.holds, value)


def _shown(holds: Holds, value: int | float | Fraction) -> str:
    match holds:
        case Holds.COUNT:
            return f"{int(value):,}"
        case Holds.MONEY:
            return grouped(int(value))
        case Holds.YUAN:
            return in_yuan(int(value))
        case Holds.SHARE:
            return f"{float(value):.1%}"
        case Holds.FIGURE:
            return f"{float(value):,.2f}"
        case Holds.TEXT:
            return str(value)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, with a name and what must be known to read them."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    note: str = ""

    def texts(self) -> list[list[str]]:
        """Return every row as people read it."""
        return [
            [column.shown(cell) for column, cell in zip(self.columns, row, strict=True)]
            for row in self.rows
        ]


def without_empty(table: Table) -> Table:
    """Return a table without the columns in which no row has anything."""
    kept = [
        index
        for index in range(len(table.columns))
        if any(row[index] not in (None, "") for row in table.rows)
    ]
    columns = tuple(table.columns[index] for index in kept)
    return Table(table.name, columns, [[row[i] for i in kept] for row in table.rows], table.note)


def as_text(text: str) -> str:
    """Return a text that a spreadsheet shows and never runs."""
    return f"'{text}" if text.startswith(_FORMULA) else text
