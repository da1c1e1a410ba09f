"""In larger plans, whoever brings what a way asks for is in a plan worth no less."""

from dataclasses import replace
from random import Random

import pytest

from jiugai.planning.model.capacity import Capacity, capacity_limits
from jiugai.planning.model.limits import share_limits
from jiugai.planning.model.problem import make_problem, sizes_of
from jiugai.planning.money.hall import money_limits
from jiugai.planning.search.draft import NEVER
from jiugai.planning.search.solve import solve
from tests.core.planning.build import BASIC, IMPROVING, YEARS, estate, pot, pots
from tests.core.planning.test_best import HALF
from tests.core.planning.ways.build import WEIGHTS, answered, at_score, pool_of

CAPACITY = Capacity(street_estates=4)


def many(count):
    chance = Random(count)
    return [
        estate(
            f"e{number:03}",
            *(round(households * chance.uniform(*wan), 2) for wan in ((3, 9), (1, 4), (1, 3))),
            score=round(chance.uniform(20, 80), 2),
            households=households,
            street=f"11019900{number % 3}",
        )
        for number, households in enumerate(chance.choices(range(40, 400), k=count))
    ]


MONEY = pots(
    *(pot(year, 2600, BASIC | IMPROVING) for year in YEARS), *(pot(year, 700) for year in YEARS)
)
GIVEN = many(24)
ENDS = [(i, i + 1) for i in range(0, 22, 3)]


@pytest.fixture(scope="module")
def asked():
    return answered(GIVEN, MONEY, ENDS, share=HALF, capacity=CAPACITY, seconds=300)


def planned_again(given, *, net=None, must=()):
    """Return the best plan of other estates, some of which must be in it."""
    pool = pool_of([replace(one, mandatory=one.id in must) for one in given], MONEY, ENDS)
    sizes = sizes_of(pool.candidates)
    limits = [
        *money_limits(sizes.net if net is None else net, MONEY, carry=False),
        *share_limits(sizes, HALF, YEARS),
        *capacity_limits(sizes, CAPACITY, YEARS),
    ]
    problem = make_problem(pool.candidates, YEARS, limits, WEIGHTS, pool.pairs)
    return solve(problem, seconds=20)


def test_there_is_something_to_ask(asked):
    solution, ways = asked

    assert len(ways) == (solution.draft.year == NEVER).sum() > 5
    assert all(way.is_solved for way in ways)
    assert any(way.money.at_most for way in ways)
    assert any(way.score.at_most for way in ways)


def test_bounds_are_never_the_wrong_way_round(asked):
    _solution, ways = asked

    for way in ways:
        for one in (way.money, way.score):
            assert one.at_most is None or 0 <= one.at_least <= one.at_most


@pytest.mark.slow
def test_who_pays_so_much_itself_is_in_a_plan_worth_no_less(asked):
    solution, ways = asked
    sizes = sizes_of(GIVEN)
    for way in ways:
        at = solution.draft.problem.ids.index(way.estate)
        net = sizes.net.copy()
        net[at] -= way.money.paid
        again = planned_again(GIVEN, net=net, must={way.estate})

        assert sum(way.money.paid) == way.money.at_most
        assert again.bound >= solution.draft.benefit
        assert again.draft.benefit >= solution.draft.benefit - (again.bound - again.draft.benefit)


@pytest.mark.slow
def test_who_scores_so_much_more_is_in_a_plan_worth_no_less(asked):
    solution, ways = asked
    for way in [one for one in ways if one.score.at_most is not None]:
        raised_ = at_score(GIVEN, way.estate, way.score.at_most)
        again = planned_again(raised_, must={way.estate})

        assert again.bound >= solution.draft.benefit


@pytest.mark.slow
def test_less_than_what_is_proven_to_be_needed_is_not_enough(asked):
    solution, ways = asked
    for way in [one for one in ways if one.score.at_least]:
        raised_ = at_score(GIVEN, way.estate, way.score.at_least - 1)

        assert planned_again(raised_, must={way.estate}).draft.benefit < solution.draft.benefit
