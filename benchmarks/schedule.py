"""Schedules of 120 and 500 made-up activities with seasons and crews: how near the best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

from benchmarks.measure import Result, peak_gib, tell
from jiugai.kernel.sheets import Cell, Row
from jiugai.planning.schedule.crews import Crews
from jiugai.planning.schedule.project import Given, Project, project
from jiugai.planning.schedule.quiet import Kind, Stretch
from jiugai.planning.schedule.schedule import Schedule, Terms, make_schedule
from jiugai.planning.schedule.stages import Goal, Stage
from jiugai.planning.schedule.trades import default_choices
from jiugai.planning.schedule.works import read_works
from jiugai.policy.law import law_of

PLACE: Final = "110102"
START: Final = date(2026, 3, 16)
QUIET: Final = (
    Stretch(date(2026, 6, 7), date(2026, 6, 10), Kind.QUIET, "高考"),
    Stretch(date(2026, 10, 1), date(2026, 10, 7), Kind.CLOSED, "国庆节"),
    Stretch(date(2027, 2, 3), date(2027, 2, 20), Kind.CLOSED, "春节"),
    Stretch(date(2027, 6, 7), date(2027, 6, 10), Kind.QUIET, "高考"),
)
HEADINGS: Final = ("楼栋", "户数", "工种", "工程量", "单位")
TRADES: Final = "guards water drainage heat scaffold_up windows insulation render roofing".split()
TRADES_OF_ALL: Final = [*TRADES, "scaffold_down"]
KINDS: Final = "拆除队 水暖队 热力队 架子队 门窗队 保温队 抹灰队 屋面队".split()
#: Crews of one contract for twelve buildings; of a firm that can be at most of them at once; and
#: of a district that works on fifty.
SCARCE: Final = (1, 2, 1, 2, 2, 2, 2, 1)
AMPLE: Final = (4, 8, 4, 8, 8, 8, 8, 4)
MANY: Final = (7, 10, 7, 10, 10, 10, 10, 5)
SMALL, LARGE = 12, 50
SEEDS: Final = (1, 2, 3)
#: The bars: a proof within so many seconds, or a gap of so much.
PROVEN_BY: Final = 5.0
NEAR_BY, NEAR = 60.0, 0.02


def run() -> Iterator[Result]:
    """Yield what became of each instance; each is given as long as its bar says, and no more."""
    for seed in SEEDS:
        yield from small(seed, AMPLE, "ample crews")
    for seed in SEEDS:
        yield from small(seed, SCARCE, "scarce crews")
    yield from large()


@dataclass
class Followed:
    """A schedule, and when each of its goals was first within a gap."""

    made: Schedule
    reached: dict[Goal, float]


def small(seed: int, crews: Sequence[int], called: str) -> Iterator[Result]:
    """Yield when each goal of 120 activities was proven, and what stayed open."""
    found = followed(SMALL, seed, crews, seconds=PROVEN_BY, gap=0.0)
    of_all = f"schedule of {len(found.made.lines) - 1} activities, {called}, instance {seed}"
    for stage in found.made.solution.stages:
        name = f"{of_all}: {of(stage)}"
        bar = f"proven optimum in {PROVEN_BY:.0f} s"
        if stage.goal in found.reached:
            took = found.reached[stage.goal]
            yield Result(f"{name}, proven after", took, "s", bar, took <= PROVEN_BY)
        else:
            yield Result(f"{name}, gap left", 100 * stage.gap, "%", bar, holds=False)


def large() -> Iterator[Result]:
    """Yield when each goal of 500 activities was near, and how near it came."""
    found = followed(LARGE, 1, MANY, seconds=NEAR_BY, gap=NEAR)
    for stage in found.made.solution.stages:
        name = f"schedule of {len(found.made.lines) - 1} activities, {LARGE} buildings"
        took = found.reached.get(stage.goal, float("inf"))
        bar = f"gap ≤ {NEAR:.0%} in {NEAR_BY:.0f} s"
        holds = took <= NEAR_BY
        if holds:
            yield Result(f"{name}: {of(stage)}, gap ≤ {NEAR:.0%} after", took, "s", bar, holds)
        yield Result(f"{name}: {of(stage)}, gap", 100 * stage.gap, "%", bar, holds,
                     memory_gib=peak_gib())  # fmt: skip


def of(stage: Stage) -> str:
    """Return what a stage makes least, in English."""
    return {Goal.FINISH: "the last day"}.get(stage.goal, "the disturbance")


def followed(
    buildings: int, seed: int, crews: Sequence[int], *, seconds: float, gap: float
) -> Followed:
    """Return the schedule of one instance, and when each goal came within a gap."""
    reached: dict[Goal, float] = {}

    def tell(stage: Stage, spent: float) -> None:
        if stage.gap <= gap:
            reached.setdefault(stage.goal, spent)
        else:  # the finish moved on: what was near is no longer
            reached.pop(stage.goal, None)

    made = make_schedule(instance(buildings, seed, crews), Terms(seconds, tell=tell))
    return Followed(made, reached)


def instance(buildings: int, seed: int, crews: Sequence[int]) -> Project:
    """Return buildings of believable sizes with ten trades each, the same every time."""
    choices, law = default_choices(), law_of(PLACE, START)
    works = read_works(list(rows(buildings, Random(seed))), "", choices, titles={})
    by_kind: Crews = dict(zip(KINDS, crews, strict=True))
    return project(Given(works, by_kind, QUIET, START, None, ""), law, choices)


def rows(buildings: int, chance: Random) -> Iterator[Row]:
    """Yield the lines of a works list."""
    yield tuple(Cell(text, "A1") for text in HEADINGS)
    for number in range(1, buildings + 1):
        units = chance.randint(3, 6)
        households = units * chance.choice((10, 12, 18))
        facade, roof = units * chance.randint(480, 700), units * chance.randint(160, 220)
        for trade in TRADES_OF_ALL:
            area = roof if trade == "roofing" else facade
            by_area = trade in ("scaffold_up", "scaffold_down", "insulation", "render", "roofing")
            amount, unit = (area, "m²") if by_area else (households, "户")
            cells = (f"{number}号楼", households, trade, amount, unit)
            yield tuple(Cell(str(cell), f"A{number}") for cell in cells)


if __name__ == "__main__":
    tell(run())
