"""More money never buys less, and the curve says how much more."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from jiugai.planning.answers.curve import FACTORS, scaled
from jiugai.planning.search.stop import Stop
from tests.core.planning.build import estate, plan, yearly

some = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 99)), min_size=1, max_size=5)


def estates(given_, **more):
    return [
        estate(f"e{index}", cost, score=score, **more)
        for index, (cost, score) in enumerate(given_)
    ]


@settings(max_examples=8)
@given(some, st.integers(1, 20))
def test_more_money_never_buys_less(given_, wan):
    found = plan(estates(given_), yearly(wan, wan), curve=5.0)

    assert [one.factor for one in found.curve] == list(FACTORS)
    for less, more in pairwise(found.curve):
        assert less.milli <= more.milli
        assert less.bound <= more.bound
        assert less.money <= more.money
    assert all(one.milli <= one.bound for one in found.curve)


@settings(max_examples=4)
@given(some, st.integers(1, 20))
def test_each_point_is_the_plan_for_its_money(given_, wan):
    money = yearly(wan, wan)
    found = plan(estates(given_), money, curve=5.0)

    for point in found.curve:
        alone = plan(estates(given_), scaled(money, point.factor))
        assert alone.stop is Stop.PROVEN
        assert point.milli == alone.milli


def test_money_too_little_for_what_must_be_done_gives_no_point():
    found = plan([estate("a", 10, mandatory=True)], yearly(10, 10), curve=5.0)

    assert [one.factor for one in found.curve] == [one for one in FACTORS if one >= 1]


def test_a_scaled_budget_is_in_whole_cents():
    assert [pot.cents for pot in scaled(yearly(0.0001, 1), Fraction(1, 4)).pots] == [25, 250_000]
