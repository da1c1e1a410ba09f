"""What every workbook of results is written with: plain cells, and sheets laid out for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from fractions import Fraction
from typing import IO, Any, Final

import xlsxwriter

#: Cells are what they are: no text becomes a formula, a link or a number, whatever it begins with.
PLAIN: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
#: How the headings of a table look.
HEAD: Final = {
    "bold": True,
    "bg_color": "#DCE6F1",
    "border": 1,
    "text_wrap": True,
    "valign": "top",
}
_WIDEST: Final = 60
_A4: Final = 9


@contextmanager
def dated_book(content: IO[bytes], title: str, *, day: date) -> Iterator[Any]:
    """Open a workbook that was made on a day: the same cells give the same bytes."""
    with xlsxwriter.Workbook(content, PLAIN | {"in_memory": True}) as book:
        made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day
        book.set_properties({"title": title, "created": made})
        yield book


def put(sheet: Any, row: int, column: int, value: object, look: Any = None) -> None:
    """Write a number as a number and everything else as text; None leaves the cell empty."""
    if value is None:
        return
    if isinstance(value, int | float | Fraction) and not isinstance(value, bool):
        plain = float(value) if isinstance(value, Fraction) else value
        sheet.write_number(row, column, plain, look)
    else:
        sheet.write_string(row, column, str(value), look)


def lay_out(sheet: Any, *, rows: int, columns: int, frozen: int, top: int = 0) -> None:
    """Keep the headings in view and on every page, let rows be filtered, fit them to the width."""
    sheet.freeze_panes(top + 1, frozen)
    if rows:
        sheet.autofilter(top, 0, top + rows, max(0, columns - 1))
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)


def fitting(texts: Iterable[str]) -> float:
    """Return the width in which texts of a column can be read; Chinese takes twice the room."""
    longest = max(map(_breadth, texts), default=0)
    return float(min(_WIDEST, longest + 2))


def _breadth(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)
