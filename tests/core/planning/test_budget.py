"""Amounts become yearly pots that add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.kernel.errors import UsageError
from jiugai.kernel.money import Cents
from jiugai.planning.money.budget import EVERY_CLASS, Source, horizon, slices, source_title
from jiugai.planning.money.budget_file import read_budget

YEARS = (2026, 2027, 2028)


def test_an_amount_becomes_equal_slices_with_the_odd_cents_first():
    found = slices(Cents(100), YEARS)

    assert [pot.cents for pot in found.pots] == [34, 33, 33]
    assert {pot.source for pot in found.pots} == {Source.TOTAL}
    assert {pot.classes for pot in found.pots} == {EVERY_CLASS}


@given(st.integers(0, 10**13), st.integers(1, 10))
def test_slices_lose_no_cent_and_differ_by_at_most_one(total, count):
    amounts = [pot.cents for pot in slices(Cents(total), horizon(2026, count)).pots]

    assert sum(amounts) == total
    assert max(amounts) - min(amounts) <= 1


@pytest.mark.parametrize(
    ("text", "cents"),
    [("12.8亿", 128_000_000_000), ("60000万", 60_000_000_000), ("600000000", 60_000_000_000)],
)
def test_amounts_are_read_as_offices_write_them(text, cents):
    assert read_budget(text, years=YEARS).total() == cents


@pytest.mark.parametrize("text", ["很多钱", "-5万", "", "x" * 5000])
def test_what_is_neither_file_nor_amount_is_refused_in_words(text):
    with pytest.raises(UsageError, match="--budget"):
        read_budget(text, years=YEARS)


def test_a_horizon_is_one_to_ten_years():
    assert horizon(2026, 3) == (2026, 2027, 2028)
    for count in (0, 11, -1):
        with pytest.raises(UsageError, match="计划年数"):
            horizon(2026, count)


def test_every_source_has_a_name_of_its_own():
    assert len({source_title(source) for source in Source}) == len(Source)
