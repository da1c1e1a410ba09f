"""Sessions: idle, too long, too many – and what was taken away is gone at the next click."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jiugai.apps.accounts.models import Appointment, Ended, Person, SignedIn
from jiugai.apps.accounts.sessions import KEY
from tests.apps.accounts.conftest import told

pytestmark = pytest.mark.django_db


def make_older(client, which, by):
    """Let a session have begun or been used longer ago."""
    session = client.session
    then = (timezone.now() - by).isoformat()
    session[KEY] = session[KEY] | {which: then}
    session.save()


@pytest.fixture
def inside(clerk, sign_in, client):
    """Return a client in which the clerk signed in and clicked once."""
    sign_in()
    assert client.get("/estates").status_code == 200
    return client


@pytest.mark.parametrize(("minutes", "status"), [(29, 200), (30, 302)])
def test_half_an_hour_without_a_click_ends_it(inside, minutes, status):
    make_older(inside, "seen", timedelta(minutes=minutes))

    assert inside.get("/estates").status_code == status


def test_the_login_page_says_why_and_leads_back(inside):
    make_older(inside, "seen", timedelta(hours=1))

    answer = inside.get("/estates?q=a")

    assert answer.url == "/account/login/?next=/estates%3Fq%3Da"
    assert "没有操作" in told(inside.get(answer.url))
    assert SignedIn.objects.get().ended_because == Ended.IDLE


@pytest.mark.parametrize(("hours", "status"), [(7, 200), (8, 302)])
def test_a_working_day_ends_it_however_busy(inside, hours, status):
    make_older(inside, "began", timedelta(hours=hours))

    assert inside.get("/estates").status_code == status


def test_a_click_is_noted_at_most_once_a_minute(inside):
    first = SignedIn.objects.get().seen_at
    inside.get("/estates")
    assert SignedIn.objects.get().seen_at == first

    make_older(inside, "seen", timedelta(minutes=2))
    inside.get("/estates")

    assert SignedIn.objects.get().seen_at > first


def test_the_oldest_of_too_many_ends_and_is_told_why(clerk, sign_in, settings):
    settings.SESSIONS_PER_PERSON = 2
    clients = [Client() for _n in range(3)]
    for one in clients:
        sign_in(to=one)
        one.get("/estates")

    first = clients[0].get("/estates", follow=True)

    assert "超过了允许的个数" in told(first)
    assert [one.get("/estates").status_code for one in clients[1:]] == [200, 200]


def test_an_appointment_that_ended_no_longer_counts_at_the_next_click(inside, clerk):
    assert inside.get("/estates").status_code == 200

    Appointment.objects.filter(person=clerk).update(until=timezone.localdate())

    assert inside.get("/estates").status_code == 403


def test_a_switched_off_person_is_out_at_the_next_click(inside, clerk):
    Person.objects.filter(pk=clerk.pk).update(is_active=False)

    assert inside.get("/estates").status_code == 302


def test_a_day_that_has_not_come_yet_counts_for_nothing(inside, clerk):
    tomorrow = timezone.localdate() + timedelta(days=1)

    Appointment.objects.filter(person=clerk).update(since=tomorrow)

    assert inside.get("/estates").status_code == 403


def test_one_ends_ones_other_sessions_and_they_learn_why(clerk, sign_in, inside):
    other = Client()
    sign_in(to=other)
    other.get("/estates")

    answer = other.post("/me/sessions/end", follow=True)

    assert "已结束另外 1 处登录" in told(answer)
    assert "您在另一处结束了" in told(inside.get("/estates", follow=True))
    assert other.get("/estates").status_code == 200
