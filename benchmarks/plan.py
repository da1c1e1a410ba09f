"""Plans of 500 and 5,000 made-up estates over one and three years: how near the best, how fast.

No bar holds yet: the figures are printed so that the next version can be held against them.
"""

from datetime import date
from fractions import Fraction
from random import Random
from typing import Final

from benchmarks.measure import Result, peak_gib, tell
from jiugai.kernel.money import CENTS_PER_WAN, Cents
from jiugai.kernel.source import Clause
from jiugai.planning.model.classes import CLASSES
from jiugai.planning.model.limits import BasicShare, Unit
from jiugai.planning.money.budget import Budget, Pot, Source
from jiugai.planning.need.scores import Score
from jiugai.planning.need.weights import default_weights
from jiugai.planning.plan import Plan, Terms, make_plan
from jiugai.planning.pool.candidates import Candidate, Pool

SECONDS: Final = 20.0
SIZES: Final = ((500, 1), (500, 3), (5_000, 1), (5_000, 3))
#: The money is so much of what everything would cost.
AFFORDED: Final = 0.25
SHARE: Final = BasicShare(Fraction(1, 5), Unit.INVESTMENT, Clause("p14", "三(一)⑩"))


def run() -> list[Result]:
    """Return a line for the gap and one for the time of each size."""
    found = []
    for estates, years in SIZES:
        plan = solved(estates, years)
        what = f"plan of {estates:,} estates × {years} year{'s' * (years > 1)}"
        found += [
            Result(f"{what}: gap", 100 * plan.gap, "%", "–", True),
            Result(f"{what}: time", plan.seconds, "s", "–", True, memory_gib=peak_gib()),
        ]
    return found


def solved(estates: int, years: int) -> Plan:
    """Return the plan of one size."""
    span = tuple(range(2026, 2026 + years))
    candidates = tuple(made_up(estates, span))
    everything = sum(cents or 0 for one in candidates for cents in one.gross)
    budget = money(int(everything * AFFORDED) // years, span)
    terms = Terms(default_weights(), share=SHARE, seconds=SECONDS)
    pool = Pool(span, candidates, ())
    return make_plan(pool, budget, terms, place="110199", day=date(2026, 6, 1))


def made_up(count: int, years: tuple[int, ...]) -> list[Candidate]:
    """Return estates with believable sizes and costs, the same every time."""
    chance = Random(count)
    return [estate(number, chance, years) for number in range(count)]


def estate(number: int, chance: Random, years: tuple[int, ...]) -> Candidate:
    """Return one estate."""
    households = chance.randint(40, 400)
    per_home = [chance.uniform(*wan) for wan in ((2, 6), (0.8, 3), (0.3, 2.5))]
    basic, improving, upgrading = (round(households * wan * CENTS_PER_WAN) for wan in per_home)
    invested = chance.random() < 0.3
    return Candidate(
        id=f"e{number:05}",
        name=f"小区{number}",
        street=f"11019900{number % 6 + 1}",
        street_name=f"街道{number % 6 + 1}",
        households=households,
        area=households * 60,
        score=Score(chance.randint(2_000, 8_000), ()),
        gross=(basic, improving, upgrading),
        social=round(upgrading * chance.random()) if invested else 0,
        years=years,
    )


def money(yearly: int, years: tuple[int, ...]) -> Budget:
    """Return three sources a year: for basic works, for basic and improving ones, for all."""
    shares = ((Source.CITY, 1, 45), (Source.DISTRICT, 2, 40), (Source.SOCIAL, 3, 15))
    pots = tuple(
        Pot(year, source, frozenset(CLASSES[:classes]), Cents(yearly * percent // 100))
        for year in years
        for source, classes, percent in shares
    )
    return Budget(years, pots, "")


if __name__ == "__main__":
    tell(run())
