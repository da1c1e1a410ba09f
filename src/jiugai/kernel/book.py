"""A workbook of tables, as an office prints and files it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from jiugai.kernel.i18n import _
from jiugai.kernel.money import CENTS_PER_WAN, CENTS_PER_YUAN
from jiugai.kernel.sheet_writer import HEAD, dated_book, fitting, lay_out, put
from jiugai.kernel.tables import Cell, Column, Holds, Table

_FORMATS: Final = {
    Holds.COUNT: "#,##0",
    Holds.MONEY: "#,##0.00####",
    Holds.YUAN: "#,##0.00",
    Holds.SHARE: "0.0%",
    Holds.FIGURE: "#,##0.00",
}
#: What a cent is divided by where a column holds money.
_WORTH: Final = {Holds.MONEY: CENTS_PER_WAN, Holds.YUAN: CENTS_PER_YUAN}
_SHEET_NAME: Final = 31
_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def workbook(
    title: str, summary: Sequence[tuple[str, str]], tables: Sequence[Table], *, day: date
) -> bytes:
    """Return a workbook: a first sheet of names and values, then one sheet per table.

    The same content gives the same bytes.
    """
    content = io.BytesIO()
    with dated_book(content, title, day=day) as book:
        _front(book, title, summary)
        used = {_("摘要")}
        for table in tables:
            _sheet(book, _free_name(table.name, used), table)
    return content.getvalue()


def _free_name(name: str, used: set[str]) -> str:
    """Return a name that a workbook allows and has not yet."""
    plain = name.translate(_FORBIDDEN)[:_SHEET_NAME]
    found, count = plain, 1
    while found.casefold() in {other.casefold() for other in used}:
        count += 1
        found = f"{plain[: _SHEET_NAME - len(str(count)) - 1]} {count}"
    used.add(found)
    return found


def _front(book: Any, title: str, summary: Sequence[tuple[str, str]]) -> None:
    sheet = book.add_worksheet(_("摘要"))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    for row, (name, value) in enumerate(summary, start=2):
        sheet.write_string(row, 0, name, wrapped)
        sheet.write_string(row, 1, value, wrapped)


def _sheet(book: Any, name: str, table: Table) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format(HEAD)
    for index, column in enumerate(table.columns):
        values = [row[index] for row in table.rows]
        heading = _heading(column)
        put(sheet, 0, index, heading, head)
        texts = (heading, *map(column.shown, values))
        sheet.set_column(index, index, fitting(texts))
        look = book.add_format(_look(column))
        for row, value in enumerate(values, start=1):
            put(sheet, row, index, _worth(column, value), look)
    lay_out(sheet, rows=len(table.rows), columns=len(table.columns), frozen=1)


def _heading(column: Column) -> str:
    if column.holds is Holds.MONEY:
        return _("{heading}（万元）").format(heading=column.heading)
    if column.holds is Holds.YUAN:
        return _("{heading}（元）").format(heading=column.heading)
    return column.heading


def _look(column: Column) -> dict[str, Any]:
    look: dict[str, Any] = {"valign": "top", "text_wrap": not column.is_number}
    if column.is_number:
        plain = _FORMATS[column.holds]
        look["num_format"] = f"+{plain};-{plain};{plain}" if column.signed else plain
    return look


def _worth(column: Column, value: Cell) -> Cell:
    if value is None or isinstance(value, str):
        return value
    return float(value / _WORTH.get(column.holds, 1))
