"""What the cells of an office's tables mean: classes of works, years."""

import re
from collections.abc import Sequence
from typing import Final

from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import by_word, half, named, word, words
from jiugai.kernel.i18n import _
from jiugai.kernel.sheets import Cell
from jiugai.planning.classes import CLASSES
from jiugai.policy.entries import Works

CLASS_WORDS: Final = {
    Works.BASIC: words("基础类 基础 basic"),
    Works.IMPROVING: words("完善类 完善 improving"),
    Works.UPGRADING: words("提升类 提升 upgrading"),
}
EVERYTHING: Final = words("全部 全部类别 各类 所有 不限 三类 all any")
_SPLIT: Final = re.compile(r"[、+,，/／;；|和及与&\n]+")


def parts(text: str) -> list[str]:
    """Return what a cell lists, in its order."""
    return [part for part in map(str.strip, _SPLIT.split(text)) if part]


def classes_of(cell: Cell, file: str) -> frozenset[Works]:
    """Return the classes of works that a cell names.

    Raises InputError if it names anything else.
    """
    if named(cell.text, EVERYTHING):
        return frozenset(CLASSES)
    known = by_word(CLASS_WORDS)
    found = [known.get(word(part)) for part in _SPLIT.split(cell.text)]
    if None in found:
        raise InputError(
            _(
                "看不懂“{text}”可用于哪类改造；请写 基础类、完善类、提升类（可并列）或 全部。"
            ).format(text=cell.text),
            file=file,
            cell=cell.at,
        )
    return frozenset(works for works in found if works is not None)


def year_of(cell: Cell, text: str, years: Sequence[int], file: str) -> int:
    """Return the year that a text in a cell names.

    Raises InputError if it is none, or none of the plan.
    """
    found = re.fullmatch(r"(\d{4})(?:\.0)?\s*年?度?", half(text))
    if found is None:
        raise InputError(
            _("看不懂年度“{text}”；请写四位年份，如 {year}。").format(text=text, year=years[0]),
            file=file,
            cell=cell.at,
        )
    year = int(found[1])
    if year not in years:
        raise InputError(
            _(
                "{year} 年不在计划期 {first}–{last} 内；请改正年度，或调整 --day 和 --years。"
            ).format(year=year, first=years[0], last=years[-1]),
            file=file,
            cell=cell.at,
        )
    return year
