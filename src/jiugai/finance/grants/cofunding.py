"""Wenzhou's check of a project 2020–2022: what residents raise, what the city adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any, Final

import yaml

from jiugai.finance.lines import Line, read_lines
from jiugai.finance.split import nearest_cent
from jiugai.kernel.headings import Headings
from jiugai.kernel.i18n import N_, _
from jiugai.kernel.tables import Cell, Column, Holds, Table
from jiugai.policy.entries import Works

_FILE: Final = Path(__file__).with_name("wenzhou.yaml")
NAME: Final = "wenzhou"
CLASSES: Final = {
    Works.BASIC: N_("基础类"),
    Works.IMPROVING: N_("完善类"),
    Works.UPGRADING: N_("提升类"),
}
HEADINGS: Final[Headings] = {
    "name": (N_("小区"), "项目", "小区名称", "estate", "project"),
    "area": (N_("改造面积"), "面积", "area", "area_m2"),
    "ratio": (N_("补助比例"), "市级补助比例", "ratio"),
    "basic_cost": (N_("基础类投资"), "basic_cost"),
    "improving_cost": (N_("完善类投资"), "improving_cost"),
    "upgrading_cost": (N_("提升类投资"), "upgrading_cost"),
    "basic_own": (N_("基础类居民自筹"), "basic_own"),
    "improving_own": (N_("完善类居民自筹"), "improving_own"),
    "upgrading_own": (N_("提升类居民自筹"), "upgrading_own"),
}


@dataclass(frozen=True, slots=True)
class Raised:
    """What residents raise of a class, lifts left out, in cents."""

    cost: int
    own: int

    @property
    def share(self) -> Fraction:
        """Return the residents' share."""
        return Fraction(self.own, self.cost)


@dataclass(frozen=True, slots=True)
class Checked:
    """A project with its correction by class, the ratio that follows, and the city's money."""

    name: str
    raised: Mapping[Works, Raised]
    corrections: Mapping[Works, Fraction]
    given: Fraction
    ratio: Fraction
    base: Fraction  # cents a square metre
    cents: int
    short: tuple[Works, ...]
    line: Line = field(repr=False, compare=False)


@cache
def terms() -> Mapping[str, Any]:
    """Return the numbers of the text, with where they were read and how it is taken."""
    raw: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return raw


def read_projects(path: Path) -> tuple[Checked, ...]:
    """Return the projects of a table, checked.

    Raises InputError naming the cell if a number is missing or residents raise more than all.
    """
    lines = read_lines(path, HEADINGS, needed=tuple(HEADINGS))
    return tuple(_checked(line) for line in lines)


def _checked(line: Line) -> Checked:
    raised = {works: _raised(line, works) for works in CLASSES}
    given = line.share("ratio", _("补助比例"))
    if not 0 <= given <= 1:
        raise line.wrong("ratio", _("补助比例应在 0 到 100% 之间；请改正。"))
    area = line.number("area", _("改造面积"))
    if not area:
        raise line.wrong("area", _("改造面积为 0；请改正。"))
    corrections = {works: correction(one, works) for works, one in raised.items()}
    ratio = corrected(given, corrections.values())
    most = Fraction(int(terms()["base_most_cents_per_m2"]))
    base = min(most, sum(one.cost for one in raised.values()) / area)
    return Checked(
        name=line.needed("name", _("小区")),
        raised=raised,
        corrections=corrections,
        given=given,
        ratio=ratio,
        base=base,
        cents=nearest_cent(base * ratio * area),
        short=tuple(w for w, one in raised.items() if one.cost and one.share < least(w)),
        line=line,
    )


def _raised(line: Line, works: Works) -> Raised:
    title = _(CLASSES[works])
    cost = line.amount(f"{works.value}_cost", _("{title}投资").format(title=title))
    own = line.amount(f"{works.value}_own", _("{title}居民自筹").format(title=title))
    if own > cost:
        raise line.wrong(
            f"{works.value}_own", _("{title}居民自筹大于投资；请改正。").format(title=title)
        )
    return Raised(cost, own)


def least(works: Works) -> Fraction:
    """Return the least share that residents raise of a class."""
    return Fraction(terms()["least"][works.value])


def correction(raised: Raised, works: Works) -> Fraction:
    """Return by how much a class changes the ratio: a begun point counts as a whole one."""
    if not raised.cost:
        return Fraction(0)
    points = 100 * (raised.share - least(works))
    if points >= 0:
        return ceil(points) * Fraction(terms()["more_per_point"])
    return -ceil(-points) * Fraction(terms()["less_per_point"])


def corrected(given: Fraction, corrections: Any) -> Fraction:
    """Return the ratio after the corrections, raised by no more than the text allows."""
    change = min(sum(corrections, Fraction(0)), Fraction(terms()["more_at_most"]))
    return max(given + change, Fraction(0))


def told(share: Fraction, need: Fraction) -> Fraction:
    """Return a share that, shown in per mille, stays on its side of what is needed."""
    if share == need or Fraction(round(share * 1000), 1000) != need:
        return share
    return need + Fraction(1 if share > need else -1, 1000)


def check_table(projects: tuple[Checked, ...]) -> Table:
    """Return every project with its shares, corrections and the city's money."""
    columns = [Column(_("小区"))]
    for works, title in CLASSES.items():
        columns.append(Column(_("{title}居民占比").format(title=_(title)), Holds.SHARE))
        need = f"{float(least(works)):.0%}"
        columns.append(Column(_("{title}增减（不低于 {need}）").format(title=_(title), need=need)))
    columns += [
        Column(_("补助基数（元/㎡）"), Holds.FIGURE),
        Column(_("原补助比例"), Holds.SHARE),
        Column(_("修正后比例"), Holds.SHARE),
        Column(_("市级补助"), Holds.YUAN),
    ]
    rows: list[list[Cell]] = []
    for one in projects:
        row: list[Cell] = [one.name]
        for works, raised in one.raised.items():
            row.append(told(raised.share, least(works)) if raised.cost else None)
            row.append(f"{float(one.corrections[works]):+.0%}" if raised.cost else "–")
        rows.append([*row, one.base / 100, one.given, one.ratio, one.cents])
    return Table(_("居民自筹和市级补助"), tuple(columns), rows, terms()["reading"])
