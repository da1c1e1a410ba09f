"""Stretches of days, and the counting of years and months as the Civil Code does it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `since` up to and including `until`; no `until` means still running.

    Both ends are included because that is how the texts name them ("届满", CC 1259).
    """

    since: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise ValueError(f"A span cannot end on {self.until}, before it starts.")

    def __contains__(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    def __str__(self) -> str:
        return f"{self.since} – {self.until or '…'}"


def add_months(day: date, months: int) -> date:
    """Return the corresponding day `months` later, or the month's last day if there is none.

    Source: Civil Code 202.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """Return the corresponding day `years` later (Civil Code 202)."""
    return add_months(day, 12 * years)


def earliest_still_within(day: date, months: int) -> date:
    """Return the first day from which `months` have not yet run out on `day`.

    A period counted from that day or later still covers `day`; one counted from the day
    before does not. Needed because month ends make adding and subtracting differ.
    """
    start = add_months(day, -months) - timedelta(days=3)
    while add_months(start, months) < day:
        start += timedelta(days=1)
    return start
