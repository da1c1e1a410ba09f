"""Lists of people and organisations, within a division."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Prefetch, Q, QuerySet
from django.utils.timezone import localdate

from jiugai.apps.accounts.models import Appointment, Organisation, Person, SignedIn
from jiugai.apps.accounts.roles import ROLES, Role
from jiugai.apps.accounts.rows import within
from jiugai.apps.accounts.second_factor import factors_of
from jiugai.apps.accounts.sessions import open_sessions


def people_in(
    division: str, *, on: date, words: str = "", role: str = "", active: str = ""
) -> QuerySet[Person]:
    """Return who belongs to a division or is something there, with what they are on a day."""
    found = Person.objects.filter(
        within(division) | Q(pk__in=Appointment.objects.filter(within(division)).values("person"))
    )
    for word in words.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(username__icontains=word)
            | Q(organisation__name__icontains=word)
        )
    if role:
        found = found.filter(pk__in=_current(on).filter(role=role).values("person"))
    if active:
        found = found.filter(is_active=active == "yes")
    return (
        found.select_related("organisation")
        .prefetch_related(Prefetch("appointments", _current(on), to_attr="current"))
        .order_by("name", "username")
    )


def person_in(division: str, pk: int) -> Person | None:
    """Return somebody who belongs to a division or is something there."""
    return people_in(division, on=date.max).filter(pk=pk).first()


@dataclass(frozen=True, slots=True)
class Details:
    """What a page on somebody shows beside their name."""

    current: list[Appointment]
    former: list[Appointment]
    factors: list[Authenticator]
    sessions: list[SignedIn]


def details_of(person: Person, *, on: date) -> Details:
    """Return what somebody is and was, and their second factors."""
    every = person.appointments.select_related("granted_by").order_by("-since", "-id")
    current = [one for one in every if one.until is None or one.until > on]
    former = [one for one in every if one not in current]
    return Details(current, former, list(factors_of(person)), [])


def mine(person: Person, *, at: datetime) -> Details:
    """Return what somebody sees of themselves: also where they are signed in."""
    found = details_of(person, on=localdate(at))
    return replace(found, sessions=list(open_sessions(person, at=at)))


def organisations_in(
    division: str, *, words: str = "", kind: str = ""
) -> QuerySet[Organisation, Organisation]:
    """Return the organisations of a division."""
    found = Organisation.objects.filter(within(division))
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(credit_code__icontains=word))
    return (found.filter(kind=kind) if kind else found).order_by("name")


def role_choices() -> list[tuple[str, Any]]:
    """Return every role with its title."""
    return [(role.value, ROLES[role].title) for role in Role]


def _current(on: date) -> QuerySet[Appointment]:
    return Appointment.objects.filter(Q(until=None) | Q(until__gt=on), since__lte=on)
