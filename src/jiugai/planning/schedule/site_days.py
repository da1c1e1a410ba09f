"""The days on which a site works, counted from its first."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jiugai.planning.schedule.problem import Task
from jiugai.planning.schedule.quiet import Kind, Stretch
from jiugai.planning.schedule.trades import Working


@dataclass(frozen=True, slots=True)
class SiteDays:
    """Every day on which somebody may work, and those of them on which noisy trades rest."""

    days: tuple[date, ...]
    quiet: frozenset[int]

    def on_or_after(self, day: date) -> int:
        """Return the number of the first site day on or after `day`."""
        return bisect_left(self.days, day)

    def before_end_of(self, day: date) -> int:
        """Return how many site days there are up to and including `day`."""
        return bisect_right(self.days, day)

    def first(self, number: int) -> date:
        """Return the date of a site day."""
        return self.days[number]

    def last(self, end: int) -> date:
        """Return the date of the last day of works that end before site day `end`."""
        return self.days[max(0, end - 1)]


def site_days(
    start: date, until: date, working: Working, stretches: Sequence[Stretch]
) -> SiteDays:
    """Return the site days from `start` to `until`."""
    closed = {d for s in stretches if s.kind is Kind.CLOSED for d in s.days()}
    quiet = {d for s in stretches if s.kind is Kind.QUIET for d in s.days()}
    every = (start + timedelta(n) for n in range((until - start).days + 1))
    days = [day for day in every if day.weekday() not in working.rest and day not in closed]
    return SiteDays(
        tuple(days),
        frozenset(
            number
            for number, day in enumerate(days)
            if day in quiet or day.weekday() in working.noisy_rest
        ),
    )


def task(
    work: int,
    total: int,
    *,
    rests: frozenset[int] = frozenset(),
    banned: frozenset[int] = frozenset(),
    pauses: bool = False,
    among: tuple[int, int] | None = None,
    crews: tuple[tuple[int, int], ...] = (),
) -> Task:
    """Return works of so many days on the first `total` site days.

    They rest on `rests`. On `banned` days they either rest, too, if they may pause, or never lie
    over such a day. `among` bounds the start, both ends included.
    """
    off = rests | banned if pauses else rests
    open_days = [day for day in range(total) if day not in off]
    bad = [0]
    for day in open_days:
        bad.append(bad[-1] + (day in banned))
    low, high = among or (0, total)
    starts, ends = [], []
    for place in range(len(open_days) - work + 1) if work else ():
        if bad[place + work] == bad[place] and low <= open_days[place] <= high:
            starts.append(open_days[place])
            ends.append(open_days[place + work - 1] + 1)
    if not work:
        starts = ends = list(range(total + 1))
    return Task(work, tuple(starts), tuple(ends), crews, off)
