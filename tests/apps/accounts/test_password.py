"""Passwords: long enough, not one of the last, and not for ever."""

from datetime import timedelta

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from jiugai.apps.accounts.models import Person
from tests.apps.accounts.conftest import PASSWORD, told

pytestmark = pytest.mark.django_db


def change(client, old, new):
    return client.post(
        "/account/password/change/", {"oldpassword": old, "password1": new, "password2": new}
    )


@pytest.mark.parametrize("password", ["short-1a", "password123", "20261127202611"])
def test_weak_passwords_are_refused(clerk, password):
    with pytest.raises(ValidationError):
        validate_password(password, clerk)


def test_none_of_the_last_five_is_taken_again_but_the_sixth_is(clerk):
    for number in range(5):
        clerk.set_password(f"xin-mima-{number}-shu")
        clerk.save()

    for number in range(5):
        with pytest.raises(ValidationError, match="最近 5 次"):
            validate_password(f"xin-mima-{number}-shu", clerk)
    validate_password(PASSWORD, clerk)


def test_the_page_refuses_it_in_words(clerk, sign_in, client):
    sign_in()

    assert "最近 5 次用过的密码" in change(client, PASSWORD, PASSWORD).content.decode()


def test_a_new_password_counts_from_now_on(clerk, sign_in, client):
    sign_in()

    assert change(client, PASSWORD, "shuying-heng-xie-7").status_code == 302

    client.logout()
    assert sign_in().status_code == 200
    assert sign_in(password="shuying-heng-xie-7").status_code == 302


def test_the_first_password_has_to_be_changed_before_anything_else(clerk, sign_in, client):
    Person.objects.filter(pk=clerk.pk).update(must_change_password=True)
    sign_in()

    assert client.get("/estates").url == "/account/password/change/"
    assert "初始密码" in told(client.get("/account/password/change/"))
    change(client, PASSWORD, "shuying-heng-xie-7")

    assert client.get("/estates").status_code == 200


@pytest.mark.parametrize(("days", "status"), [(89, 200), (90, 302)])
def test_a_password_expires_on_its_last_day(clerk, sign_in, client, settings, days, status):
    settings.PASSWORD_DAYS = 90
    sign_in()
    then = timezone.now() - timedelta(days=days)
    Person.objects.filter(pk=clerk.pk).update(password_changed_at=then)

    assert client.get("/estates").status_code == status


def test_who_has_no_password_here_is_told_where_it_is_changed(clerk, signed_in):
    clerk.set_unusable_password()
    clerk.save()
    client = signed_in("clerk")

    answer = client.get("/account/password/change/", follow=True)

    assert "单位统一登录" in answer.content.decode()
