"""In larger plans, whoever brings what a way asks for is in a plan worth no less."""

from dataclasses import replace
from random import Random

import pytest

from jiugai.planning.answers.ways import margin
from jiugai.planning.answers.ways.margin import Effort
from jiugai.planning.model.capacity import Capacity, capacity_limits
from jiugai.planning.model.limits import share_limits
from jiugai.planning.model.problem import make_problem, sizes_of
from jiugai.planning.money.hall import money_limits
from jiugai.planning.search.draft import NEVER
from jiugai.planning.search.solve import solve
from jiugai.planning.search.stop import Stop
from tests.core.planning.build import BASIC, IMPROVING, YEARS, estate, pot, pots
from tests.core.planning.test_best import HALF
from tests.core.planning.ways.build import WEIGHTS, answered, at_score, pool_of

pytestmark = pytest.mark.slow

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
    *(pot(year, 1600, BASIC | IMPROVING) for year in YEARS), *(pot(year, 400) for year in YEARS)
)
GIVEN = many(14)
ENDS = [(i, i + 1) for i in range(0, 13, 3)]
EFFORTS = {
    "whole": Effort(near=20, whole=150, work=1.0),
    "in part": Effort(near=12, whole=0, work=0.1),
}


@pytest.fixture(scope="module", params=EFFORTS)
def asked(request):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(margin, "EFFORTS", ((0.0, EFFORTS[request.param]),))
        solution, ways = answered(GIVEN, MONEY, ENDS, share=HALF, capacity=CAPACITY, seconds=300)
    return solution, ways, request.param == "whole"


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


def test_what_is_opened_whole_is_proven(asked):
    solution, ways, is_whole = asked

    assert len(ways) == (solution.draft.year == NEVER).sum() > 5
    assert all(way.is_solved for way in ways)
    assert any(way.money.at_most for way in ways)
    assert any(way.score.at_most for way in ways)
    assert all(way.money.is_proven and way.score.is_proven for way in ways) == is_whole


def test_bounds_are_never_the_wrong_way_round(asked):
    _solution, ways, _is_whole = asked

    for way in ways:
        for one in (way.money, way.score):
            assert one.at_most is None or 0 <= one.at_least <= one.at_most


def test_who_pays_so_much_itself_is_in_a_plan_worth_no_less(asked):
    solution, ways, _is_whole = asked
    for way in ways:
        at = solution.draft.problem.ids.index(way.estate)
        net = sizes_of(GIVEN).net
        net[at] -= way.money.paid

        assert sum(way.money.paid) == way.money.at_most
        assert not is_worse(planned_again(GIVEN, net=net, must={way.estate}), solution)


def test_who_scores_so_much_more_is_in_a_plan_worth_no_less(asked):
    solution, ways, _is_whole = asked
    for way in [one for one in ways if one.score.at_most is not None]:
        given = at_score(GIVEN, way.estate, way.score.at_most)

        assert not is_worse(planned_again(given, must={way.estate}), solution)


def test_a_score_lower_than_the_least_is_not_enough(asked):
    solution, ways, _is_whole = asked
    for way in [one for one in ways if one.score.at_least]:
        given = at_score(GIVEN, way.estate, way.score.at_least - 1)

        assert is_worse(planned_again(given, must={way.estate}), solution)


def test_a_neighbour_that_starts_brings_the_estate_in(asked):
    solution, ways, _is_whole = asked
    for way in ways:
        for one in way.neighbours:
            locked = [
                replace(other, years=(one.year,))
                if other.id in (one.neighbour, way.estate)
                else other
                for other in GIVEN
            ]
            again = planned_again(locked, must={one.neighbour, way.estate})

            assert again.draft.benefit >= solution.draft.benefit - one.lost


def is_worse(again, solution):
    """Return whether a plan is worth less than another; neither may be unsure."""
    assert again.stop is Stop.PROVEN
    return again.draft.benefit < solution.draft.benefit
