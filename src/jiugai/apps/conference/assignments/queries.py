"""What is asked about assignments."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, Q, QuerySet

from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.rows import within
from jiugai.apps.conference.models import Assignment

PAGE: Final = 50
#: Something is still to be done.
OPEN: Final = (Assignment.State.OPEN, Assignment.State.REPORTED)


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for among assignments; empty means anything."""

    words: str = ""
    state: str = ""
    owner: int | None = None
    overdue: bool = False
    mine: Person | None = None


def find_assignments(sought: Sought, *, on: date) -> QuerySet[Assignment]:
    """Return the assignments that fit, what is due first comes first."""
    found = Assignment.objects.select_related("owner").order_by("done_on", "due_on", "id")
    if sought.state:
        found = found.filter(state=sought.state)
    if sought.owner is not None:
        found = found.filter(owner=sought.owner)
    if sought.overdue:
        found = found.filter(state__in=OPEN, due_on__lt=on)
    if sought.mine is not None:
        found = of_organisation(sought.mine, found)
    for word in sought.words.split():
        found = found.filter(
            Q(words__icontains=word)
            | Q(owner__name__icontains=word)
            | Q(meeting_title__icontains=word)
        )
    return found


def of_organisation(person: Person, among: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """Return the assignments of a person's organisation, as owner or partner."""
    own = person.organisation_id
    if own is None:
        return among.none()
    return among.filter(Q(owner=own) | Q(partners__organisation=own)).distinct()


def open_for(person: Person) -> QuerySet[Assignment]:
    """Return what a person's organisation has still to do."""
    return of_organisation(person, Assignment.objects.filter(state=Assignment.State.OPEN))


def to_check(division: str) -> QuerySet[Assignment]:
    """Return what owners reported done and a conference's office has to look at."""
    return Assignment.objects.filter(conference=division, state=Assignment.State.REPORTED)


def organisations_for(division: str) -> QuerySet[Organisation]:
    """Return the organisations that a conference can give something to."""
    return Organisation.objects.filter(within(division)).order_by("name")


def partners_for(division: str) -> QuerySet[Organisation]:
    """Return the organisations that can work along: those within and those above."""
    above = Q(division__in=[division[:length] for length in (0, 2, 4, 6)])
    return Organisation.objects.filter(within(division) | above).order_by("name")


def standing(found: QuerySet[Assignment], on: date) -> list[dict[str, Any]]:
    """Return for each owner how many are open, late and done."""
    late = Q(state__in=OPEN, due_on__lt=on)
    rows = (
        found.order_by("owner__name")
        .values("owner", "owner__name")
        .annotate(
            open=Count("pk", Q(state__in=OPEN), distinct=True),
            late=Count("pk", late, distinct=True),
            done=Count("pk", Q(state="done"), distinct=True),
        )
    )
    return [dict(one) for one in rows]
