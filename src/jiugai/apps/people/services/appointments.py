"""Give and end appointments: who is what in which division, from one day to another."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.roles import ADMINISTRATORS, ROLES, Role
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.audit.services import record
from jiugai.apps.people.services.own import refuse_outside
from jiugai.kernel.errors import Refusal


@transaction.atomic
def appoint(
    *, person: int, role: Role, division: str, since: date, until: date | None, by: Viewer
) -> Appointment:
    """Make somebody something in a division.

    Raises Refusal for oneself, outside one's division, for who is switched off, and where two
    administrations, or one and a role of the work, would meet in one hand (三员分立).
    """
    found = Person.objects.select_for_update(of=("self",)).get(pk=person)
    refuse_outside(by, division, Permission.GRANT_ROLES)
    _refuse_person(found, by)
    if until is not None and until <= since:
        raise Refusal(
            _("结束日 {until} 不在开始日 {since} 之后。").format(until=until, since=since)
        )
    _refuse_together(found, role, division, since, until)
    appointment = Appointment.objects.create(
        person=found,
        role=role,
        division=division,
        since=since,
        until=until,
        granted_by=by.person,
    )
    record("people.appointed", appointment, by=by.person, person=found.pk, role=role.value)
    return appointment


@transaction.atomic
def end_appointment(*, appointment: int, reason: str, by: Viewer, on: date) -> Appointment:
    """End an appointment today; it no longer counts at the very next click."""
    found = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment)
    refuse_outside(by, found.division, Permission.GRANT_ROLES)
    if found.person_id == by.person.pk:
        raise Refusal(_("不能办理自己的任职，请另一位安全管理员办理。"))
    if found.until is not None and found.until <= on:
        raise Refusal(_("这项任职已于 {until} 结束。").format(until=found.until))
    found.until = max(on, found.since)
    found.save(update_fields=["until"])
    record("people.appointment_ended", found, by=by.person, reason=reason, person=found.person_id)
    return found


def _refuse_person(person: Person, by: Viewer) -> None:
    if person.pk == by.person.pk:
        raise Refusal(_("不能给自己授权，请另一位安全管理员办理。"))
    if not person.is_active:
        raise Refusal(_("{name}的账号已停用；先恢复账号，再任职。").format(name=person))


def _refuse_together(
    person: Person, role: Role, division: str, since: date, until: date | None
) -> None:
    """Raise Refusal where a new appointment and one of the same days exclude each other."""
    meeting = person.appointments.filter(Q(until=None) | Q(until__gt=since))
    if until is not None:
        meeting = meeting.filter(since__lt=until)
    for other in meeting:
        held = Role(other.role)
        if held == role and other.division == division:
            raise Refusal(
                _("{name}在这里已是{role}。").format(name=person, role=ROLES[role].title)
            )
        if role in ADMINISTRATORS or held in ADMINISTRATORS:
            raise Refusal(
                _(
                    "三员分立：{name}已是{held}，不能同时任{role}；"
                    "请另派一人，或先结束原来的任职。"
                ).format(name=person, held=ROLES[held].title, role=ROLES[role].title)
            )
