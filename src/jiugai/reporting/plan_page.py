"""The plan as one HTML page: map, years, money, what binds, and every estate with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from jiugai.kernel.division import division
from jiugai.kernel.i18n import _, language
from jiugai.kernel.money import in_wan
from jiugai.reporting.blocks import MOST_ROWS, NO_BLOCKS, BlocksShown, bundle_hulls
from jiugai.reporting.curve import CurveRow, curve_chart
from jiugai.reporting.fairness import NO_FAIRNESS, FairnessShown
from jiugai.reporting.map import draw
from jiugai.reporting.page import embedded, environment

if TYPE_CHECKING:
    from jiugai.reporting.borders import Border
    from jiugai.reporting.hulls import Hull
    from jiugai.reporting.map import Dot, Sheet

#: From the first year, the most urgent, to the last: one hue, getting lighter, then others.
COLOURS: Final = (
    "#0b5d7a",
    "#2f8fae",
    "#7fbfd3",
    "#b06a00",
    "#d99a3c",
    "#e9c68a",
    "#7a4f9a",
    "#a98bc4",
    "#5b6b2f",
    "#9aaa63",
)


@dataclass(frozen=True, slots=True)
class PlannedEstate:
    """An estate of the pool; `year` is None where it is left out, `cost` in cents."""

    id: str
    name: str
    street: str
    year: int | None
    score: float
    cost: int
    households: int
    works: str
    reason: str
    lon: float | None
    lat: float | None


@dataclass(frozen=True, slots=True)
class YearRow:
    """What one year of the plan holds."""

    year: int
    estates: int
    households: int
    cost: str


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A plan as the page shows it; `money` are rows of text under `money_heads`."""

    place: str
    day: date
    years: tuple[int, ...]
    objective: float
    bound: float
    gap: float
    binding: tuple[str, ...]
    money_heads: tuple[str, ...]
    money: tuple[tuple[str, ...], ...]
    estates: tuple[PlannedEstate, ...]
    outlines: Sequence[Border] = ()
    blocks: BlocksShown = NO_BLOCKS
    fairness: FairnessShown = NO_FAIRNESS
    curve: Sequence[CurveRow] = ()
    changes: Sequence[str] = ()

    @property
    def chosen(self) -> int:
        """Return how many estates are in the plan."""
        return sum(estate.year is not None for estate in self.estates)

    @property
    def left_out(self) -> int:
        """Return how many estates are not."""
        return len(self.estates) - self.chosen

    @property
    def households(self) -> int:
        """Return how many households the plan reaches."""
        return sum(estate.households for estate in self.estates if estate.year is not None)

    @property
    def cost(self) -> str:
        """Return what the plan costs, in 万元, to the cent."""
        return in_wan(sum(estate.cost for estate in self.estates if estate.year is not None))

    @property
    def by_year(self) -> tuple[YearRow, ...]:
        """Return one row per year."""
        return tuple(self._row(year) for year in self.years)

    def _row(self, year: int) -> YearRow:
        here = [estate for estate in self.estates if estate.year == year]
        households = sum(estate.households for estate in here)
        return YearRow(year, len(here), households, in_wan(sum(e.cost for e in here)))


def render_plan(plan: PlanSheet) -> str:
    """Return the page; everything it needs is inside."""
    sheet = draw(plan.outlines, [(estate.lon, estate.lat) for estate in plan.estates])
    return (
        environment()
        .get_template("plan.html")
        .render(
            p=plan,
            place=division(plan.place),
            sheet=sheet,
            dots=_signs(plan, sheet),
            hulls=_hulls(plan, sheet),
            most_rows=MOST_ROWS,
            curve=curve_chart(plan.curve) if plan.curve else "",
            colours=COLOURS,
            data=embedded(_data(plan)),
            lang="zh-CN" if language() == "zh" else language(),
        )
    )


def _signs(plan: PlanSheet, sheet: Sheet | None) -> list[tuple[str, list[Dot]]]:
    """Return the dots by year, the first year drawn last, on top."""
    names = {year: f"y{index}" for index, year in enumerate(plan.years)}
    order = ["out", *reversed(names.values())]
    groups: dict[str, list[Dot]] = {name: [] for name in order}
    for dot in sheet.dots if sheet else ():
        year = plan.estates[dot.index].year
        groups["out" if year is None else names[year]].append(dot)
    return list(groups.items())


def _hulls(plan: PlanSheet, sheet: Sheet | None) -> Sequence[Hull]:
    rows = {estate.id: row for row, estate in enumerate(plan.estates)}
    signs = {year: f"y{index}" for index, year in enumerate(plan.years)}
    return bundle_hulls(plan.blocks, sheet, rows, signs)


def _data(plan: PlanSheet) -> dict[str, Any]:
    return {
        "estates": [
            [e.id, e.name, e.street, e.year, e.score, in_wan(e.cost), e.works, e.reason]
            for e in plan.estates
        ],
        "words": {
            "none": _("没有符合条件的小区。"),
            "shown": _("共 {n} 个小区，第 {from}–{to} 个"),
            "unnamed": _("（未命名）"),
        },
    }
