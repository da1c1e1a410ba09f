"""Empty workbooks that clerks fill in: one sheet of headings each, one that explains."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import Headings, title_of
from jiugai.kernel.i18n import _

#: A fixed day, so that the same form gives the same file.
_CREATED: Final = datetime(2021, 1, 1)  # noqa: DTZ001 - workbooks know no time zones
_ROWS: Final = 2_000


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet of a form: its name, columns, units, drop-downs, what each column wants."""

    name: str
    headings: Headings
    notes: Mapping[str, str]
    units: Mapping[str, str]
    choices: Mapping[str, Sequence[str]]
    rows: Sequence[Sequence[str]] = ()

    def heading(self, name: str) -> str:
        """Return the heading of a column, with its unit."""
        title = title_of(self.headings[name])
        return f"{title}({_(self.units[name])})" if name in self.units else title


def write_forms(path: Path, title: str, forms: Sequence[Form]) -> None:
    """Write a workbook of empty forms.

    Raises InputError if the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(path, {"in_memory": True})
    book.set_properties({"title": title, "created": _CREATED})
    look = {"bold": True, "border": 1, "bg_color": "#E8EEF3", "text_wrap": True}
    head = book.add_format(look)
    for form in forms:
        _fill(book.add_worksheet(_(form.name)), form, head, book.add_format({"num_format": "@"}))
    _explain(book.add_worksheet(_("填写说明")), forms, head, book.add_format({"text_wrap": True}))
    try:
        book.close()
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise InputError(_("写不了这个文件；请检查文件夹和权限。"), file=path.name) from error


def _fill(sheet: Any, form: Form, head: Any, text: Any) -> None:
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(form.headings):
        sheet.write_string(0, column, form.heading(name), head)
        # Rates are read as they were typed: a spreadsheet would turn 30% into 0.3 and hide it.
        sheet.set_column(column, column, 14, text)
        if name in form.choices:
            listed = {"validate": "list", "source": [_(one) for one in form.choices[name]]}
            sheet.data_validation(1, column, _ROWS, column, listed | {"error_type": "warning"})
    for index, row in enumerate(form.rows, start=1):
        for column, value in enumerate(row):
            sheet.write_string(index, column, value, text)


def _explain(sheet: Any, forms: Sequence[Form], head: Any, wrapped: Any) -> None:
    sheet.set_column(0, 1, 18)
    sheet.set_column(2, 2, 90, wrapped)
    row = 0
    for form in forms:
        for column, word in enumerate((_("表"), _("列"), _("怎样填"))):
            sheet.write_string(row, column, word, head)
        for name in form.headings:
            row += 1
            sheet.write_string(row, 0, _(form.name))
            sheet.write_string(row, 1, form.heading(name))
            sheet.write_string(row, 2, _(form.notes.get(name, "")), wrapped)
        row += 2
