"""The ways in for every estate that a plan of 1,000 leaves out."""

from time import perf_counter
from typing import Final

from benchmarks.measure import Result, peak_gib, tell
from benchmarks.plan import district
from jiugai.planning.answers.ways_in import ways_in
from jiugai.planning.solving import solved

SECONDS: Final = 30.0
ESTATES: Final = 1_000
YEARS: Final = 3


def run() -> list[Result]:
    """Return how long all answers take, how many lead in, and how near the bounds on money are."""
    pool, budget, terms = district(ESTATES, YEARS, together=True, seconds=60)
    solution = solved(pool, budget, terms)
    began = perf_counter()
    found = ways_in(pool.candidates, solution, terms.weights, seconds=SECONDS)
    seconds = perf_counter() - began
    unsolved = sum(not way.is_solved for way in found)
    leading = sum(way.cheapest is not None for way in found)
    sums = [way.money for way in found if way.money is not None and way.money.at_most is not None]
    enough = sum(one.at_most or 0 for one in sums)
    needed = sum(one.at_least or 0 for one in sums)
    what = f"ways in for all {len(found):,} left out of {ESTATES:,} estates × {YEARS} years"
    holds = seconds <= SECONDS + 1 and not unsolved
    return [
        Result(f"{what}: time", seconds, "s", "≤ 30 s, all solved", holds, memory_gib=peak_gib()),
        Result(f"{what}: left to prices alone", unsolved, "estates", "0", not unsolved),
        Result(f"{what}: with a way that leads in", leading, "estates", "–", True),
        Result(f"{what}: own money proven needed", 100 * needed / enough, "%", "–", True),
    ]


if __name__ == "__main__":
    tell(run())
