"""The neighbours whose works, in a certain year, bring an estate left out into the plan."""

from collections.abc import Iterator, Sequence
from typing import Final

from jiugai.planning.answers.ways.core import Core
from jiugai.planning.answers.ways.outsider import Outsider
from jiugai.planning.answers.ways.way import NeighbourWay

#: So many neighbours and years are tried, the likeliest first.
TRIES: Final = 3


def neighbour_ways(one: Outsider, names: Sequence[str]) -> list[NeighbourWay]:
    """Return the neighbours that bring an estate in by starting together, the cheapest first.

    A neighbour does if, locked into a year, the best plan that there is has the estate start
    in the same year.
    """
    likely = sorted(_likely(one))
    if not one.margin.is_small:
        likely = [way for way in likely if way[0] <= one.margin.gap][:TRIES]
    found = [_together(one, other, year, names) for _short, other, year in likely]
    ways = [way for way in found if way is not None]
    return sorted(ways, key=lambda way: (way.lost, way.year, way.neighbour))


def _likely(one: Outsider) -> Iterator[tuple[float, int, int]]:
    """Yield neighbours and years, with what the estate falls short by even with the reward.

    The whole reward goes to the estate: the neighbour starts in any case.
    """
    problem, prices = one.margin.problem, one.margin.solution.prices
    for other, pair in problem.rewards.near[one.index]:
        for year in one.margin.years_of(one.index):
            milli = int(problem.rewards.milli[pair, year])
            if not milli or not problem.open[other, year] or one.margin.draft.year[other] == year:
                continue
            first = float(prices.first[pair, year])
            is_first = problem.rewards.first[pair] == one.index
            credited = first if is_first else milli - first
            alone = float(one.margin.loss[one.index, year].min())
            yield alone - (milli - credited), other, year


def _together(one: Outsider, other: int, year: int, names: Sequence[str]) -> NeighbourWay | None:
    problem = one.margin.problem
    free = one.margin.rooms(one.index, year, [other])[-1]
    core = Core(one.margin, free, one.worth())
    core.starts(other, year)
    joins = core.starts_only(one.index, year)
    # Of plans that are worth the same, the one with the estate.
    found = core.solve(most=2 * core.gain + joins)
    if found.draft is None or not found.is_final or found.draft.year[one.index] != year:
        return None
    lost = one.margin.worth - found.draft.benefit
    return NeighbourWay(problem.ids[other], names[other], problem.years[year], lost)
