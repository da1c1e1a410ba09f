"""How long each desk has, and when that ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from jiugai.apps.projects.models import Desk
from jiugai.apps.registry.models import Clock, Term
from jiugai.apps.registry.workdays import after_working_days, own_days
from jiugai.kernel.division import ancestors

Timed: TypeAlias = Desk | Clock

#: Working days of a desk where the office has not set its own. None of the texts gives any: the
#: page says so beside every deadline.
DEFAULTS: Final[Mapping[Timed, int]] = {
    Desk.APPLICANT: 10,
    Desk.STREET: 5,
    Desk.DISTRICT: 10,
    Desk.CITY: 20,
    Clock.REVIEW: 10,
    Clock.DESIGN: 15,
    Clock.RESPOND: 2,
    Clock.SOLVE: 15,
}
#: By their names, as they are kept.
TIMED: Final[Mapping[str, Timed]] = {one.value: one for one in DEFAULTS}


@dataclass(frozen=True, slots=True)
class DeskTerm:
    """How many working days a desk has in a place, and which place said so, if any."""

    desk: Timed
    days: int
    place: str | None


def terms_in(division: str) -> dict[Timed, DeskTerm]:
    """Return the term of every desk and clock in a division; the nearest office's counts."""
    places = [*ancestors(division), division]
    found = {desk: DeskTerm(desk, days, None) for desk, days in DEFAULTS.items()}
    own = Term.objects.filter(place__in=places, clock__in=list(TIMED))
    for one in sorted(own, key=lambda one: len(one.place)):
        found[TIMED[one.clock]] = DeskTerm(TIMED[one.clock], one.days, one.place)
    return found


def due_on(desk: Timed, division: str, on: date) -> date | None:
    """Return the last day that a desk or clock has for what arrives on a day; else None."""
    if desk not in DEFAULTS:
        return None
    term = terms_in(division)[desk]
    return after_working_days(on, term.days, own_days(division))
