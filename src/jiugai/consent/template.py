"""The workbook that counters fill in: a roll of owners and a list of ballots."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from jiugai.consent import ballots, roll
from jiugai.consent.columns import BALLOT, ROLL
from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import Headings, title_of
from jiugai.kernel.i18n import N_, _

#: A fixed day, so that the same columns give the same file.
_CREATED: Final = datetime(2021, 1, 1)  # noqa: DTZ001 - workbooks know no time zones
_CHECKED_ROWS: Final = 20_000
_NEEDED: Final = {"door", "area", "owner", "mark"}
_YES_NO: Final = (N_("是"), N_("否"))
#: As they are read again, in whatever language the command speaks.
_CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "unsold": _YES_NO,
    "undelivered": _YES_NO,
    "served": _YES_NO,
    "mark": (N_("同意"), N_("反对"), N_("弃权")),
    "channel": (N_("纸质"), N_("网上"), N_("上门")),
    "kind": (N_("住宅"), N_("商业"), N_("车位"), N_("储藏间")),
}
#: What to write, where the heading does not say it; the roll and the ballots share some.
NOTES: Final = {
    "building": N_("如 3；写 3号楼 也可以"),
    "unit": N_("如 2；没有单元的留空"),
    "door": N_("如 301；与表决票上的写法一致"),
    "number": N_("有不动产单元号的可以代替楼栋、单元、户号"),
    "area": N_("登记的专有部分面积，平方米，最多两位小数"),
    "owner": N_("登记的业主；一户一行，其他共有人写在“共有人”一列"),
    "owner_id": N_("区分重名的编号；同一业主的几套房写同一个编号"),
    "co_owners": N_("如：李四1/3、王五1/3；余下的归业主，都不写份额即为等额"),
    "speaker": N_("共有人推举的一人；不写时各票一致的计入"),
    "unsold": N_("建设单位尚未售出的写是，业主写建设单位"),
    "undelivered": N_("已售出、尚未交付的写是，业主写买受人"),
    "kind": N_("单独登记的车位、储藏间请写明"),
    "served": N_("表决票已送达的写是；议事规则对未交回的票有约定时才需要"),
    "voter": N_("表决的业主；由别人代为表决的也写业主，代理人另写"),
    "voter_id": N_("与名册的业主编号一致；没有可以不填"),
    "item": N_("表决的事项；只有一项的可以不填。也可以每项一列，表头写“意见：事项”"),
    "mark": N_("同意、反对、弃权三选一"),
    "channel": N_("纸质、网上、上门等；各渠道合并后每人仍只计一票"),
    "time": N_("交票时间，如 2026-05-03 14:05"),
    "proxy": N_("代为表决的人；本人表决的留空"),
    "document": N_("委托书的编号；有代理人的必填"),
}
_SHEETS: Final = ((roll.SHEET, ROLL), (ballots.SHEET, BALLOT))


def write_vote_template(path: Path) -> None:
    """Write a workbook with both sheets, empty, and one that explains.

    Raises InputError if the file cannot be written.
    """
    book = xlsxwriter.Workbook(path, {"in_memory": True})
    book.set_properties({"title": _("业主表决模板"), "created": _CREATED})
    for name, columns in _SHEETS:
        _fill(book, name, columns)
    _explain(book)
    try:
        book.close()
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise InputError(_("写不了这个文件；请检查文件夹和权限。"), file=path.name) from error


def _fill(book: Any, name: str, columns: Headings) -> None:
    sheet = book.add_worksheet(_(name))
    plain = {"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"}
    heads = {True: book.add_format(plain | {"bg_color": "#F7D9A8"})}
    heads[False] = book.add_format(plain | {"bg_color": "#E8EEF3"})
    text = book.add_format({"num_format": "@"})
    sheet.freeze_panes(1, 0)
    for at, (key, said) in enumerate(columns.items()):
        sheet.set_column(at, at, 16, text)
        sheet.write_string(0, at, title_of(said), heads[key in _NEEDED])
        sheet.write_comment(0, at, _(NOTES[key]), {"author": "", "x_scale": 1.6})
        if key in _CHOICES:
            offered = [_(one) for one in _CHOICES[key]]
            rule = {"validate": "list", "source": offered, "error_type": "warning"}
            sheet.data_validation(1, at, _CHECKED_ROWS, at, rule)


def _explain(book: Any) -> None:
    sheet = book.add_worksheet(_("填写说明"))
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    sheet.set_column(0, 1, 16)
    sheet.set_column(2, 2, 80)
    for at, heading in enumerate((_("表"), _("列"), _("填什么"))):
        sheet.write_string(0, at, heading, bold)
    lines = [(name, key, said) for name, columns in _SHEETS for key, said in columns.items()]
    for row, (name, key, said) in enumerate(lines, start=1):
        sheet.write_string(row, 0, _(name))
        sheet.write_string(row, 1, title_of(said))
        sheet.write_string(row, 2, _(NOTES[key]), wrap)
    last = _("一户、一票各占一行，从第 2 行开始；橙色的列必填。")
    sheet.write_string(len(lines) + 2, 0, last, bold)
