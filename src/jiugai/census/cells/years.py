"""Reading years: 1983年建成, 二〇〇〇年, 1985-1990年, and what only looks like one."""

import re
from collections.abc import Callable
from typing import Final

from jiugai.census.cells.reading import (
    NOTHING,
    Reading,
    absurd,
    beyond,
    doubtful,
    noted,
    unreadable,
)
from jiugai.census.issues import IssueKind
from jiugai.census.words import chinese_number, dense, is_missing
from jiugai.kernel.i18n import _

#: Picks the year out of the commonest spellings of a whole column at once.
PLAIN_YEAR: Final = r"^(\d{4})(?:\.0+|年(?:建成|竣工|建|建造|交付|完工)?)?$"
_DONE: Final = r"(?:建成|竣工|建造|建设|建|交付|入住|完工|完成|投入使用|投用|落成|验收|改造)?"
_YEAR: Final = re.compile(rf"(?:建于|始建于|公元|完成于)?(\d{{4}})年?(?:度|份)?{_DONE}[。.]?")
_MONTH: Final = re.compile(
    rf"(\d{{4}})[年./-](0?[1-9]|1[0-2])(?:[月./-](?:[0-2]?\d|3[01])?日?)?(?:\d\d:\d\d.*)?{_DONE}"
)
#: Programs write whole numbers as 1999.0, spreadsheets as 1,999.
_AS_NUMBER: Final = re.compile(r"(\d),?(\d{3})(?:\.0+)?")
_FIVE_DIGITS: Final = re.compile(r"\d{5}(?:\.0+)?")
_COMPACT: Final = re.compile(r"(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?")
_PERIOD: Final = re.compile(
    rf"(\d{{4}})年?{_DONE}(?:-|~|—|–|至|到)+(\d{{4}}|\d{{2}})年?(?:之间|间)?{_DONE}"
)
_FOUR_DIGITS: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ONE: Final = rf"\d{{4}}年?{_DONE}(?:\([^)]*\)|[\d、,]*[号栋幢座楼]+)?"
_LIST: Final = re.compile(rf"(?:{_ONE}(?:[、,;/和及与.]+|(?<=\))|$)){{2,}}")
_DECADE: Final = re.compile(r"(?:\d{2,4}|[一二三四五六七八九〇零十]{1,4}|上世纪.*|本世纪.*)年代.*")
_VAGUE: Final = re.compile(r"(?:年?底|年?末|年?初|前|后|以前|以后|之前|之后|左右|前后|约|大约|许)")
_CHINESE: Final = re.compile(r"([零〇○一二三四五六七八九Oo0]{4})年?")
_SHORT: Final = re.compile(rf"'?(\d\d)年{_DONE}")
_LOOSE_END: Final = re.compile(rf"(\d{{4}})年?(?:底|末|初){_DONE}")


def read_year(text: str, low: float, high: float) -> Reading:
    """Return the year that a cell names; of several, the earliest, with a note."""
    word = dense(text)
    if is_missing(word):
        return NOTHING
    for way in (_one_year, _by_month, _several, _chinese):
        if (found := way(word)) is not None:
            return _bounded(found, low, high)
    return _not_a_year(word)


def _bounded(found: Reading, low: float, high: float) -> Reading:
    if isinstance(found.value, int) and not low <= found.value <= high:
        return absurd(beyond(f"{low:.0f}", f"{high:.0f}"))
    return found


def _one_year(word: str) -> Reading | None:
    if found := _YEAR.fullmatch(word):
        return Reading(int(found[1]))
    if found := _AS_NUMBER.fullmatch(word):
        return Reading(int(found[1] + found[2]))
    # The end or beginning of a year still lies in it.
    if found := _LOOSE_END.fullmatch(word):
        return Reading(int(found[1]))
    return None


def _by_month(word: str) -> Reading | None:
    if found := _MONTH.fullmatch(word) or _COMPACT.fullmatch(word):
        return Reading(int(found[1]))
    return None


def _several(word: str) -> Reading | None:
    if found := _PERIOD.fullmatch(word):
        first, last = found[1], found[2]
        years = [int(first), int(first[:2] + last if len(last) == 2 else last)]
        if years[0] > years[1]:
            return doubtful(_("先后颠倒；请核对原件"))
    elif _LIST.fullmatch(word):
        years = [int(year) for year in _FOUR_DIGITS.findall(word)]
    else:
        return None
    if not years:
        return None
    remedy = _("像是分批建成，取最早的 {year} 年；如不对请只写一个年份").format(year=min(years))
    return noted(min(years), IssueKind.SEVERAL, remedy)


def _chinese(word: str) -> Reading | None:
    if found := _CHINESE.match(word):
        rest = word[found.end() :]
        year = chinese_number(found[1].replace("0", "零"))
        if year is not None and re.fullmatch(_DONE, rest):
            return Reading(year)
    return None


def _not_a_year(word: str) -> Reading:
    reasons: tuple[tuple[Callable[[str], object], str], ...] = (
        (_DECADE.fullmatch, _("只到年代；请查明年份，写四位数字")),
        (_SHORT.fullmatch, _("年份只有两位；请写四位数字")),
        (_VAGUE.search, _("没有确切年份；请查明年份，写四位数字")),
        # A slip of the pen or the number of a day: nobody can tell, so nobody guesses.
        (
            _FIVE_DIGITS.fullmatch,
            _("是五位数，可能多写了一位，也可能是日期的序号；请写四位数字，如 1983"),
        ),
    )
    for is_so, remedy in reasons:
        if is_so(word):
            return doubtful(remedy)
    return unreadable(_("看不出年份；请写四位数字，如 1983"))
