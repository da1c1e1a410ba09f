"""Write a questionnaire as an XLSForm workbook."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

import xlsxwriter

from jiugai.asking.form import CHOSEN, Form, Group, Part, Question, Words
from jiugai.asking.xlsform import OWN

_COLUMNS: Final = (
    "type", "name", "label::中文 (zh)", "label::English (en)", "hint::中文 (zh)",
    "hint::English (en)", "required", "relevant", "constraint",
    "constraint_message::中文 (zh)", "constraint_message::English (en)", "calculation",
)  # fmt: skip
_WIDTHS: Final = (22, 20, 40, 30)


def xlsform_of(form: Form, *, form_id: str, version: str) -> bytes:
    """Return a form as a workbook with the sheets survey, choices and settings."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for name, rows in _with_own(form, sheets_of(form, form_id=form_id, version=version)):
            sheet = book.add_worksheet(name)
            for column, width in enumerate(_WIDTHS):
                sheet.set_column(column, column, width)
            for number, row in enumerate(rows):
                for column, text in enumerate(row):
                    sheet.write_string(number, column, text, None if number else bold)
            sheet.freeze_panes(1, 0)
    return file.getvalue()


def _with_own(
    form: Form, sheets: Iterator[tuple[str, list[tuple[str, ...]]]]
) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Yield the sheets, that of the questions with our own column where it says something."""
    marked = {one.name for one in form.questions() if one.sensitive}
    for name, rows in sheets:
        if name != "survey" or not marked:
            yield name, rows
            continue
        head, *body = rows
        yield name, [(*head, OWN), *((*row, "yes" if row[1] in marked else "") for row in body)]


def sheets_of(
    form: Form, *, form_id: str, version: str
) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Yield the name and the rows of each sheet, headings first."""
    yield "survey", [_COLUMNS, *_survey(form.parts)]
    choices = [
        (name, one.name, *_both(one.label)) for name, found in form.lists.items() for one in found
    ]
    yield "choices", [("list_name", "name", *_COLUMNS[2:4]), *choices]
    head = ("form_title", "form_id", "version", "default_language")
    yield "settings", [head, (form.title, form_id, version, "中文 (zh)")]


def _survey(parts: tuple[Part, ...]) -> Iterator[tuple[str, ...]]:
    for part in parts:
        if isinstance(part, Question):
            yield _question(part)
            continue
        yield from _group(part)


def _group(group: Group) -> Iterator[tuple[str, ...]]:
    word = "repeat" if group.repeats else "group"
    blank = ("",) * 3
    yield (f"begin {word}", group.name, *_both(group.label), *blank, group.relevant, *blank, "")
    yield from _survey(group.parts)
    yield (f"end {word}", "", *("",) * 10)


def _question(one: Question) -> tuple[str, ...]:
    kind = f"{one.kind.value} {one.choices}" if one.kind in CHOSEN else one.kind.value
    return (
        kind,
        one.name,
        *_both(one.label),
        *_both(one.hint),
        "yes" if one.required else "",
        one.relevant,
        one.constraint,
        *_both(one.refused),
        one.calculation,
    )


def _both(words: Words) -> tuple[str, str]:
    # pyxform warns of a language that lacks a text; the Chinese one stands in.
    zh = words.get("zh", "")
    return zh, words.get("en", "") or zh
