"""A workbook of one list: who took it and what was looked for, headings, rows."""

from collections.abc import Iterable, Mapping, Sequence
from tempfile import TemporaryFile
from typing import IO, Any, Final

import xlsxwriter

#: Cells are what they are: no text becomes a formula or a link, whatever it begins with. Rows go
#: to the disk one by one, so that a long list needs no room.
PLAIN: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
    "constant_memory": True,
}
USUAL: Final = 16


def list_workbook(
    title: str,
    *,
    head: Sequence[tuple[str, str]],
    headings: Sequence[str],
    rows: Iterable[Sequence[Any]],
    widths: Mapping[int, int] | None = None,
    frozen: int = 1,
) -> tuple[IO[bytes], int]:
    """Return a workbook with one sheet, and how many rows it has; None leaves a cell empty."""
    file = TemporaryFile()  # noqa: SIM115 - whoever hands it out closes it
    book = xlsxwriter.Workbook(file, PLAIN)
    sheet = book.add_worksheet(title)
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet.set_column(0, max(0, len(headings) - 1), USUAL)
    for column, width in (widths or {}).items():
        sheet.set_column(column, column, width)
    for index, (label, value) in enumerate(head):
        sheet.write_row(index, 0, (label, value))
    top = len(head) + 1
    sheet.write_row(top, 0, headings, bold)
    sheet.freeze_panes(top + 1, frozen)
    row = top
    for row, cells in enumerate(rows, start=top + 1):
        for column, value in enumerate(cells):
            _cell(sheet, row, column, value)
    sheet.autofilter(top, 0, max(row, top), max(0, len(headings) - 1))
    book.close()
    file.seek(0)
    return file, row - top


def _cell(sheet: Any, row: int, column: int, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, str(value))
