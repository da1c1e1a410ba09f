"""The workbook that a clerk fills in: works, crews, days of rest, and what may be written."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import Headings, title_of
from jiugai.kernel.i18n import N_, _
from jiugai.planning.schedule.trades import ESTATE, Choices
from jiugai.planning.schedule.words import CREW_HEADINGS, KINDS, QUIET_HEADINGS, WORKS_HEADINGS

WORKS_SHEET: Final = N_("工程")
CREWS_SHEET: Final = N_("队伍")
QUIET_SHEET: Final = N_("停工和静默")
_CREATED: Final = datetime(2021, 1, 1)  # noqa: DTZ001 - a fixed day, the same bytes every time
_CHECKED_ROWS: Final = 2_000


def write_form(path: Path, choices: Choices) -> None:
    """Write the empty workbook; raises InputError if the file cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(path, {"in_memory": True})
    book.set_properties({"title": _("施工排期模板"), "created": _CREATED})
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#E8EEF3"})
    titles = [_(trade.title) for trade in choices.trades.values()]
    _sheet(book, head, _(WORKS_SHEET), WORKS_HEADINGS, {"trade": titles})
    crews = dict.fromkeys(_(trade.crew) for trade in choices.trades.values())
    sheet = _sheet(book, head, _(CREWS_SHEET), CREW_HEADINGS, {})
    for row, crew in enumerate(crews, start=1):
        sheet.write_string(row, 0, crew)
    kinds = [title_of(said) for said in KINDS.values()]
    _sheet(book, head, _(QUIET_SHEET), QUIET_HEADINGS, {"kind": kinds})
    _explain(book, head, choices)
    try:
        book.close()
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise InputError(_("写不了这个文件；请检查文件夹和权限。"), file=path.name) from error


def _sheet(
    book: Any, head: Any, name: str, headings: Headings, lists: dict[str, list[str]]
) -> Any:
    sheet = book.add_worksheet(name)
    for column, (key, said) in enumerate(headings.items()):
        sheet.write_string(0, column, title_of(said), head)
        sheet.set_column(column, column, 16)
        if key in lists:
            _check(book, sheet, column, lists[key])
    sheet.freeze_panes(1, 0)
    return sheet


def _check(book: Any, sheet: Any, column: int, words: Sequence[str]) -> None:
    """Offer words as a list; a long one stands in a hidden sheet, as spreadsheets ask."""
    source: object = list(words)
    if sum(len(one) + 1 for one in words) > 250:
        hidden = book.add_worksheet("_")
        hidden.hide()
        for row, one in enumerate(words):
            hidden.write_string(row, 0, one)
        source = f"=_!$A$1:$A${len(words)}"
    rule = {"validate": "list", "source": source, "error_type": "warning"}
    sheet.data_validation(1, column, _CHECKED_ROWS, column, rule)


def _explain(book: Any, head: Any, choices: Choices) -> None:
    sheet = book.add_worksheet(_("填写说明"))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 4, 18)
    lines = (
        _("一行写一个楼栋的一项工作；小区公共部分的工作，楼栋写“公共区域”。"),
        _("工种写下表中的名称，或菜单项编号（如 xc18.menu.energy），菜单项会分成几个工种。"),
        _("户数每栋至少填一次。按户计的工种不填工程量时取该栋户数；填了工期（天）就按工期。"),
        _("紧前写 楼栋/工种，几项用顿号或逗号隔开；工种之间固有的先后不用写。"),
        _("停工：谁都不干活；静默：有噪声的工种不干活；汛期、冬期：当年宣布的起止日。"),
    )
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line)
    row = len(lines) + 1
    for column, name in enumerate((_("工种"), _("计量单位"), _("队伍"), _("在哪里"), _("有噪声"))):
        sheet.write_string(row, column, name, head)
    for trade in choices.trades.values():
        row += 1
        where = _("公共区域") if trade.where == ESTATE else _("楼栋")
        cells = (
            _(trade.title),
            _(trade.unit),
            _(trade.crew),
            where,
            _("是") if trade.noisy else "",
        )
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text)
