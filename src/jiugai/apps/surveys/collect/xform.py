"""The XForm that collectors are given, with the flat and the times of the visit added."""

from __future__ import annotations

from typing import Any, Final

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from jiugai.apps.surveys.answers.services import MOST_PEOPLE
from jiugai.asking.form import Form
from jiugai.asking.templates import where_words
from jiugai.asking.workbook import sheets_of
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import N_, in_every_language

#: Names that we add; forms may not use them.
HOUSEHOLD: Final = "jiugai_household"
BEGUN: Final = "jiugai_start"
ENDED: Final = "jiugai_end"
PERSON: Final = "jiugai_person"
HOMES: Final = "households.csv"
_PERSON_ASKED: Final = N_("这户的第几个人作答？第一个人填 1")


def form_id(survey: int) -> str:
    """Return what collectors call a survey."""
    return f"jiugai-{survey}"


def xform_of(form: Form, *, survey: int, number: int, per_person: bool = False) -> str:
    """Return the XForm of one version; raises Refusal if pyxform does not take the form.

    Where each person answers, it also asks which one of the household it is.
    """
    sheets = {
        name: _dicts(rows)
        for name, rows in sheets_of(form, form_id=form_id(survey), version=str(number))
    }
    sheets["survey"] = [*_added(), *(_whose() if per_person else ()), *sheets["survey"]]
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


def _whose() -> list[dict[str, str]]:
    zh, *others = in_every_language(_PERSON_ASKED)
    return [
        {
            "type": "integer",
            "name": PERSON,
            "label::中文 (zh)": zh,
            "label::English (en)": others[0] if others else zh,
            "required": "yes",
            "default": "1",
            "constraint": f". >= 1 and . <= {MOST_PEOPLE}",
        }
    ]


def _dicts(rows: list[tuple[str, ...]]) -> list[dict[str, Any]]:
    head, *found = rows
    return [_row(head, row) for row in found]


def _row(head: tuple[str, ...], row: tuple[str, ...]) -> dict[str, Any]:
    return {name: text for name, text in zip(head, row, strict=True) if text}
