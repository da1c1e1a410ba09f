"""In small plans, the ways in are those that trying everything finds."""

import pytest
from hypothesis import given, settings

from tests.core.planning.ways.build import (
    ByHand,
    answered,
    at_score,
    budgets,
    estates,
    near,
)


def check_money(by_hand, way, worth):
    least = by_hand.least_money(way.estate, worth)
    expected = None if least is None else least * 1_000_000

    assert way.money.at_most == way.money.at_least == expected


def check_score(by_hand, way, worth):
    def is_enough(rise):
        found = by_hand.best_with(way.estate, at_score(by_hand.given, way.estate, rise))
        return found is not None and found >= worth

    score = way.score
    assert score.is_proven
    if score.at_most is None:
        assert not is_enough(score.highest)
    else:
        assert is_enough(score.at_most)
        assert score.at_most == 0 or not is_enough(score.at_most - 1)


def check_neighbours(by_hand, solution, way, worth):
    problem = solution.draft.problem
    index = problem.ids.index(way.estate)
    expected = set()
    for other, pair in problem.rewards.near[index]:
        for t, year in enumerate(problem.years):
            if not problem.rewards.milli[pair, t] or solution.draft.year[other] == t:
                continue
            locked = {problem.ids[other]: year}
            both = by_hand.best(**locked, **{way.estate: year})
            alone = by_hand.best(**locked, **{way.estate: None})
            if both is not None and (alone is None or both >= alone):
                expected.add((problem.ids[other], year, worth - both))

    assert {(one.neighbour, one.year, one.lost) for one in way.neighbours} == expected


def check(given_, money, ends):
    solution, ways = answered(given_, money, ends)
    by_hand, worth = ByHand(given_, money, ends), solution.draft.benefit

    assert by_hand.best() == worth
    for way in ways:
        check_money(by_hand, way, worth)
        check_score(by_hand, way, worth)
        check_neighbours(by_hand, solution, way, worth)


@settings(max_examples=6)
@given(estates(3), budgets, near)
def test_ways_into_a_small_plan_are_those_found_by_hand(given_, money, ends):
    check(given_, money, ends)


@pytest.mark.slow
@settings(max_examples=150)
@given(estates(3), budgets, near)
def test_ways_are_those_found_by_hand_in_many_more_cases(given_, money, ends):
    check(given_, money, ends)
