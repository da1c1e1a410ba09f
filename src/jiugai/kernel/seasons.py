"""Periods counted in seasons of the year, like two heating seasons."""

from calendar import monthrange
from datetime import date, timedelta

Season = tuple[str, str]  # first and last month-day, both included; may cross new year


def last_day_of_seasons(start: date, *, count: int, season: Season, running_counts: bool) -> date:
    """Return the last day of the `count`th season from `start` on.

    With `running_counts` a season that has begun before `start` is the first of them.
    """
    year = start.year - 2
    while (_end(year, season) if running_counts else _start(year, season)) < start:
        year += 1
    return _end(year + count - 1, season)


def earliest_within_seasons(
    day: date, *, count: int, season: Season, running_counts: bool
) -> date:
    """Return the first start whose `count` seasons have not yet run out on `day`."""
    year = day.year - 2
    while _end(year, season) < day:
        year += 1
    # The period that ends with the season before this one began no later than `before`.
    before = _end(year - count, season) if running_counts else _start(year - count, season)
    return before + timedelta(days=1)


def _start(year: int, season: Season) -> date:
    return _month_day(year, season[0])


def _end(year: int, season: Season) -> date:
    """Return the last day of the season that begins in `year`."""
    return _month_day(year + (season[1] < season[0]), season[1])


def _month_day(year: int, month_day: str) -> date:
    month, day = map(int, month_day.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))
