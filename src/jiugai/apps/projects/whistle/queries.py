"""What is asked about whistles: lists, figures by department, hard cases, good practice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Q, QuerySet

from jiugai.apps.accounts.models import Kind, Organisation
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.projects.applications.clauses import first_in_force
from jiugai.apps.projects.models import Call, Practice, Whistle
from jiugai.kernel.division import ancestors
from jiugai.kernel.source import Clause

PAGE: Final = 50
#: Who can be called.
CALLED: Final = (Kind.OFFICE, Kind.UTILITY, Kind.HOUSING_OWNER, Kind.PROPERTY)
CLAUSES: Final = (Clause("bj20", "四(三)③"),)


def clause_of_whistle(division: str, on: date) -> Clause | None:
    """Return the clause of the whistle that is in force in a division on a day, or None."""
    return first_in_force(CLAUSES, division, on)


def departments_for(division: str) -> QuerySet[Organisation]:
    """Return the organisations that a division can call: its own, its district's, its city's."""
    places = [*ancestors(division), division]
    return Organisation.objects.filter(kind__in=CALLED, division__in=places).order_by("name")


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for among whistles; empty means anything."""

    words: str = ""
    state: str = ""
    department: int | None = None
    overdue: bool = False
    over: bool = False


def find_whistles(sought: Sought, *, on: date) -> QuerySet[Whistle]:
    """Return the whistles that fit, the latest first."""
    found = Whistle.objects.select_related("estate").prefetch_related("calls__organisation")
    if sought.state:
        found = found.filter(state=sought.state)
    elif not sought.over:
        found = found.filter(ended_on=None)
    if sought.department is not None:
        found = found.filter(calls__organisation=sought.department)
    if sought.overdue:
        found = found.filter(pk__in=late_calls(on).values("whistle"))
    for word in sought.words.split():
        found = found.filter(
            Q(number__icontains=word)
            | Q(title__icontains=word)
            | Q(estate__name__icontains=word)
            | Q(estate__initials__icontains=word)
        )
    return found.order_by("-id").distinct()


def late_calls(on: date) -> QuerySet[Call]:
    """Return the calls of whistles that go on whose next day is past."""
    late = Q(responded_on=None, respond_by__lt=on) | Q(solved_on=None, solve_by__lt=on)
    return Call.objects.filter(late, whistle__ended_on=None)


def calls_for(viewer: Viewer) -> QuerySet[Call]:
    """Return the open calls of the viewer's own organisation."""
    if not viewer.may(Permission.ANSWER_WHISTLE) or viewer.person.organisation_id is None:
        return Call.objects.none()
    return Call.objects.filter(
        organisation=viewer.person.organisation_id, solved_on=None, whistle__ended_on=None
    ).select_related("whistle__estate", "organisation")


def to_confirm(viewer: Viewer) -> QuerySet[Whistle]:
    """Return the whistles that every department says are solved, for who blew them."""
    if not viewer.may(Permission.BLOW_WHISTLE):
        return Whistle.objects.none()
    open_ones = Whistle.objects.filter(ended_on=None).annotate(
        waiting=Count("calls", filter=Q(calls__solved_on=None)), of=Count("calls")
    )
    return open_ones.filter(waiting=0, of__gt=0).select_related("estate")


@dataclass(frozen=True, slots=True)
class Figures:
    """How a department reports and solves; days are counted from its call."""

    department: int
    name: str
    calls: int
    responded: int
    responded_in_time: int
    solved: int
    solved_in_time: int
    took_to_respond: timedelta | None
    took_to_solve: timedelta | None
    late: int

    @property
    def days_to_respond(self) -> float | None:
        """Return how many days it took on average to report."""
        return _in_days(self.took_to_respond)

    @property
    def days_to_solve(self) -> float | None:
        """Return how many days it took on average to solve."""
        return _in_days(self.took_to_solve)

    @property
    def response_rate(self) -> float:
        """Return the share of calls that it reported to."""
        return self.responded / self.calls

    @property
    def solution_rate(self) -> float:
        """Return the share of calls that it solved."""
        return self.solved / self.calls


def figures(*, since: date, until: date, on: date) -> list[Figures]:
    """Return the figures of each department over the calls of some days, the slowest first."""
    asked = Call.objects.filter(on__gte=since, on__lte=until).exclude(
        whistle__state=Whistle.State.WITHDRAWN
    )
    late = Q(responded_on=None, respond_by__lt=on) | Q(solved_on=None, solve_by__lt=on)
    rows = asked.values("organisation", "organisation__name").annotate(
        calls=Count("pk"),
        responded=Count("responded_on"),
        responded_in_time=Count("pk", filter=Q(responded_on__lte=F("respond_by"))),
        solved=Count("solved_on"),
        solved_in_time=Count("pk", filter=Q(solved_on__lte=F("solve_by"))),
        took_to_respond=Avg(_days("responded_on")),
        took_to_solve=Avg(_days("solved_on")),
        late=Count("pk", filter=late & Q(whistle__ended_on=None)),
    )
    found = [
        Figures(department=pk, name=name, **{key: row[key] for key in _COUNTED})
        for row in map(dict[str, Any], rows)
        for pk, name in [(row["organisation"], row["organisation__name"])]
    ]
    return sorted(found, key=lambda one: (one.solution_rate, one.name))


#: What the database counts for each department.
_COUNTED: Final = (
    "calls",
    "responded",
    "responded_in_time",
    "solved",
    "solved_in_time",
    "took_to_respond",
    "took_to_solve",
    "late",
)


def _in_days(took: timedelta | None) -> float | None:
    return None if took is None else took / timedelta(days=1)


def _days(field: str) -> "ExpressionWrapper[Any]":
    """Return how long it was from a call to a day."""
    return ExpressionWrapper(F(field) - F("on"), output_field=DurationField())


def hard_cases(division: str) -> QuerySet[Whistle]:
    """Return the whistles of a division and below that were brought to the joint conference."""
    found = Whistle.objects.filter(state=Whistle.State.HARD, division__startswith=division)
    return found.select_related("estate").prefetch_related("calls__organisation")


def practices_for(viewer: Viewer, words: str) -> QuerySet[Practice]:
    """Return what a viewer reads of good practice: what is shared, and their place's own."""
    place = viewer.division or ""
    found = Practice.objects.filter(Q(shared_on__isnull=False) | Q(place__startswith=place))
    for word in words.split():
        found = found.filter(
            Q(title__icontains=word) | Q(words__icontains=word) | Q(tags__icontains=word)
        )
    return found.select_related("by", "shared_by")


def share_of(found: Sequence[Figures]) -> tuple[int, int, int]:
    """Return how many calls there are, how many were reported to and how many solved."""
    return (
        sum(one.calls for one in found),
        sum(one.responded for one in found),
        sum(one.solved for one in found),
    )
