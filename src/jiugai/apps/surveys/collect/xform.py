"""The XForm that collectors are given, with the flat and the times of the visit added."""

from __future__ import annotations

from typing import Any, Final

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from jiugai.asking.form import Form
from jiugai.asking.templates import where_words
from jiugai.asking.workbook import sheets_of
from jiugai.kernel.errors import Refusal

#: Names that we add; forms may not use them.
HOUSEHOLD: Final = "jiugai_household"
BEGUN: Final = "jiugai_start"
ENDED: Final = "jiugai_end"
HOMES: Final = "households.csv"


def form_id(survey: int) -> str:
    """Return what collectors call a survey."""
    return f"jiugai-{survey}"


def xform_of(form: Form, *, survey: int, number: int) -> str:
    """Return the XForm of one version; raises Refusal if pyxform does not take the form."""
    sheets = {
        name: _dicts(rows)
        for name, rows in sheets_of(form, form_id=form_id(survey), version=str(number))
    }
    sheets["survey"] = [*_added(), *sheets["survey"]]
    try:
        return str(convert(xlsform=sheets, validate=False, pretty_print=False).xform)
    except PyXFormError as error:
        raise Refusal(str(error)) from error


def _added() -> list[dict[str, str]]:
    where = where_words()
    return [
        {"type": "start", "name": BEGUN},
        {"type": "end", "name": ENDED},
        {
            "type": f"select_one_from_file {HOMES}",
            "name": HOUSEHOLD,
            "label::中文 (zh)": where["zh"],
            "label::English (en)": where["en"],
            "required": "yes",
            "appearance": "minimal autocomplete",
        },
    ]


def _dicts(rows: list[tuple[str, ...]]) -> list[dict[str, Any]]:
    head, *found = rows
    return [_row(head, row) for row in found]


def _row(head: tuple[str, ...], row: tuple[str, ...]) -> dict[str, Any]:
    return {name: text for name, text in zip(head, row, strict=True) if text}
