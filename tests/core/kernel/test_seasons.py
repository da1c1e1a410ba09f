"""Periods counted in seasons of the year."""

from datetime import date, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given

from jiugai.kernel.seasons import earliest_within_seasons, last_day_of_seasons

WINTER = ("11-15", "03-15")
SUMMER = ("06-01", "09-15")
SEASONS = st.sampled_from([WINTER, SUMMER, ("12-01", "02-29"), ("01-01", "12-31")])
DAYS = st.dates(date(2015, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("start", "whole", "begun"),
    [
        (date(2020, 6, 1), date(2022, 3, 15), date(2022, 3, 15)),
        (date(2020, 11, 15), date(2022, 3, 15), date(2022, 3, 15)),
        (date(2020, 11, 16), date(2023, 3, 15), date(2022, 3, 15)),
        (date(2021, 3, 15), date(2023, 3, 15), date(2022, 3, 15)),
        (date(2021, 3, 16), date(2023, 3, 15), date(2023, 3, 15)),
    ],
)
def test_two_winters_end_with_the_second_whole_or_begun_one(start, whole, begun):
    two = {"count": 2, "season": WINTER}

    assert last_day_of_seasons(start, running_counts=False, **two) == whole
    assert last_day_of_seasons(start, running_counts=True, **two) == begun


def test_a_season_that_ends_on_a_leap_day_ends_on_the_last_of_february_otherwise():
    end = last_day_of_seasons(
        date(2021, 6, 1), count=1, season=("12-01", "02-29"), running_counts=True
    )

    assert end == date(2022, 2, 28)


@given(DAYS, st.integers(1, 4), SEASONS, st.booleans())
def test_the_earliest_start_is_the_first_whose_period_reaches_the_day(
    day, count, season, running_counts
):
    terms = {"count": count, "season": season, "running_counts": running_counts}
    first = earliest_within_seasons(day, **terms)

    assert last_day_of_seasons(first, **terms) >= day
    assert last_day_of_seasons(first - timedelta(days=1), **terms) < day
