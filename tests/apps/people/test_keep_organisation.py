"""Organisations and their credit codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.apps.accounts.models import Kind, Organisation
from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.audit.models import Line
from jiugai.apps.people import queries
from jiugai.apps.people.credit_code import LETTERS, check_digit, is_credit_code
from jiugai.apps.people.services.organisations import keep_organisation
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT, OTHER
from tests.apps.people.conftest import TODAY

BODY = "91110102MA0000001"
CODE = BODY + check_digit(BODY)


# The codes under which Tencent and Huawei are registered.
@pytest.mark.parametrize("code", ["9144030071526726XG", "914403001922038216"])
def test_codes_of_known_firms_are_right(code):
    assert is_credit_code(code)


@given(body=st.text(LETTERS, min_size=17, max_size=17), place=st.integers(0, 16), data=st.data())
def test_one_wrong_sign_is_always_found(body, place, data):
    code = body + check_digit(body)
    other = data.draw(st.sampled_from([sign for sign in LETTERS if sign != code[place]]))

    assert is_credit_code(code)
    assert not is_credit_code(code[:place] + other + code[place + 1 :])


@given(body=st.text(LETTERS, min_size=17, max_size=17), place=st.integers(0, 15))
def test_two_neighbours_in_the_wrong_order_are_always_found(body, place):
    code = body + check_digit(body)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert is_credit_code(swapped) == (swapped == code)


@pytest.mark.parametrize("code", ["", "123", CODE[:-1], CODE + "0", CODE.lower(), "I" + CODE[1:]])
def test_what_is_none_is_none(code):
    assert not is_credit_code(code)


def keep(by, **more):
    said = {"organisation": None, "name": "甲物业", "kind": Kind.PROPERTY, "division": DISTRICT}
    with scope(DISTRICT):
        return keep_organisation(**(said | more), by=by)


@pytest.mark.django_db
def test_a_new_one_is_kept_with_its_code_in_capitals_and_recorded(admin):
    kept = keep(admin, credit_code=f" {CODE.lower()} ", contact="王五", phone="01066001234")

    found = Organisation.objects.get(pk=kept.pk)
    assert (found.credit_code, found.contact.opened) == (CODE, "王五")
    with scope(DISTRICT):
        assert Line.objects.filter(action="people.organisation_added").exists()


@pytest.mark.django_db
def test_a_wrong_code_is_refused_in_words(admin):
    with pytest.raises(Refusal, match="校验位"):
        keep(admin, credit_code=CODE[:-1] + ("0" if CODE[-1] != "0" else "1"))


@pytest.mark.django_db
def test_a_known_code_is_refused_and_says_whose_it_is(admin):
    first = keep(admin, credit_code=CODE)

    with pytest.raises(Refusal, match="已登记为“甲物业”"):
        keep(admin, name="乙物业", credit_code=CODE)
    keep(admin, organisation=first.pk, name="甲物业公司", credit_code=CODE)


@pytest.mark.django_db
def test_an_edit_keeps_contact_and_phone_where_none_is_given(admin):
    first = keep(admin, contact="王五", phone="01066001234")

    keep(admin, organisation=first.pk, name="甲物业公司")

    found = Organisation.objects.get(pk=first.pk)
    assert (found.name, found.contact.opened, found.phone.opened) == (
        "甲物业公司", "王五", "01066001234"
    )  # fmt: skip


@pytest.mark.django_db
def test_neither_another_division_nor_another_role_changes_it(people, admin):
    with pytest.raises(Refusal, match="不在您的范围内"):
        keep(admin, division=OTHER)
    elsewhere = Organisation.objects.create(name="别区物业", division=OTHER)
    with pytest.raises(Refusal, match="不在您的范围内"):
        keep(admin, organisation=elsewhere.pk)
    with pytest.raises(Refusal, match="不能办理人员"):
        keep(viewer_of(people["district_officer"], on=TODAY))


@pytest.mark.django_db
def test_the_list_shows_those_of_the_division(admin, office):
    Organisation.objects.create(name="别区物业", division=OTHER)
    keep(admin, credit_code=CODE)

    assert [one.name for one in queries.organisations_in(DISTRICT)] == ["甲物业", "示范区整治办"]
    assert queries.organisations_in(DISTRICT, words="91110102").get().name == "甲物业"
    assert queries.organisations_in(DISTRICT, kind="office").get() == office
