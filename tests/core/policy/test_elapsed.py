"""The time between two days, and odd numbers, as one case sees them."""

from datetime import date

import pytest

from jiugai.policy.arithmetic import truth_of
from jiugai.policy.bind import bind
from jiugai.policy.conditions import TheDay, elapsed, is_odd, number
from tests.core.policy.toy import Toy, ToyLaw

FORTNIGHT = number("toy.fortnight")  # 15 days
TWO = number("toy.two")


def truth(condition, *, day=date(2024, 2, 29), **facts):
    return truth_of(bind(condition, ToyLaw(day=day)))(facts)


@pytest.mark.parametrize(
    ("until", "at_most", "at_least"),
    [
        (date(2024, 3, 1), True, False),
        (date(2024, 3, 15), True, False),
        (date(2024, 3, 16), True, True),
        (date(2024, 3, 17), False, True),
        (date(2024, 2, 29), False, False),  # backwards
        (None, None, None),
    ],
)
def test_days_are_counted_from_the_next_day_and_never_backwards(until, at_most, at_least):
    stretch = elapsed(Toy.listed_on, Toy.ended_on, unit="days")
    facts = {"listed_on": date(2024, 3, 1), "ended_on": until}

    assert truth(stretch <= FORTNIGHT, **facts) is at_most
    assert truth(stretch >= FORTNIGHT, **facts) is at_least


@pytest.mark.parametrize(
    ("since", "until", "within"),
    [
        (date(2024, 1, 15), date(2024, 3, 15), True),
        (date(2024, 1, 15), date(2024, 3, 16), False),
        (date(2023, 12, 31), date(2024, 2, 29), True),
        (date(2023, 12, 31), date(2024, 3, 1), False),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last_of_the_month(since, until, within):
    stretch = elapsed(Toy.listed_on, Toy.ended_on, unit="months")

    assert truth(stretch <= TWO, listed_on=since, ended_on=until) is within
    assert truth(stretch > TWO, listed_on=since, ended_on=until) is not within


def test_an_end_may_be_the_day_of_the_decision():
    ahead = elapsed(TheDay(), Toy.ended_on, unit="years") <= TWO

    assert truth(ahead, day=date(2024, 2, 29), ended_on=date(2026, 2, 28)) is True
    assert truth(ahead, day=date(2024, 2, 29), ended_on=date(2026, 3, 1)) is False


def test_months_and_years_cannot_be_asked_for_at_least():
    with pytest.raises(TypeError, match="months"):
        _ = elapsed(Toy.listed_on, Toy.ended_on, unit="months") >= TWO


@pytest.mark.parametrize(
    ("count", "odd"), [(0, False), (1, True), (6, False), (7, True), (None, None)]
)
def test_a_number_is_odd_or_not(count, odd):
    assert truth(is_odd(Toy.count), count=count) is odd
