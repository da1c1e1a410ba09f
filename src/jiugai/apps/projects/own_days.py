"""What offices say of single days, for the working days of every app."""

from datetime import date

from jiugai.apps.projects.models import SpecialDay
from jiugai.kernel.division import ancestors


def own_days(division: str) -> dict[date, bool]:
    """Return what the offices of a division and above it say of days; the nearest one counts."""
    places = [*ancestors(division), division]
    found = SpecialDay.objects.filter(place__in=places)
    return {one.day: one.is_worked for one in sorted(found, key=lambda one: len(one.place))}
