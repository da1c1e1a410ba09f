"""Appointments: 三员分立, not to oneself, not outside one's division – by word and by database."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from jiugai.apps.accounts.models import Appointment
from jiugai.apps.accounts.roles import ADMINISTRATORS, Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.audit.models import Line
from jiugai.apps.people.services import appointments as services
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, OTHER, STREET
from tests.apps.people.conftest import TODAY

pytestmark = pytest.mark.django_db

WORK = Role.INSPECTOR


def appoint(person, admin, role=WORK, division=STREET, since=TODAY, until=None):
    with scope(DISTRICT):
        return services.appoint(
            person=person.pk, role=role, division=division, since=since, until=until, by=admin
        )


def end(appointment, admin, on=TODAY):
    with scope(DISTRICT):
        return services.end_appointment(appointment=appointment.pk, reason="调岗", by=admin, on=on)


def test_an_appointment_says_who_gave_it_and_stands_in_the_record(people, admin):
    given = appoint(people["clerk"], admin)

    assert given.granted_by == people["security_admin"]
    with scope(STREET):
        assert Line.objects.get(action="people.appointed").detail["role"] == "inspector"


def test_roles_of_the_work_may_be_held_together(people, admin):
    appoint(people["clerk"], admin)

    assert people["clerk"].appointments.count() == 2


def test_the_same_twice_is_refused(people, admin):
    appoint(people["clerk"], admin)

    with pytest.raises(Refusal, match="在这里已是监督员"):
        appoint(people["clerk"], admin)


def test_nobody_appoints_themselves(people, admin):
    with pytest.raises(Refusal, match="不能给自己授权"):
        appoint(people["security_admin"], admin)


def test_the_database_refuses_it_as_well(people):
    clerk = people["clerk"]
    with pytest.raises(IntegrityError, match="not_by_oneself"), transaction.atomic():
        Appointment.objects.create(
            person=clerk, role=WORK, division=STREET, since=TODAY, granted_by=clerk
        )


@pytest.mark.parametrize("division", [OTHER, "11", ""])
def test_nobody_appoints_outside_their_division(people, admin, division):
    with pytest.raises(Refusal, match="不在您的范围内"):
        appoint(people["clerk"], admin, division=division)


@pytest.mark.parametrize("role", ["district_officer", "system_admin", "audit_admin"])
def test_others_appoint_nobody(people, role):
    with pytest.raises(Refusal, match="不能办理人员"):
        appoint(people["clerk"], viewer_of(people[role], on=TODAY))


APART = [
    (holder, role)
    for holder in ("clerk", "system_admin", "audit_admin")
    for role in sorted(ADMINISTRATORS)
    if holder != role
]


@pytest.mark.parametrize(("holder", "role"), APART)
def test_an_administration_stands_alone(people, admin, role, holder):
    with pytest.raises(Refusal, match="三员分立"):
        appoint(people[holder], admin, role=role)


def test_an_administrator_gets_no_role_of_the_work(people, admin):
    with pytest.raises(Refusal, match="三员分立"):
        appoint(people["audit_admin"], admin)


@pytest.mark.parametrize("holder", ["clerk", "system_admin"])
@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_the_database_keeps_them_apart_as_well(people, holder, role):
    with pytest.raises(IntegrityError, match="administrations_apart"), transaction.atomic():
        Appointment.objects.create(person=people[holder], role=role, division=STREET, since=TODAY)


def test_the_database_keeps_the_work_from_an_administrator(people):
    with pytest.raises(IntegrityError, match="administrations_apart"), transaction.atomic():
        Appointment.objects.create(
            person=people["audit_admin"], role=WORK, division=STREET, since=TODAY
        )


def test_one_after_the_other_is_allowed(people, admin):
    clerk = people["clerk"]
    end(clerk.appointments.get(), admin)

    given = appoint(clerk, admin, role=Role.AUDIT_ADMIN)

    assert given.since == clerk.appointments.exclude(pk=given.pk).get().until


def test_one_that_is_yet_to_begin_counts_too(people, admin):
    clerk = people["clerk"]
    end(clerk.appointments.get(), admin)
    appoint(clerk, admin, since=date(2026, 7, 1))

    with pytest.raises(Refusal, match="三员分立"):
        appoint(clerk, admin, role=Role.AUDIT_ADMIN)
    appoint(clerk, admin, role=Role.AUDIT_ADMIN, until=date(2026, 7, 1))


def test_an_end_before_the_beginning_is_refused(people, admin):
    with pytest.raises(Refusal, match="不在开始日"):
        appoint(people["clerk"], admin, until=TODAY)


def test_who_is_switched_off_is_appointed_nothing(people, admin):
    people["clerk"].is_active = False
    people["clerk"].save()

    with pytest.raises(Refusal, match="已停用"):
        appoint(people["clerk"], admin)


def test_what_was_given_today_can_be_taken_back_today(people, admin):
    given = end(appoint(people["clerk"], admin), admin)

    assert given.until == given.since == TODAY
    with pytest.raises(Refusal, match="已于 2026-06-01 结束"):
        end(given, admin)
    with scope(STREET):
        assert Line.objects.get(action="people.appointment_ended").reason == "调岗"


def test_what_another_division_gave_stays(people, admin):
    with pytest.raises(Refusal, match="不在您的范围内"):
        end(people["stranger"].appointments.get(), admin)


def test_nobody_ends_their_own(people, admin):
    with pytest.raises(Refusal, match="不能办理自己的任职"):
        end(people["security_admin"].appointments.get(), admin)
