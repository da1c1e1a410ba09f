"""Rows of a table with their headings found and their cells read, or a sentence why not."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import Headings, find_head, half, named, title_of
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.sheets import Cell, Row
from jiugai.planning.schedule.words import TOTALS

#: Day 1 of a spreadsheet is 1900-01-01 and 1900 counts as a leap year, so later days start here.
_FIRST_SERIAL: Final = date(1899, 12, 30)
_SERIALS: Final = range(36_526, 73_051)  # 2000 to 2099
_DAY: Final = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?(?:[ T]00:00(?::00)?)?")
_NUMBER: Final = re.compile(r"(-?)(\d{1,12}(?:\.\d{1,6})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?)(.*)")


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of a row by the name of their column; a missing cell is empty."""

    file: str
    cells: Mapping[str, Cell]

    def __getitem__(self, name: str) -> Cell:
        return self.cells[name]

    def text(self, name: str) -> str:
        """Return the text of a cell."""
        return self.cells[name].text

    def wrong(self, name: str, message: str) -> InputError:
        """Return the error that a cell of the line is wrong."""
        return InputError(message, file=self.file, cell=self.cells[name].at)


def lines_of(
    rows: Sequence[Row], headings: Headings, needed: Sequence[str], file: str
) -> list[Line]:
    """Return the lines below the headings, without totals.

    Raises InputError if the headings are not found or nothing stands below them.
    """
    found = find_head(rows, headings, needed)
    if found is None:
        names = listed(title_of(headings[name]) for name in needed)
        raise InputError(_("找不到表头；须有 {names} 这几列。").format(names=names), file=file)
    index, columns = found
    every = (_line(row, columns, headings, file) for row in rows[index + 1 :])
    lines = [line for line in every if not _is_total(line)]
    if not lines:
        raise InputError(_("表头下没有任何行；请填写后再用。"), file=file)
    return lines


def _line(row: Row, columns: Mapping[str, int], headings: Headings, file: str) -> Line:
    empty = Cell("", row[0].at)
    return Line(
        file,
        {
            name: row[columns[name]] if name in columns and columns[name] < len(row) else empty
            for name in headings
        },
    )


def _is_total(line: Line) -> bool:
    return any(named(cell.text, TOTALS) for cell in line.cells.values())


def day_in(line: Line, name: str) -> date | None:
    """Return the day of a cell, None if it is empty; raises InputError if it is no day."""
    text = half(line.text(name))
    if not text:
        return None
    if text.isdigit() and int(text) in _SERIALS:
        return _FIRST_SERIAL + timedelta(days=int(text))
    found = _DAY.fullmatch(text)
    if found is not None:
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError as error:
            raise line.wrong(
                name, _("没有“{text}”这一天；请改正日期。").format(text=text)
            ) from error
    raise line.wrong(name, _("“{text}”不是日期；请写成 2026-03-16。").format(text=text))


def number_in(line: Line, name: str) -> tuple[Fraction, str] | None:
    """Return the number of a cell and the unit behind it, None if it is empty.

    Raises InputError if it is negative or no number.
    """
    text = half(line.text(name)).replace(" ", "")
    if not text:
        return None
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise line.wrong(name, _("“{text}”不是数字；请只写数字。").format(text=text))
    if found[1]:
        raise line.wrong(name, _("“{text}”是负数；请改成正数。").format(text=text))
    return Fraction(found[2].replace(",", "")), found[3]


def whole_in(line: Line, name: str) -> int | None:
    """Return the whole number of a cell, None if it is empty; raises InputError otherwise."""
    found = number_in(line, name)
    if found is None:
        return None
    if found[0].denominator != 1:
        raise line.wrong(name, _("“{text}”不是整数；请写整数。").format(text=line.text(name)))
    return int(found[0])
