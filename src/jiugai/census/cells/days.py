"""Reading days: 2021-03-15, 2021年3月15日, 20210315, and a spreadsheet's day numbers."""

import re
from datetime import date, timedelta
from typing import Final

from jiugai.census.cells.reading import NOTHING, Reading, doubtful, noted, unreadable
from jiugai.census.issues import IssueKind
from jiugai.census.words import dense, is_missing
from jiugai.kernel.i18n import _

#: Day 1 is 1900-01-01 and 1900 counts as a leap year, so later days start here.
_FIRST: Final = date(1899, 12, 30)
_SERIALS: Final = range(7_306, 65_380)
_DAY: Final = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?(?:\d\d:\d\d.*)?")
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MONTH: Final = re.compile(r"\d{4}[年./-]\d{1,2}月?|\d{4}年?")


def day_of_serial(serial: int) -> date:
    """Return the day that a spreadsheet stores as this number."""
    return _FIRST + timedelta(days=serial)


def read_day(text: str) -> Reading:
    """Return the day that a cell names."""
    word = dense(text)
    if is_missing(word):
        return NOTHING
    if found := _DAY.fullmatch(word) or _COMPACT.fullmatch(word):
        return _valid(int(found[1]), int(found[2]), int(found[3]))
    if word.isascii() and word.isdigit() and int(word) in _SERIALS:
        day = day_of_serial(int(word))
        remedy = _("像是 Excel 的日期序号，按 {day} 计；如不对请改写日期").format(day=day)
        return noted(day, IssueKind.SERIAL, remedy)
    if _MONTH.fullmatch(word):
        return doubtful(_("没有写到日；请写成 2021-03-15 这样"))
    return unreadable(_("看不出日期；请写成 2021-03-15 这样"))


def _valid(year: int, month: int, day: int) -> Reading:
    try:
        return Reading(date(year, month, day))
    except ValueError:
        return unreadable(_("没有这一天；请核对原件"))
