"""A workbook of one list: who took it and what was looked for, headings, rows."""

from collections.abc import Iterable, Mapping, Sequence
from tempfile import TemporaryFile
from typing import IO, Any, Final

import xlsxwriter

from jiugai.kernel.sheet_writer import PLAIN, lay_out, put

#: Rows go to the disk one by one, so that a long list needs no room.
LONG: Final = PLAIN | {"nan_inf_to_errors": True, "constant_memory": True}
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
    book = xlsxwriter.Workbook(file, LONG)
    sheet = book.add_worksheet(title)
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet.set_column(0, max(0, len(headings) - 1), USUAL)
    for column, width in (widths or {}).items():
        sheet.set_column(column, column, width)
    for index, (label, value) in enumerate(head):
        sheet.write_row(index, 0, (label, value))
    top = len(head) + 1
    sheet.write_row(top, 0, headings, bold)
    row = top
    for row, cells in enumerate(rows, start=top + 1):
        for column, value in enumerate(cells):
            put(sheet, row, column, value)
    lay_out(sheet, rows=row - top, columns=len(headings), frozen=frozen, top=top)
    book.close()
    file.seek(0)
    return file, row - top
