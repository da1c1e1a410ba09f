"""Until when a demand is answered, and what says so."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from jiugai.apps.demands.models import DueBy
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Clock, Term
from jiugai.apps.registry.workdays import after_working_days, own_days
from jiugai.kernel.division import ancestors
from jiugai.kernel.errors import UsageError
from jiugai.kernel.source import Clause

#: Working days where the office has not set its own. The texts say 及时 and give no days.
DEFAULT: Final = 7
#: How a ticket without a day is read: 条例 十三①, `bcr.deadline`.
READING: Final = "bcr.deadline"
TICKET: Final = Clause("bcr", "十三①")
#: What asks for an answer, whatever the channel; the first that is in force is shown.
CLAUSES: Final = (Clause("bj22", "二(二)④"), Clause("bj20", "二(二)1③"))


@dataclass(frozen=True, slots=True)
class Days:
    """How many working days there are for an answer, and which place said so, if any."""

    days: int
    place: str | None


def days_for(division: str, kind: str) -> Days:
    """Return the working days for a kind of demand; the nearest office's own rule counts."""
    places = [*ancestors(division), division]
    terms = Term.objects.filter(place__in=places, clock=Clock.ANSWER, matter__in=("", kind))
    found = sorted(terms, key=lambda one: (len(one.place), bool(one.matter)))
    return Days(found[-1].days, found[-1].place) if found else Days(DEFAULT, None)


def due_in_office(division: str, kind: str, *, on: date) -> date:
    """Return the last day by the office's own rule."""
    return after_working_days(on, days_for(division, kind).days, own_days(division))


def due_of(
    division: str, kind: str, *, on: date, is_ticket: bool, ticket_due: date | None
) -> tuple[date | None, DueBy]:
    """Return the last day of a demand that came on a day, and what says so."""
    if is_ticket and ticket_due is not None:
        return ticket_due, DueBy.TICKET
    if is_ticket and reads_by_ticket(division, on):
        return None, DueBy.NONE
    return due_in_office(division, kind, on=on), DueBy.OFFICE


def reads_by_ticket(division: str, on: date) -> bool:
    """Return whether a ticket that names no day is never overdue in a place."""
    try:
        law = law_for(division, on)
    except UsageError:  # no document speaks of the place
        return False
    is_bound = any(document.id == TICKET.document for document in law.documents)
    return is_bound and law.readings.get(READING) == "ticket"


def clause_of(division: str, on: date) -> Clause | None:
    """Return the clause that asks for an answer in a place on a day, or None."""
    try:
        law = law_for(division, on)
    except UsageError:
        return None
    bound = {document.id for document in law.documents}
    return next((one for one in CLAUSES if one.document in bound), None)
