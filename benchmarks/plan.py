"""Plans of made-up districts: how near the best and how fast, beside plain models of the same.

The plain models are the whole plan given to one solver at once, with the same seconds.
"""

from datetime import date
from fractions import Fraction
from math import cos, pi, radians, sqrt
from random import Random
from typing import Final

from benchmarks.measure import Result, peak_gib, tell
from benchmarks.plain import by_cp_sat, by_highs
from jiugai.kernel.money import CENTS_PER_WAN, Cents
from jiugai.kernel.source import Clause
from jiugai.planning.classes import CLASSES
from jiugai.planning.ground.neighbours import find_neighbours
from jiugai.planning.model.limits import BasicShare, Unit
from jiugai.planning.money.budget import Budget, Pot, Source
from jiugai.planning.need.scores import Score
from jiugai.planning.need.weights import default_weights
from jiugai.planning.pairs import Place
from jiugai.planning.plan import Plan, make_plan
from jiugai.planning.pool.candidates import Candidate, Pool
from jiugai.planning.search.stop import Stop
from jiugai.planning.solving import problem_of
from jiugai.planning.terms import Terms

#: The money is so much of what everything would cost.
AFFORDED: Final = 0.25
SHARE: Final = BasicShare(Fraction(1, 5), Unit.INVESTMENT, Clause("p14", "三(一)⑩"))
#: So many other estates lie within the metres that make a neighbour, on average.
NEAR: Final = 3.0
METRES_PER_DEGREE: Final = 111_195


def run() -> list[Result]:
    """Return the results for the bars: a small plan proven, a large one beside plain models."""
    return [*small(), *large()]


def small() -> list[Result]:
    """Return how long it takes to prove the plan of 500 estates and one year."""
    pool, budget, terms = district(500, 1, together=False, seconds=20)
    plan = planned(pool, budget, terms)
    holds = plan.stop is Stop.PROVEN and plan.seconds <= 2
    what = "plan of 500 estates × 1 year, proven best: time"
    return [Result(what, plan.seconds, "s", "proven, ≤ 2 s", holds, memory_gib=peak_gib())]


def large() -> list[Result]:
    """Return the gap of 7,000 estates and five years with neighbours, ours and plain models'."""
    pool, budget, terms = district(7_000, 5, together=True, seconds=60)
    plan = planned(pool, budget, terms)
    problem = problem_of(pool, budget, terms)
    what = f"plan of 7,000 estates × 5 years, {len(problem.rewards.first):,} pairs of neighbours"
    ours = 100 * plan.gap
    holds = plan.gap <= 0.001 and plan.seconds <= 60
    found = [Result(f"{what}: time", plan.seconds, "s", "≤ 60 s", holds, memory_gib=peak_gib())]
    for peer, solve in (("plain HiGHS", by_highs), ("plain CP-SAT", by_cp_sat)):
        theirs = 100 * solve(problem, seconds=60)
        found.append(
            Result(f"{what}: gap", ours, "%", "≤ 0.1 %", holds, peer, theirs, ours / theirs)
        )
    return found


def planned(pool: Pool, budget: Budget, terms: Terms) -> Plan:
    """Return the plan of a made-up district."""
    return make_plan(pool, budget, terms, place="110199", day=date(2026, 6, 1))


def district(
    estates: int, years: int, *, together: bool, seconds: float
) -> tuple[Pool, Budget, Terms]:
    """Return a made-up district: who may enter, the money, and what is asked."""
    span = tuple(range(2026, 2026 + years))
    candidates = tuple(made_up(estates, span))
    everything = sum(cents or 0 for one in candidates for cents in one.gross)
    weights = default_weights()
    near = weights.neighbours
    pairs = find_neighbours(places(estates, near.within_m), within_m=near.within_m, most=near.most)
    pool = Pool(span, candidates, (), tuple(pairs) if together else ())
    terms = Terms(weights, share=SHARE, seconds=seconds)
    return pool, money(int(everything * AFFORDED) // years, span), terms


def places(count: int, within_m: int) -> list[Place]:
    """Return where the estates stand: anywhere in a square, `NEAR` others within the metres."""
    chance = Random(-count)
    side = sqrt(count * pi * within_m**2 / NEAR) / METRES_PER_DEGREE
    return [
        Place(
            f"e{number:05}",
            116.0 + chance.random() * side / cos(radians(40.0)),
            40.0 + chance.random() * side,
        )
        for number in range(count)
    ]


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
