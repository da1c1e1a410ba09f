"""The solver proposes; whole numbers decide."""

import numpy as np
import pytest

from jiugai.planning.model.problem import benefits, make_problem, sizes_of
from jiugai.planning.money.hall import money_limits
from jiugai.planning.need.weights import default_weights
from jiugai.planning.pairs import Pair
from jiugai.planning.search.draft import NEVER, PATTERNS, Draft, repair
from jiugai.planning.search.exchange import Exchanges, polish
from jiugai.planning.search.losses import losses
from jiugai.planning.search.prices import Prices
from jiugai.planning.search.program import Program
from tests.core.planning.build import estate, yearly

YEARS = (2026,)
ALL = PATTERNS[-1]
BASIC = PATTERNS[0]


def problem(*estates, money=10, years=YEARS, near=()):
    limits = money_limits(
        sizes_of(estates).net, yearly(*[money] * len(years), years=years), carry=False
    )
    pairs = [Pair(*ends, 10) for ends in near]
    return make_problem(estates, years, limits, default_weights(), pairs)


def prices(of):
    return Prices(np.full(len(of.limits), 1e-6), of.rewards.milli / 2)


def test_an_overstepped_plan_loses_what_is_worth_least_for_its_price():
    made = problem(estate("a", 6, 3, score=80), estate("b", 5, score=10))
    draft = Draft(made)
    draft.start(0, 0, np.array([True, True, False]))
    draft.start(1, 0, BASIC)

    assert not draft.is_sound()
    assert repair(draft, prices(made))
    assert draft.is_sound()
    assert draft.year.tolist() == [0, NEVER]


def test_repair_takes_further_classes_of_a_mandatory_estate_but_never_the_estate():
    made = problem(estate("a", 9, 3, mandatory=True))
    draft = Draft(made)
    draft.start(0, 0, np.array([True, True, False]))

    assert repair(draft, prices(made))
    assert draft.done[0].tolist() == [True, False, False]


def test_repair_says_when_nothing_helps():
    made = problem(estate("a", 11, mandatory=True))
    draft = Draft(made)
    draft.start(0, 0, BASIC)

    assert not repair(draft, prices(made))


def test_what_is_used_is_the_same_kept_step_by_step_and_reckoned_afresh():
    made = problem(estate("a", 6, 3, 2), estate("b", 5, None, 4), money=3, years=(2026, 2027))
    draft = Draft(made)
    draft.start(0, 1, ALL)
    draft.start(1, 0, np.array([True, False, True]))
    draft.drop(0)
    draft.start(0, 0, BASIC)

    assert draft.used.tolist() == made.used_in_all(draft.year, draft.done).tolist()


def test_filling_leaves_nothing_out_that_still_fits():
    made = problem(estate("a", 6, 3), estate("b", 5), estate("c", 4, 1), money=10)
    draft = Draft(made)
    draft.fill(prices(made))
    left = draft.slack

    assert draft.is_sound()
    for index in np.flatnonzero(draft.year == NEVER).tolist():
        assert (made.used(index, 0, BASIC) > left).any()


def test_polishing_exchanges_only_at_a_gain():
    made = problem(estate("a", 10, score=30), estate("b", 10, score=60))
    draft = Draft(made)
    draft.start(0, 0, BASIC)
    found = Exchanges(draft, prices(made)).cheapest(1)
    polish(draft, prices(made))

    assert (found.gain, found.lost) == (60_000, 30_000)
    assert draft.year.tolist() == [NEVER, 0]


def test_an_exchange_gives_up_no_more_than_it_must():
    made = problem(
        estate("a", 2, score=10), estate("b", 7, score=40), estate("c", 6, score=90), money=9
    )
    draft = Draft(made)
    draft.start(0, 0, BASIC)
    draft.start(1, 0, BASIC)
    found = Exchanges(draft, prices(made)).cheapest(2)

    assert [item.estate for item in found.displaced] == [1]


def test_a_mandatory_estate_is_never_displaced():
    made = problem(estate("a", 9, mandatory=True, score=1), estate("b", 9, score=99))
    draft = Draft(made)
    draft.start(0, 0, BASIC)

    assert Exchanges(draft, prices(made)).cheapest(1) is None


def test_prices_prove_a_bound_that_the_plan_with_fractions_reaches():
    made = problem(estate("a", 6, score=80), estate("b", 5, score=70), estate("c", 4, 2), money=9)
    program = Program(made)
    every = program.choices
    relaxed = program.relax(every, ~every, prices=Prices.none(made), seconds=10)
    whole = float((relaxed.part * made.benefit).sum())

    assert losses(made, relaxed.prices).bound == pytest.approx(whole)


def test_without_time_for_prices_the_bound_is_the_sum_of_all_benefits():
    made = problem(estate("a", 6), estate("b", 5))

    assert losses(made, Prices.none(made)).bound == 100_000


def test_steps_towards_the_plan_with_fractions_prove_a_bound_near_it():
    made = problem(estate("a", 6, score=80), estate("b", 5, score=70), estate("c", 4, 2), money=9)
    program = Program(made)
    every = program.choices
    exact = program.relax(every, ~every, prices=Prices.none(made), seconds=10)
    near = program.approach(seconds=10)

    proven = losses(made, exact.prices).bound
    assert proven <= losses(made, near.prices).bound <= 1.001 * proven


def test_neighbours_add_a_share_of_the_smaller_worth_in_the_year_of_both():
    made = problem(estate("a", 1, score=80), estate("b", 1, score=40), money=3, near=[("a", "b")])
    draft = Draft(made)
    draft.start(0, 0, BASIC)

    assert draft.gain(1, 0, BASIC) == 40_000 + 2_000
    draft.start(1, 0, BASIC)
    assert draft.benefit == 80_000 + 40_000 + 2_000


def test_the_worth_of_works_is_score_times_households_class_and_year():
    found = benefits([estate("a", 9, 9, 0, score=40, households=50)], 2, default_weights())

    assert found[0].tolist() == [[20_000, 8_000, 0], [19_400, 7_760, 0]]


def test_works_that_cost_something_are_worth_something_even_at_a_score_of_nothing():
    assert benefits([estate("a", 9, score=0)], 1, default_weights())[0, 0].tolist() == [1, 0, 0]
