"""What is asked about applications."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from jiugai.apps.projects.applications.chain import LINE, onward
from jiugai.apps.projects.applications.clauses import clause_in
from jiugai.apps.projects.models import OVER, Application, Desk, Step
from jiugai.apps.registry.workdays import own_days, working_days_between
from jiugai.kernel.source import Clause

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for among applications; empty means anything."""

    words: str = ""
    desk: str = ""
    overdue: bool = False
    desks: Sequence[Desk] | None = None  # of whom it is to wait for
    over: bool = False


def find_applications(sought: Sought, *, on: date) -> QuerySet[Application]:
    """Return the applications that fit, the latest first."""
    found = Application.objects.select_related("estate").order_by("-id")
    if sought.desk:
        found = found.filter(desk=sought.desk)
    elif not sought.over:
        found = found.exclude(desk__in=OVER)
    if sought.desks is not None:
        found = waiting_at(sought.desks, found)
    if sought.overdue:
        found = found.filter(due_on__lt=on)
    for word in sought.words.split():
        found = found.filter(
            Q(number__icontains=word)
            | Q(confirmation__icontains=word)
            | Q(body_name__icontains=word)
            | Q(estate__name__icontains=word)
            | Q(estate__initials__icontains=word)
        )
    return found


def waiting_at(
    desks: Iterable[Desk], among: QuerySet[Application] | None = None
) -> QuerySet[Application]:
    """Return the applications that wait at some desks."""
    found = Application.objects.all() if among is None else among
    return found.filter(desk__in=list(desks))


@dataclass(frozen=True, slots=True)
class Stop:
    """A desk on the line of an application: who has it or had it, until when, by which clause."""

    desk: Desk
    clause: Clause | None
    step: Step | None  # that which brought it on from here, the latest
    is_past: bool
    is_current: bool
    due_on: date | None
    left: int | None  # working days; below zero where it is late


def line_of(application: Application, steps: Sequence[Step], *, on: date) -> list[Stop]:
    """Return the stops of an application in their order, with what happened at each."""
    at = LINE.index(Desk(application.desk)) if application.desk in LINE else -1
    last = {Desk(one.before): one for one in steps}
    own = own_days(application.division)
    stops = []
    for number, desk in enumerate(LINE):
        move = onward(desk)
        is_current = number == at
        due = application.due_on if is_current else None
        stops.append(
            Stop(
                desk=desk,
                clause=clause_in(move, application.division, on) if move else None,
                step=last.get(desk) if number < at else None,
                is_past=number < at,
                is_current=is_current,
                due_on=due,
                left=working_days_between(on, due, own) if due else None,
            )
        )
    return stops


def steps_of(application: Application) -> list[Step]:
    """Return the steps of an application, the first one first."""
    return list(application.steps.select_related("by"))


def last_return(application: Application, steps: Sequence[Step]) -> Step | None:
    """Return the step that sent an application back to where it lies, if one did."""
    last = steps[-1] if steps else None
    is_back = last is not None and last.verb == "return" and last.after == application.desk
    return last if is_back else None
