"""A new site gets its first three administrators, once."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from jiugai.apps.accounts.models import Person

pytestmark = pytest.mark.django_db


def test_three_people_are_added_and_each_password_leads_to_changing_it():
    said = StringIO()

    call_command("first_administrators", "110102", stdout=said)

    rows = [line.split("\t") for line in said.getvalue().splitlines()]
    assert [row[1] for row in rows] == ["xitong", "anquan", "shenji"]
    for _title, username, password in rows:
        client = Client()
        client.post("/account/login/", {"login": username, "password": password})
        assert client.get("/me").url == "/account/password/change/"


def test_where_somebody_is_known_it_is_refused(people):
    before = Person.objects.count()

    with pytest.raises(CommandError, match="这里已经有人了"):
        call_command("first_administrators", "110102")

    assert Person.objects.count() == before


def test_an_unknown_division_is_refused_in_words(db):
    with pytest.raises(CommandError, match="没有区划代码"):
        call_command("first_administrators", "999999")
