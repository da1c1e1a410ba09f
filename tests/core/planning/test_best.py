"""Small plans are the best there are, and large ones keep what every plan promises."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiugai.kernel.source import Clause
from jiugai.planning.classes import CLASSES
from jiugai.planning.model.capacity import Capacity
from jiugai.planning.model.limits import BasicShare, Unit
from jiugai.planning.model.problem import benefits
from jiugai.planning.money.budget import EVERY_CLASS, Source
from jiugai.planning.need.weights import Together, default_weights
from jiugai.planning.search.draft import PATTERNS
from tests.core.planning.build import (
    BASIC,
    IMPROVING,
    UPGRADING,
    YEARS,
    estate,
    plan,
    pot,
    pots,
    years_of,
)

costs = st.integers(1, 9)
maybe = st.one_of(st.none(), costs)
windows = st.sampled_from([(2026,), (2027,), YEARS, YEARS, YEARS])
classes = st.sampled_from([BASIC, BASIC | IMPROVING, IMPROVING | UPGRADING, EVERY_CLASS])
HALF = BasicShare(Fraction(1, 2), Unit.INVESTMENT, Clause("p14", "三(一)"))


@st.composite
def estates(draw, most):
    return [
        estate(
            chr(ord("a") + number),
            draw(costs),
            draw(maybe),
            draw(maybe),
            score=draw(st.integers(0, 100)),
            households=draw(st.sampled_from([1, 50, 100])),
            social=draw(st.sampled_from([0, 0, 3])),
            years=draw(windows),
        )
        for number in range(draw(st.integers(1, most)))
    ]


budgets = st.lists(
    st.tuples(st.sampled_from(YEARS), st.integers(0, 25), classes), min_size=1, max_size=4
).map(lambda lines: pots(*(pot(*line) for line in lines)))


def options(one):
    """Yield every way to treat an estate: not at all, or a year and a set of classes."""
    yield None, np.zeros(3, dtype=bool)
    for year, pattern in product(one.years, PATTERNS):
        if (pattern <= np.array(one.offered)).all():
            yield year, pattern


def pays(needs, money, year):
    """Return whether the pots of a year cover needs per class: every subset of classes."""
    return all(
        sum(needs[c] for c in subset)
        <= sum(
            one.cents
            for one in money.pots
            if one.year == year and any(CLASSES[c] in one.classes for c in subset)
        )
        for subset in [[c for c in range(3) if bits >> c & 1] for bits in range(1, 8)]
    )


def is_allowed(chosen, money, share, capacity):
    for year in money.years:
        here = [(one, done) for one, (when, done) in chosen if when == year]
        net = [sum(one.net[c] for one, done in here if done[c]) for c in range(3)]
        gross = [sum(one.gross[c] or 0 for one, done in here if done[c]) for c in range(3)]
        enough = share is None or gross[0] * share.least.denominator >= (
            sum(gross) * share.least.numerator
        )
        carried = capacity is None or len(here) <= capacity
        if not (pays(net, money, year) and enough and carried):
            return False
    return True


def best_by_hand(given_, money, share=None, capacity=None, near=(), weights=None):
    """Try every plan."""
    asked = weights or default_weights()
    worth = benefits(given_, len(money.years), asked)

    def together(years):
        return sum(
            round(
                asked.neighbours.worth
                * min(worth[k, money.years.index(years[k]), 0] for k in ends)
                + Fraction(1, 10**9)
            )
            for ends in near
            if years[ends[0]] is not None and years[ends[0]] == years[ends[1]]
        )

    def value(chosen):
        return together([year for _one, (year, _done) in chosen]) + sum(
            int(worth[i, money.years.index(year)] @ done)
            for i, (_one, (year, done)) in enumerate(chosen)
            if year is not None
        )

    plans = (
        list(zip(given_, picked, strict=True))
        for picked in product(*map(list, map(options, given_)))
    )
    return max(value(one) for one in plans if is_allowed(one, money, share, capacity))


def check(found, money, share=None, capacity=None):
    """Assert what every plan promises, reckoned from the chosen estates alone."""
    for one in found.chosen:
        assert one.year in one.estate.years
        assert one.works[0] is CLASSES[0]
    chosen = [
        (one.estate, (one.year, np.array([works in one.works for works in CLASSES])))
        for one in found.chosen
    ]
    assert is_allowed(chosen, money, share, capacity)
    for line in money.pots:
        paid = sum(pay.cents for pay in found.payments if pay.pot is line)
        assert paid <= line.cents
    net = sum(one.net_of(works) for one in found.chosen for works in one.works)
    assert sum(pay.cents for pay in found.payments) == net
    assert found.milli <= found.bound
    assert len(found.chosen) + len(found.left_out) == len({*years_of(found)}) + len(found.left_out)


@settings(max_examples=15)
@given(estates(3), budgets)
def test_no_plan_by_hand_is_better(given_, money):
    found = plan(given_, money)

    check(found, money)
    assert found.milli == found.bound == best_by_hand(given_, money)


@settings(max_examples=15)
@given(estates(3), budgets, st.integers(0, 2))
def test_no_plan_by_hand_is_better_with_a_share_and_a_capacity(given_, money, most):
    found = plan(given_, money, share=HALF, capacity=Capacity(estates=most))

    check(found, money, HALF, most)
    assert found.milli == found.bound == best_by_hand(given_, money, HALF, most)


#: Much for being together, so that it decides.
TOGETHER = replace(default_weights(), neighbours=Together(Fraction(3, 7), 200, 4))


@settings(max_examples=15)
@given(estates(4), budgets, st.sets(st.sampled_from(list(combinations(range(4), 2)))))
def test_no_plan_by_hand_is_better_with_neighbours(given_, money, near):
    ends = sorted((i, j) for i, j in near if j < len(given_))
    ids = [(given_[i].id, given_[j].id) for i, j in ends]
    found = plan(given_, money, near=ids, weights=TOGETHER)

    check(found, money)
    assert found.milli == found.bound
    assert found.milli == best_by_hand(given_, money, near=ends, weights=TOGETHER)
    assert found.milli == sum(one.milli + one.together for one in found.chosen)


@pytest.mark.slow
@settings(max_examples=300)
@given(estates(4), budgets, st.sampled_from([None, HALF]))
def test_no_plan_by_hand_is_better_in_many_more_cases(given_, money, share):
    found = plan(given_, money, share=share)

    check(found, money, share)
    assert found.milli == found.bound == best_by_hand(given_, money, share)


@pytest.mark.slow
@settings(max_examples=100)
@given(
    st.lists(st.tuples(costs, st.integers(1, 100)), min_size=6, max_size=6),
    st.tuples(st.integers(0, 20), st.integers(0, 20)),
)
def test_six_estates_in_two_years_are_chosen_as_by_hand(given_, amounts):
    six = [estate(f"e{i}", cost, score=score) for i, (cost, score) in enumerate(given_)]
    money = pots(*(pot(year, wan) for year, wan in zip(YEARS, amounts, strict=True)))

    assert plan(six, money).milli == best_by_hand(six, money)


@settings(max_examples=15)
@given(estates(5), budgets, st.integers(0, 3), st.integers(1, 10))
def test_more_money_never_lowers_what_a_plan_is_worth(given_, money, which, more):
    first = money.pots[which % len(money.pots)]
    richer = replace(first, cents=first.cents + more * 1_000_000)
    rest = tuple(one for one in money.pots if one is not first)

    assert plan(given_, replace(money, pots=(richer, *rest))).milli >= plan(given_, money).milli


@settings(max_examples=10)
@given(estates(5), budgets)
def test_the_same_input_gives_the_same_plan_in_any_order(given_, money):
    one, other = plan(given_, money), plan(given_[::-1], money)

    assert one.chosen == other.chosen
    assert one.left_out == other.left_out


@settings(max_examples=10)
@given(estates(5), budgets)
def test_carrying_over_never_lowers_what_a_plan_is_worth(given_, money):
    assert plan(given_, money, carry=True).milli >= plan(given_, money).milli


def many(count, years):
    """Return estates of a believable district."""
    chance = Random(count)
    return [
        estate(
            f"e{number:05}",
            *(round(households * chance.uniform(*wan), 2) for wan in ((3, 9), (1, 4), (1, 3))),
            score=chance.uniform(20, 80),
            households=households,
            social=round(households * chance.choice((0, 0, 1)) * chance.random(), 2),
            years=years,
            street=f"11019900{number % 6}",
        )
        for number, households in enumerate(chance.choices(range(40, 400), k=count))
    ]


@pytest.mark.slow
@pytest.mark.parametrize("count", [400, 3000])
def test_a_large_plan_keeps_its_promises_and_is_near_the_best(count):
    years = (2026, 2027, 2028)
    money = pots(
        *(pot(year, count * 50, BASIC, Source.CENTRAL) for year in years),
        *(pot(year, count * 40, BASIC | IMPROVING, Source.CITY) for year in years),
        *(pot(year, count * 20, EVERY_CLASS, Source.DISTRICT) for year in years),
        years=years,
    )
    found = plan(many(count, years), money, share=HALF, seconds=10)

    check(found, money, HALF)
    assert found.gap < 0.001
