"""The workbook that a clerk fills in: headings, notes and drop-downs from the vocabulary."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jiugai.census.cells.days import day_of_serial
from jiugai.census.derive import DERIVATIONS
from jiugai.census.rows import EXAMPLE
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import N_, _, listed
from jiugai.policy.vocabulary import Building, Estate, Fact, Kind, Subject

#: Rows that get drop-downs and limits; below them a sheet is still read.
_CHECKED_ROWS: Final = 20_000
_WIDTH: Final = 14
_WIDE: Final = 26
_TABS: Final = {Estate: "#2E6F9E", Building: "#6B8E5A"}
#: A fixed day, so that the same vocabulary gives the same file.
_CREATED: Final = datetime(2021, 1, 1)  # noqa: DTZ001 - workbooks know no time zones
_KEYS: Final = (Estate.id, Estate.name, Estate.district, Building.id, Building.estate_id)
#: Not asked for: they follow from another column by definition.
_DERIVED: Final = frozenset({Estate.property_settled})


def template_facts(subject: type[Subject]) -> list[Fact]:
    """Return the facts that the template asks for, in the order of its columns."""
    facts = [fact for fact in subject.facts() if fact not in _DERIVED]
    if subject is Building:
        facts.insert(2, Estate.name)
    return facts


def template_heading(fact: Fact) -> str:
    """Return the heading of a column, with its unit."""
    return f"{fact.heading}({fact.unit})" if fact.unit else fact.heading


def write_template(path: Path, subjects: Sequence[type[Subject]] = (Estate, Building)) -> None:
    """Write an empty workbook with one sheet for each subject and one that explains.

    Raises InputError if the file cannot be written.
    """
    book = xlsxwriter.Workbook(path, {"in_memory": True})
    book.set_properties({"title": _("旧改台账模板"), "created": _CREATED})
    styles = _Styles(book)
    for subject in subjects:
        _fill_sheet(book.add_worksheet(_(subject.title)), subject, styles)
    _explain(book.add_worksheet(_("填写说明")), subjects, styles)
    try:
        book.close()
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise InputError(_("写不了这个文件；请检查文件夹和权限。"), file=path.name) from error


class _Styles:
    """The cell formats of the workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        base = {
            "bold": True,
            "border": 1,
            "text_wrap": True,
            "valign": "vcenter",
            "align": "center",
        }
        self.heading: Format = book.add_format(base | {"bg_color": "#E8EEF3"})
        self.key: Format = book.add_format(base | {"bg_color": "#F7D9A8"})
        self.example: Format = book.add_format({"italic": True, "font_color": "#8A8A8A"})
        self.day: Format = book.add_format(
            {"italic": True, "font_color": "#8A8A8A", "num_format": "yyyy-mm-dd"}
        )
        # Ids stay text, or the spreadsheet cuts them at 15 digits.
        self.text: Format = book.add_format({"num_format": "@"})
        self.days: Format = book.add_format({"num_format": "yyyy-mm-dd"})
        self.wrap: Format = book.add_format({"text_wrap": True, "valign": "top"})


def _fill_sheet(sheet: Worksheet, subject: type[Subject], styles: _Styles) -> None:
    sheet.set_tab_color(_TABS[subject])
    sheet.freeze_panes(1, 2)
    sheet.set_row(0, 36)
    for column, fact in enumerate(template_facts(subject)):
        cells = styles.text if fact.kind is Kind.TEXT else None
        cells = styles.days if fact.kind is Kind.DAY else cells
        sheet.set_column(column, column, _WIDE if fact.kind is Kind.TEXT else _WIDTH, cells)
        style = styles.key if fact in _KEYS else styles.heading
        sheet.write_string(0, column, template_heading(fact), style)
        sheet.write_comment(0, column, _note(fact), {"x_scale": 1.6, "author": ""})
        _write_example(sheet, column, fact, styles)
        if check := _check(fact):
            sheet.data_validation(1, column, _CHECKED_ROWS, column, check)


def _note(fact: Fact) -> str:
    lines = [_(fact.meaning), _("可填：{what}").format(what=_what_to_write(fact))]
    if sources := [one.source.heading for one in DERIVATIONS if one.target is fact]:
        lines.append(_("留空时由“{source}”一列得出").format(source=listed(dict.fromkeys(sources))))
    return "\n".join(lines)


def _what_to_write(fact: Fact) -> str:
    if fact.kind is Kind.CHOICE:
        return listed(_(term) for term in fact.choices.values())
    return {
        Kind.FLAG: _("是 或 否；不知道的留空"),
        Kind.SHARE: _("0 到 100 的百分数，如 85"),
        Kind.YEAR: _("四位年份，如 1985"),
        Kind.DAY: _("日期，如 2021-03-15"),
        Kind.MONEY: _("不小于 0 的数，单位万元"),
        Kind.WHOLE: _("整数"),
        Kind.DECIMAL: _("数字"),
        Kind.TEXT: _("文字"),
    }[fact.kind]


def _check(fact: Fact) -> dict[str, Any] | None:
    """Return what a spreadsheet checks while a cell is filled in, None for free text."""
    rule: dict[str, Any]
    match fact.kind:
        case Kind.TEXT:
            return None
        case Kind.FLAG:
            rule = {"validate": "list", "source": [_("是"), _("否")]}
        case Kind.CHOICE:
            rule = {"validate": "list", "source": [_(term) for term in fact.choices.values()]}
        case Kind.DAY:
            span = {"minimum": date(1949, 10, 1), "maximum": date(2100, 12, 31)}
            rule = {"validate": "date", "criteria": "between", **span}
        case Kind.SHARE:
            rule = {"validate": "decimal", **_between(0, 100)}
        case Kind.WHOLE | Kind.YEAR:
            rule = {"validate": "integer", **_between(fact.low, fact.high)}
        case Kind.DECIMAL | Kind.MONEY:
            rule = {"validate": "decimal", **_between(fact.low, fact.high)}
    message = _("请填：{what}").format(what=_what_to_write(fact))
    return rule | {
        "error_title": _("请核对"),
        "error_message": message[:255],
        "ignore_blank": True,
    }


def _between(low: float | None, high: float | None) -> dict[str, Any]:
    return {
        "criteria": "between",
        "minimum": -1e12 if low is None else low,
        "maximum": 1e12 if high is None else high,
    }


def _write_example(sheet: Worksheet, column: int, fact: Fact, styles: _Styles) -> None:
    example = example_of(fact)
    if isinstance(example, date):
        sheet.write_datetime(1, column, datetime(*example.timetuple()[:3]), styles.day)  # noqa: DTZ001
    elif isinstance(example, str):
        sheet.write_string(1, column, example, styles.example)
    else:
        sheet.write_number(1, column, example, styles.example)


def example_of(fact: Fact) -> str | float | date:
    """Return what the example row shows; reading skips the row by its id and name."""
    if fact in _KEYS or fact is Estate.name:
        return _("1号楼") if fact is Building.id else _(_EXAMPLES.get(fact, "")) + _(EXAMPLE)
    match fact.kind:
        case Kind.FLAG:
            return _("是")
        case Kind.CHOICE:
            return _(next(iter(fact.choices.values())))
        case Kind.DAY:
            return day_of_serial(44_270)
        case Kind.TEXT:
            return _("示例")
        case _:
            return _NUMBERS.get(fact, _NUMBERS_BY_KIND[fact.kind])


_EXAMPLES: Final = {
    Estate.id: N_("示例"),
    Estate.name: N_("示例小区"),
    Building.estate_id: N_("示例"),
}
_NUMBERS: Final = {Estate.lon: 116.397128, Estate.lat: 39.916527}
_NUMBERS_BY_KIND: Final = {
    Kind.WHOLE: 12,
    Kind.DECIMAL: 12_345.6,
    Kind.SHARE: 85,
    Kind.YEAR: 1985,
    Kind.MONEY: 1_234.56,
}


def _explain(sheet: Worksheet, subjects: Sequence[type[Subject]], styles: _Styles) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 2, 60, styles.wrap)
    lines = (
        _("每行填一条；黄色标题的列用来认出小区，至少填编号或名称。"),
        _("不知道的留空，不要填 0 或“否”。"),
        _("灰色斜体的示例行不会被读取，可以保留。"),
        _("可以删去用不到的列、调整列的先后，不要改标题。"),
    )
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line)
    row = len(lines) + 1
    for subject in subjects:
        sheet.write_string(row, 0, _("“{title}”表").format(title=_(subject.title)), styles.key)
        for fact in template_facts(subject):
            row += 1
            sheet.write_string(row, 0, template_heading(fact))
            sheet.write_string(row, 1, _(fact.meaning), styles.wrap)
            sheet.write_string(row, 2, _what_to_write(fact), styles.wrap)
        row += 2
