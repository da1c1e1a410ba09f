"""Add people, edit them, and look after accounts that are lost or no longer used."""

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from jiugai.apps.accounts.models import Ended, Person, SignedIn
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.audit.models import Line
from jiugai.apps.people import queries
from jiugai.apps.people.services import people as services
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, OTHER, STREET
from tests.apps.people.conftest import TODAY

pytestmark = pytest.mark.django_db


def add(admin, **more):
    said = {"username": "lin", "name": "林一", "organisation": None, "division": STREET} | more
    with scope(DISTRICT):
        return services.add_person(**said, by=admin)


def test_somebody_new_has_a_password_that_must_be_changed_and_stands_in_the_record(admin):
    person, password = add(admin, phone="13800001234")

    kept = Person.objects.get(username="lin")
    assert kept.check_password(password)
    assert kept.must_change_password
    assert str(kept.phone) == "138****1234"
    with scope(STREET):
        line = Line.objects.get(action="people.added", subject_id=str(person.pk))
    assert password not in str(line.detail)


def test_initial_passwords_differ(admin):
    assert add(admin)[1] != add(admin, username="lin2")[1]


def test_a_sign_in_name_is_taken_whatever_its_case(admin):
    add(admin)

    with pytest.raises(Refusal, match="已有人用"):
        add(admin, username="LIN")


@pytest.mark.parametrize("division", [OTHER, "11", ""])
def test_nobody_is_added_outside_ones_division(admin, division):
    with pytest.raises(Refusal, match="不在您的范围内"):
        add(admin, division=division)


@pytest.mark.parametrize("role", ["district_officer", "system_admin", "audit_admin"])
def test_others_add_nobody(people, role):
    with pytest.raises(Refusal, match="不能办理人员"):
        add(viewer_of(people[role], on=TODAY))


def edit(person, by, **more):
    said = {"name": "新名", "organisation": None, "email": "", "phone": None} | more
    with scope(DISTRICT):
        return services.edit_person(person=person.pk, **said, by=by, at=timezone.now())


def test_an_edit_names_what_changed_and_keeps_the_phone(people, admin, office):
    Person.objects.filter(pk=people["clerk"].pk).update(phone="13800001234")

    edit(people["clerk"], admin, organisation=office)

    kept = Person.objects.get(username="clerk")
    assert (kept.name, kept.organisation, kept.phone.opened) == ("新名", office, "13800001234")
    with scope(STREET):
        line = Line.objects.get(action="people.edited")
    assert line.detail == {
        "changed": ["name", "organisation"], "was": {"name": "clerk", "organisation": ""}
    }  # fmt: skip


def test_an_edit_that_changes_nothing_is_refused(people, admin):
    with pytest.raises(Refusal, match="没有任何改动"):
        edit(people["clerk"], admin, name="clerk")


VERBS = {
    "edit": lambda pk, by: edit(Person.objects.get(pk=pk), by),
    "deactivate": lambda pk, by: services.deactivate(
        person=pk, reason="离岗", by=by, at=timezone.now()
    ),
    "reactivate": lambda pk, by: services.reactivate(
        person=pk, reason="回岗", by=by, at=timezone.now()
    ),
    "reset_password": lambda pk, by: services.reset_password(person=pk, by=by, at=timezone.now()),
    "reset_second_factor": lambda pk, by: services.reset_second_factor(
        person=pk, reason="丢了", by=by, at=timezone.now()
    ),
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("whose", "words"),
    [
        ("stranger", "归上级或别处管"),
        ("security_admin", "不能办理自己"),
        ("above", "区划之外任职"),
    ],
)
def test_accounts_that_are_not_ones_own_stay_as_they_are(people, admin, verb, whose, words):
    people["above"] = people["city_officer"]
    people["above"].appointments.update(division="11")

    with pytest.raises(Refusal, match=words), scope(DISTRICT):
        VERBS[verb](people[whose].pk, admin)


def test_who_is_switched_off_loses_their_sessions_and_may_come_back(people, admin):
    clerk = people["clerk"]
    now = timezone.now()
    SignedIn.objects.create(person=clerk, key="k", began_at=now, seen_at=now)
    with scope(DISTRICT):
        VERBS["deactivate"](clerk.pk, admin)
        with pytest.raises(Refusal, match="已经停用"):
            VERBS["deactivate"](clerk.pk, admin)
    assert SignedIn.objects.get().ended_because == Ended.OFFICE

    with scope(DISTRICT):
        VERBS["reactivate"](clerk.pk, admin)
        with pytest.raises(Refusal, match="不必恢复"):
            VERBS["reactivate"](clerk.pk, admin)
    assert Person.objects.get(pk=clerk.pk).is_active


def test_a_second_factor_is_removed_with_its_recovery_codes(people, admin):
    clerk = people["clerk"]
    for kind in ("totp", "recovery_codes"):
        Authenticator.objects.create(user=clerk, type=kind, data={})

    with scope(DISTRICT):
        VERBS["reset_second_factor"](clerk.pk, admin)
        with pytest.raises(Refusal, match="没有设置第二因素"):
            VERBS["reset_second_factor"](clerk.pk, admin)

    assert not Authenticator.objects.exists()


def test_a_list_shows_who_belongs_here_or_is_something_here(people):
    guest = people["stranger"]
    guest.appointments.create(role="auditor", division=STREET, since=TODAY)

    found = {one.username for one in queries.people_in(DISTRICT, on=TODAY)}

    assert found == {name for name in people if name != "stranger"} | {"stranger"}
    assert not queries.people_in(OTHER, on=TODAY).exclude(pk=guest.pk).exists()


def test_a_list_is_narrowed_by_words_role_and_state(people, office):
    Person.objects.filter(username="clerk").update(organisation=office, is_active=False)

    def names(**wanted):
        return [one.username for one in queries.people_in(DISTRICT, on=TODAY, **wanted)]

    assert names(words="示范 clerk") == ["clerk"]
    assert names(role="street_clerk") == ["clerk", "street_clerk"]
    assert names(role="street_clerk", active="yes") == ["street_clerk"]
