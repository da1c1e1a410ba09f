"""What is asked about estates and their owners: lists, and what waits."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from jiugai.apps.accounts.rows import within
from jiugai.apps.owners.bodies.standing import SPEAKING
from jiugai.apps.owners.models import OwnersBody, PropertyService, Verb
from jiugai.apps.registry.models import Estate

#: Things show up among to-dos so many days before their day.
AHEAD: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Sought:
    """Which estates; empty means any."""

    words: str = ""
    which: str = ""
    division: str = ""


def estates_with_bodies(sought: Sought, *, on: date) -> QuerySet[Estate]:
    """Return estates with their running bodies and service, those that fit."""
    found = _named(Estate.objects.filter(retired_on=None), sought)
    bodies = OwnersBody.objects.filter(estate=OuterRef("pk"), ended_on=None)
    speaking = bodies.filter(kind__in=SPEAKING)
    match sought.which:
        case "none":
            found = found.filter(~Exists(bodies))
        case "forming":
            found = found.filter(Exists(bodies), ~Exists(speaking))
        case "formed":
            found = found.filter(Exists(speaking))
        case "unfiled":
            waits = bodies.filter(due_verb__in=(Verb.FILING, Verb.FILED, Verb.CHANGE_FILED))
            found = found.filter(Exists(waits))
        case "over":
            found = found.filter(Exists(bodies.filter(term_until__lt=on)))
        case _:
            pass
    return found.prefetch_related(_running_bodies(), _running_services()).order_by("name", "id")


def _named(found: QuerySet[Estate], sought: Sought) -> QuerySet[Estate]:
    for word in sought.words.split():
        found = found.filter(Q(name__icontains=word) | Q(initials__icontains=word))
    return found.filter(within(sought.division)) if sought.division else found


def _running_bodies() -> "Prefetch[str, QuerySet[OwnersBody], str]":
    running = OwnersBody.objects.filter(ended_on=None).order_by("kind")
    return Prefetch("owners_bodies", running, "running_bodies")


def _running_services() -> "Prefetch[str, QuerySet[PropertyService], str]":
    running = PropertyService.objects.filter(ended_on=None).select_related("company")
    return Prefetch("property_services", running, "running_services")


def services_that_fit(sought: Sought, *, on: date) -> QuerySet[PropertyService]:
    """Return services that run, or all of a state or kind, what is due first before the others."""
    found = PropertyService.objects.select_related("estate", "company")
    for word in sought.words.split():
        found = found.filter(Q(estate__name__icontains=word) | Q(company__name__icontains=word))
    if sought.division:
        found = found.filter(within(sought.division))
    if sought.which in PropertyService.Kind.values:
        found = found.filter(kind=sought.which, ended_on=None)
    elif sought.which in PropertyService.State.values:
        found = found.filter(state=sought.which)
    elif sought.which == "due":
        found = found.filter(due_on__lt=on, ended_on=None)
    elif sought.which != "all":
        found = found.filter(ended_on=None)
    return found.order_by(F("due_on").asc(nulls_last=True), "id")


def bodies_due(*, on: date) -> QuerySet[OwnersBody]:
    """Return bodies for which something has to happen soon, or should have happened."""
    return OwnersBody.objects.filter(ended_on=None, due_on__lte=on + AHEAD)


def services_due(*, on: date) -> QuerySet[PropertyService]:
    """Return services that wait for a step soon, or for one without a day."""
    soon = Q(due_on__lte=on + AHEAD) | Q(due_on=None)
    return PropertyService.objects.filter(soon, ended_on=None).exclude(due_turn="")
