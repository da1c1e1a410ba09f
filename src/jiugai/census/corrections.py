"""Cells that a person corrected: they are read as if the ledger had said so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

import polars as pl

from jiugai.census.archive import column_number
from jiugai.census.sheet import Sheet

_ADDRESS: Final = re.compile(r"^([A-Z]{1,3})([1-9]\d{0,7})$")


class Cell(NamedTuple):
    """A cell of a ledger by its address like F38; a text file's sheet has no name."""

    file: str
    sheet: str
    address: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """What some cells should say; the file itself is never changed."""

    cells: Mapping[Cell, str] = field(default_factory=dict)

    def applied(self, sheet: Sheet, *, file: str) -> Sheet:
        """Return a sheet with its corrected cells; addresses outside it are left alone."""
        here = {
            at: value
            for cell, value in self.cells.items()
            if (cell.file, cell.sheet) == (file, sheet.name)
            and (at := _position(sheet, cell.address)) is not None
        }
        if not here:
            return sheet
        text, numbers = sheet.text, sheet.numbers
        for index in sorted({column for _row, column in here}):
            rows = [row for row, column in here if column == index]
            words = [here[row, index].strip() or None for row in rows]
            name, other = text.columns[index], numbers.columns[index]
            said = text[name].cast(pl.String).scatter(rows, pl.Series(words, dtype=pl.String))
            text = text.with_columns(said.alias(name))
            none = pl.Series([None] * len(rows), dtype=pl.Float64)
            numbers = numbers.with_columns(
                numbers[other].cast(pl.Float64).scatter(rows, none).alias(other)
            )
        flaws = {at: shown for at, shown in sheet.flaws.items() if at not in here}
        return replace(sheet, text=text, numbers=numbers, flaws=flaws)


def _position(sheet: Sheet, address: str) -> tuple[int, int] | None:
    found = _ADDRESS.match(address)
    if found is None:
        return None
    column = column_number(found[1].encode()) - 1 - sheet.first_column
    row = int(found[2]) - sheet.first_row
    is_there = 0 <= row < sheet.height and 0 <= column < sheet.width
    return (row, column) if is_there else None
