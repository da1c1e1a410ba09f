"""The regions between which money is allotted, with their tasks of the year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Final

from jiugai.finance.grants.formula import FACTORS, Formula
from jiugai.finance.lines import Line, read_lines
from jiugai.kernel.headings import Headings, named
from jiugai.kernel.i18n import N_, _
from jiugai.kernel.money import Cents

HEADINGS: Final[Headings] = {
    "name": (N_("地区"), "市县", "区县", "市", "县", "单位", "region"),
    "difficulty": (N_("财政困难系数"), "财政困难程度系数", "困难系数", "difficulty"),
    "area": (N_("面积"), "改造面积", "建筑面积", "area", "area_m2"),
    "households": (N_("户数"), "改造户数", "households"),
    "buildings": (N_("楼栋数"), "改造楼栋数", "栋数", "buildings"),
    "estates": (N_("小区数"), "改造小区数", "改造小区个数", "小区个数", "estates"),
    "investment": (N_("投资额"), "改造投资额", "总投资额", "总投资", "investment"),
    "performance": (N_("绩效"), "绩效评价结果", "绩效得分", "绩效评价得分", "performance"),
}
TOTALS: Final = (N_("合计"), "总计", "全省", "全市", "total")


@dataclass(frozen=True, slots=True)
class Region:
    """A region; `due` is what it was told that it gets."""

    name: str
    difficulty: Fraction
    amounts: Mapping[str, Fraction]
    due: Cents | None = None
    line: Line | None = field(default=None, repr=False, compare=False)


def read_regions(path: Path, formula: Formula, *, due: str = "") -> tuple[Region, ...]:
    """Return the regions of a table with what a formula asks for.

    A line 合计 must carry the sums. Raises InputError naming the cell if something is missing,
    negative or stands twice, or the sums differ.
    """
    headings = dict(HEADINGS) | ({"due": (due,)} if due else {})
    needed = ["name", *formula.factors, *(["due"] if due else [])]
    if formula.by_difficulty & set(formula.factors):
        needed.insert(1, "difficulty")
    lines = read_lines(path, headings, needed=needed, most_rows=5_000)
    totals = [line for line in lines if named(line.text("name"), TOTALS)]
    found = [_region(line, formula, bool(due)) for line in lines if line not in totals]
    _refuse_twice(found)
    for line in totals:
        _check_sums(line, found, formula)
    return tuple(found)


def _region(line: Line, formula: Formula, has_due: bool) -> Region:
    name = line.needed("name", _("地区"))
    difficulty = Fraction(1)
    if "difficulty" in line.cells and formula.by_difficulty:
        difficulty = line.number("difficulty", _("财政困难系数"))
        if not difficulty:
            raise line.wrong("difficulty", _("财政困难系数为 0；请改正。"))
    amounts = {factor: _amount(line, factor) for factor in formula.factors}
    told = line.amount("due", _("下达金额")) if has_due and line.text("due") else None
    return Region(name, difficulty, amounts, told, line)


def _amount(line: Line, factor: str) -> Fraction:
    if factor == "investment":
        return Fraction(line.amount(factor, _(FACTORS[factor])))
    return line.number(factor, _(FACTORS[factor]))


def _refuse_twice(regions: Sequence[Region]) -> None:
    seen: set[str] = set()
    for one in regions:
        if one.name in seen and one.line is not None:
            raise one.line.wrong(
                "name", _("“{name}”写了两次；请合并成一行。").format(name=one.name)
            )
        seen.add(one.name)


def _check_sums(line: Line, regions: Sequence[Region], formula: Formula) -> None:
    for factor in formula.factors:
        if factor == "performance" or not line.text(factor):
            continue
        whole = sum((one.amounts[factor] for one in regions), Fraction(0))
        if _amount(line, factor) != whole:
            raise line.wrong(
                factor,
                _("合计“{text}”与各地区{factor}之和 {whole} 不符；请核对。").format(
                    text=line.text(factor), factor=_(FACTORS[factor]), whole=_shown(factor, whole)
                ),
            )


def _shown(factor: str, amount: Fraction) -> str:
    if factor == "investment":
        return _("{yuan} 元").format(yuan=f"{float(amount / 100):,.2f}")
    return f"{float(amount):,.4f}".rstrip("0").rstrip(".")
