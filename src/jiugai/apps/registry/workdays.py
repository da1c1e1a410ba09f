"""Working days in China: weekends, public holidays and days worked instead, and an office's own.

The announcements of the State Council come with `chinesecalendar`, year by year; a year that it
does not know yet has its weekends only, and what the office entered.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import chinese_calendar

from jiugai.apps.registry.models import SpecialDay
from jiugai.kernel.division import ancestors

SATURDAY: Final = 5
#: No desk has longer; whoever enters a calendar without working days is told so.
LONGEST: Final = 3660


def is_announced(year: int) -> bool:
    """Return whether the public holidays of a year are known."""
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


def is_worked(day: date, own: Mapping[date, bool]) -> bool:
    """Return whether a day is worked; what the office says of it comes first."""
    if day in own:
        return own[day]
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < SATURDAY


def after_working_days(start: date, days: int, own: Mapping[date, bool]) -> date:
    """Return the last day of a term of working days; the day it begins on does not count."""
    day, left = start, days
    for _n in range(LONGEST):
        if left <= 0:
            return day
        day += timedelta(days=1)
        left -= is_worked(day, own)
    raise ValueError(f"No working days after {start}.")


def working_days_between(start: date, end: date, own: Mapping[date, bool]) -> int:
    """Return how many working days lie after one day up to another; below zero if it is past."""
    low, high = sorted((start, end))
    steps = range(1, (high - low).days + 1)
    count = sum(is_worked(low + timedelta(days=n), own) for n in steps)
    return count if start <= end else -count


def own_days(division: str) -> dict[date, bool]:
    """Return what the offices of a division and above it say of days; the nearest one counts."""
    places = [*ancestors(division), division]
    found = SpecialDay.objects.filter(place__in=places)
    return {one.day: one.is_worked for one in sorted(found, key=lambda one: len(one.place))}
