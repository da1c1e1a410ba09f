"""Whole cents that add up, whoever shares them."""

from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

from jiugai.finance.split import in_whole_cents, nearest_cent, split
from jiugai.kernel.errors import UsageError

WEIGHTS = st.lists(st.fractions(0, 10**4, max_denominator=100), min_size=1, max_size=12)


@given(total=st.integers(0, 10**12), weights=WEIGHTS.filter(any))
def test_the_parts_add_up_and_none_is_a_cent_off(total, weights):
    parts = split(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(total) * weight / sum(weights)) < 1


@given(total=st.integers(0, 10**9), weights=WEIGHTS.filter(any))
def test_nobody_of_more_weight_gets_less(total, weights):
    ordered = [part for _w, part in sorted(zip(weights, split(total, weights), strict=True))]
    assert ordered == sorted(ordered)


def test_of_equal_remainders_the_earlier_has_the_cent():
    assert split(200, [1, 1, 1]) == [67, 67, 66]


def test_something_cannot_be_shared_by_nothing():
    with pytest.raises(UsageError, match="权数之和为零"):
        split(1, [0, 0])


def test_nothing_is_shared_by_nothing():
    assert split(0, [0, 0]) == [0, 0]


def test_parts_that_are_whole_already_stay():
    assert in_whole_cents([Fraction(3), Fraction(4)]) == [3, 4]


@pytest.mark.parametrize(
    ("exact", "cents"), [("1/2", 1), ("-1/2", -1), ("49/100", 0), ("-3/2", -2), ("2/3", 1)]
)
def test_halves_go_away_from_zero(exact, cents):
    assert nearest_cent(Fraction(exact)) == cents
