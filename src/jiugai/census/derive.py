"""Facts that follow from what another column says, by definition."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from jiugai.census.cells.choices import read_choice
from jiugai.census.cells.reading import NOTHING, Reading
from jiugai.census.cells.responsible import read_danger_unit
from jiugai.census.words import dense, is_missing
from jiugai.policy.vocabulary import Estate, Fact

_FIRM: Final = re.compile(r"公司|集团|中心|物业(管理)?(处|部|站)|企业|有限|物业$")
_NOBODY: Final = re.compile(
    r"(无|没有|暂无|未有?)(物业.*|确定|选聘|签约|落实|引入|进驻)?|未(确定|选聘|签约|落实|引入)物业.*"
)
_NO_FIRM: Final = re.compile(
    r"自管|代管|托管|街道|社区|居委会|房管(所|局|站)|业主|居民|自治|准物业"
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: The national plans by which works are dated, and the time in which they fall.
_PLANS: Final = {
    "before_2011": re.compile(r"(?<!十)[“\"']?十五[”\"']?期|十一五|九五|八五"),
    "y2011_2015": re.compile(r"十二五"),
    "after_2015": re.compile(r"十三五|十四五"),
}


@dataclass(frozen=True, slots=True)
class Derivation:
    """How one fact is read from the column of another where no column of its own exists."""

    source: Fact
    target: Fact
    read: Callable[[str], Reading]


def _settled(text: str) -> Reading:
    """Return whether a property firm is settled: a named firm is one, 无 means none."""
    word = dense(text)
    if _NOBODY.fullmatch(word):
        return Reading(False)
    if is_missing(word) or _NO_FIRM.search(word):
        return NOTHING
    return Reading(True)


def _settled_by_mode(text: str) -> Reading:
    word = dense(text)
    if read_choice(word, Estate.management_mode).value == "none":
        return Reading(False)
    return Reading(True) if _firm(text).value else NOTHING


def _firm(text: str) -> Reading:
    """Return the firm that stands where the way of management is asked for."""
    word = dense(text)
    mode = read_choice(word, Estate.management_mode).value
    # "专业化物业公司" says the way, not who.
    if mode != "professional" or not _FIRM.search(word) or len(word) < _SHORTEST_NAME:
        return NOTHING
    return NOTHING if word in _WAYS else Reading(text.strip())


_SHORTEST_NAME: Final = 4
_WAYS: Final = frozenset(
    "物业公司 专业物业公司 专业化物业公司 市场化物业公司 专业物业 有物业公司".split()
)


def _retrofit_year(text: str) -> Reading:
    word = dense(text)
    if read_choice(word, Estate.retrofit).value != "done":
        return NOTHING
    years = [int(year) for year in _YEAR.findall(word)]
    return Reading(max(years)) if years else NOTHING


def _retrofit_period(text: str) -> Reading:
    word = dense(text)
    if read_choice(word, Estate.retrofit).value != "done":
        return NOTHING
    found = [period for period, plan in _PLANS.items() if plan.search(word)]
    return Reading(found[0]) if len(found) == 1 else NOTHING


#: In order: where two could give a fact, the earlier one does.
DERIVATIONS: Final = (
    Derivation(Estate.property_company, Estate.property_settled, _settled),
    Derivation(Estate.management_mode, Estate.property_settled, _settled_by_mode),
    Derivation(Estate.management_mode, Estate.property_company, _firm),
    Derivation(Estate.retrofit, Estate.retrofit_year, _retrofit_year),
    Derivation(Estate.retrofit, Estate.retrofit_period, _retrofit_period),
    Derivation(Estate.danger, Estate.danger_unit, read_danger_unit),
)
