"""Schedules of 120 and 500 made-up activities with seasons and crews: how near the best."""

from collections.abc import Iterator
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
#: Crews of one contract, and of a district that works on fifty buildings at once.
CREWS: Final = {12: (1, 2, 1, 2, 2, 2, 2, 1), 50: (7, 10, 7, 10, 10, 10, 10, 5)}
SEEDS: Final = (1, 2, 3)
LARGE: Final = 50


def run() -> list[Result]:
    """Return what became of each instance."""
    found = []
    for seed in SEEDS:
        found += small(seed, solved(12, seed, seconds=5.0))
    large = solved(LARGE, 1, seconds=60.0)
    name = f"schedule of {len(large.lines) - 1} activities, {LARGE} buildings"
    for stage in large.solution.stages:
        gap = 100 * stage.gap
        holds = gap <= 2 and large.solution.seconds <= 62
        found.append(Result(f"{name}: gap of {of(stage)}", gap, "%", "≤ 2 % in 60 s", holds))
    seconds = large.solution.seconds
    found.append(
        Result(f"{name}: time", seconds, "s", "≤ 60 s", seconds <= 62, memory_gib=peak_gib())
    )
    return found


def small(seed: int, made: Schedule) -> Iterator[Result]:
    """Yield the lines of an instance of 120 activities."""
    name = f"schedule of {len(made.lines) - 1} activities, instance {seed}"
    for stage in made.solution.stages:
        is_finish = stage.goal is Goal.FINISH
        bar = "proven optimum in 5 s" if is_finish else "–"
        holds = stage.is_proven or not is_finish
        yield Result(f"{name}: gap of {of(stage)}", 100 * stage.gap, "%", bar, holds)
    seconds = made.solution.seconds
    yield Result(f"{name}: time", seconds, "s", "≤ 5 s", seconds <= 5.5, memory_gib=peak_gib())


def of(stage: Stage) -> str:
    """Return what a stage makes least, in English."""
    return {Goal.FINISH: "the last day"}.get(stage.goal, "the disturbance")


def solved(buildings: int, seed: int, *, seconds: float) -> Schedule:
    """Return the schedule of one instance."""
    return make_schedule(instance(buildings, seed), Terms(seconds))


def instance(buildings: int, seed: int) -> Project:
    """Return buildings of believable sizes with ten trades each, the same every time."""
    choices, law = default_choices(), law_of(PLACE, START)
    works = read_works(list(rows(buildings, Random(seed))), "", choices, titles={})
    crews: Crews = dict(zip(KINDS, CREWS[buildings], strict=True))
    return project(Given(works, crews, QUIET, START, None, ""), law, choices)


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
