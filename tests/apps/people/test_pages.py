"""The pages of the security administrator and one's own page, as a person uses them."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from jiugai.apps.accounts.models import Organisation, Person

pytestmark = pytest.mark.django_db

NEW = {"username": "lin", "name": "林一", "division": "110199001"}


@pytest.fixture
def inside(signed_in):
    """Return a client in which the security administrator is signed in."""
    return signed_in("security_admin")


def test_somebody_is_added_gets_a_role_signs_in_and_chooses_a_password(inside, office):
    page = inside.post("/people/add", NEW | {"organisation": office.pk}).content.decode()
    password = re.search(r"(?:[a-z2-9]{4}-){3}[a-z2-9]{4}", page).group()
    lin = Person.objects.get(username="lin")
    today = timezone.localdate()
    inside.post(
        f"/people/{lin.pk}/appoint",
        {"role": "street_clerk", "division": "110199001", "since": today},
    )

    theirs = Client()
    theirs.post("/account/login/", {"login": "lin", "password": password})
    assert theirs.get("/estates").url == "/account/password/change/"
    new = "shuying-heng-xie-7"
    theirs.post(
        "/account/password/change/",
        {"oldpassword": password, "password1": new, "password2": new},
    )

    assert theirs.get("/estates").status_code == 200


def test_the_initial_password_is_shown_once(inside):
    page = inside.post("/people/add", NEW)

    assert page.headers["Cache-Control"].startswith("max-age=0")
    lin = Person.objects.get(username="lin")
    again = inside.get(f"/people/{lin.pk}").content.decode()
    assert not re.search(r"(?:[a-z2-9]{4}-){3}[a-z2-9]{4}", again)


def test_a_refused_form_keeps_what_was_typed(inside):
    answer = inside.post("/people/add", NEW | {"username": "CLERK", "email": "a@b.example"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "已有人用" in page
    assert "a@b.example" in page


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("division", "12345", "不是区划代码"),
        ("username", "a b", "登录名只能用"),
        ("phone", "123", "11 位数字"),
    ],
)
def test_a_wrong_field_says_what_is_right(inside, field, value, words):
    answer = inside.post("/people/add", NEW | {field: value})

    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_refused_appointment_says_why_on_the_page(inside, people):
    answer = inside.post(
        f"/people/{people['clerk'].pk}/appoint",
        {"role": "audit_admin", "division": "110199", "since": "2026-06-01"},
    )

    assert answer.status_code == 422
    assert "三员分立" in answer.content.decode()


def test_an_appointment_is_ended_with_a_reason_and_not_without(inside, people):
    clerk = people["clerk"]
    address = f"/people/{clerk.pk}/appointments/{clerk.appointments.get().pk}/end"

    assert "写明理由" in inside.post(address).content.decode()
    assert inside.post(address, {"reason": "调岗"}).status_code == 302
    assert clerk.appointments.get().until == timezone.localdate()


def test_the_appointment_of_somebody_else_is_not_found_there(inside, people):
    other = people["auditor"].appointments.get()

    answer = inside.post(
        f"/people/{people['clerk'].pk}/appointments/{other.pk}/end", {"reason": "x"}
    )

    assert answer.status_code == 404


@pytest.mark.parametrize("page", ["", "/edit"])
def test_people_of_another_division_are_not_found(inside, people, page):
    assert inside.get(f"/people/{people['stranger'].pk}{page}").status_code == 404


@pytest.mark.parametrize("verb", ["switch", "password", "factor", "appoint"])
def test_nor_can_anything_be_done_to_them(inside, people, verb):
    answer = inside.post(f"/people/{people['stranger'].pk}/{verb}", {"reason": "x"})

    assert answer.status_code == 404


def test_an_organisation_is_added_and_changed(inside):
    said = {"name": "甲物业", "kind": "property", "division": "110199"}
    inside.post("/organisations/add", said)
    kept = Organisation.objects.get(name="甲物业")

    assert inside.get(f"/organisations/{kept.pk}").status_code == 200
    inside.post(f"/organisations/{kept.pk}", said | {"name": "甲物业公司"})

    assert "甲物业公司" in inside.get("/organisations?q=公司").content.decode()


def test_a_wrong_credit_code_is_refused_on_the_page(inside):
    said = {"name": "甲物业", "kind": "property", "division": "110199", "credit_code": "9" * 18}

    answer = inside.post("/organisations/add", said)

    assert answer.status_code == 422
    assert "校验位" in answer.content.decode()


def test_my_page_shows_what_i_am_and_where_i_am_signed_in(signed_in):
    client = signed_in("clerk")
    firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
    client.get("/me", headers={"User-Agent": firefox})

    page = client.get("/me").content.decode()

    for word in ("clerk", "街道经办人", "示范甲街道（110199001）", "Firefox · Linux", "正在用"):
        assert word in page


def test_somebody_with_two_appointments_works_in_the_one_they_choose(signed_in, people):
    clerk = people["clerk"]
    second = clerk.appointments.create(role="auditor", division="110199002", since="2020-01-01")
    client = signed_in("clerk")
    assert client.get("/me").wsgi_request.viewer.division == "110199001"

    client.post("/me/appointment", {"appointment": second.pk})

    assert client.get("/me").wsgi_request.viewer.division == "110199002"


def test_nobody_chooses_somebody_elses_appointment(signed_in, people):
    client = signed_in("clerk")

    client.post("/me/appointment", {"appointment": people["auditor"].appointments.get().pk})

    assert client.get("/me").wsgi_request.viewer.chosen.person == people["clerk"]


def test_who_is_nothing_yet_reads_what_to_do(signed_in, people):
    people["clerk"].appointments.all().delete()

    assert "请本单位安全管理员给您任职" in signed_in("clerk").get("/me").content.decode()
