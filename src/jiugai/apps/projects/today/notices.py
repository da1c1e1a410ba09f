"""Tell people what waits for them; written with what happened, sent by the worker."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.roles import ROLES
from jiugai.apps.projects.applications.chain import DESKS, Move
from jiugai.apps.projects.models import Application, Desk, Notice, Verb
from jiugai.kernel.division import ancestors


def tell_desk(application: Application, move: Move, *, by: Person, on: date) -> None:
    """Tell those at whose desk an application arrived, or who applied that it is over."""
    people = set(sitting_at(Desk(move.after), application.division, on))
    if move.after == Desk.APPLICANT or application.is_over:
        people |= {application.filed_by}
    step = application.steps.order_by("-id").first()
    tell(
        people - {by},
        kind=_kind(move),
        application=application,
        key=f"step {step.pk}" if step else "",
        words=step.opinion if step and move.verb == Verb.RETURN else "",
    )


def tell(
    people: Iterable[Person],
    *,
    kind: Notice.Kind,
    application: Application,
    key: str,
    words: str = "",
) -> int:
    """Tell some people of an application; return how many were not told of it before."""
    return notify(
        people,
        kind=kind,
        about=str(application),
        address=application.get_absolute_url(),
        key=key,
        words=words,
        due_on=application.due_on,
    )


def notify(
    people: Iterable[Person],
    *,
    kind: Notice.Kind,
    about: str,
    address: str,
    key: str,
    words: str = "",
    due_on: date | None = None,
) -> int:
    """Write a notice for each of some people who was not told of it before; return how many."""
    made = Notice.objects.bulk_create(
        (
            Notice(
                person=person,
                kind=kind,
                about=about[:200],
                address=address,
                words=words,
                due_on=due_on,
                key=key,
                mail=_mail_to(person),
            )
            for person in people
        ),
        ignore_conflicts=True,
    )
    return len(made)


def sitting_at(desk: Desk, division: str, on: date) -> list[Person]:
    """Return who sits at a desk for a division on a day; nobody where it is over."""
    permission = DESKS.get(desk)
    return [] if permission is None else holders(permission, division, on)


def holders(permission: Permission, division: str, on: date) -> list[Person]:
    """Return those who may do something in a division on a day."""
    roles = [role.value for role, known in ROLES.items() if permission in known.permissions]
    appointments = Appointment.objects.filter(
        Q(until=None) | Q(until__gt=on),
        role__in=roles,
        division__in=[*ancestors(division), division],
        since__lte=on,
        person__is_active=True,
    )
    return list(
        {one.person_id: one.person for one in appointments.select_related("person")}.values()
    )


def see(person: Person, address: str) -> None:
    """Note that somebody has seen the page that notices lead to."""
    Notice.objects.filter(person=person, address=address, seen_at=None).update(
        seen_at=timezone.now()
    )


def _kind(move: Move) -> Notice.Kind:
    match move.verb:
        case Verb.RETURN:
            return Notice.Kind.RETURNED
        case Verb.CONFIRM:
            return Notice.Kind.CONFIRMED
        case Verb.WITHDRAW:
            return Notice.Kind.WITHDRAWN
        case _:
            return Notice.Kind.ARRIVED


def _mail_to(person: Person) -> Notice.Mail:
    return Notice.Mail.WAITING if settings.MAIL_ON and person.email else Notice.Mail.NONE
