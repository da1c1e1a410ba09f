"""Limits hold over all processes, because they are counted in the database."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from jiugai.apps.accounts.models import Pace
from jiugai.apps.accounts.pace import forget_idle, take
from jiugai.apps.registry.api import pace as api_pace

pytestmark = pytest.mark.django_db


def earlier(**how_much):
    """Let time pass for every bucket."""
    Pace.objects.update(at=F("at") - timedelta(**how_much))


def empty():
    """Empty every bucket; none fills while the test runs."""
    Pace.objects.update(remaining=0, at=timezone.now() + timedelta(minutes=1))


def test_a_bucket_gives_what_it_holds_and_then_says_how_long_to_wait():
    assert [take("a", most=3) for _n in range(3)] == [(1, 0)] * 3

    granted, wait = take("a", most=3)

    assert granted == 0
    assert 15 <= wait <= 20


def test_a_bucket_fills_evenly_and_never_over():
    for _n in range(6):
        take("a", most=6)
    earlier(seconds=21)
    assert [take("a", most=6)[0] for _n in range(3)] == [1, 1, 0]

    earlier(hours=2)
    assert [take("a", most=6)[0] for _n in range(7)] == [1] * 6 + [0]


def test_several_at_once_are_given_as_far_as_they_are_there():
    assert take("a", most=10, want=8) == (8, 0)
    assert take("a", most=10, want=8) == (2, 0)
    assert take("a", most=10, want=8)[0] == 0
    with pytest.raises(ValueError, match="11 of 10"):
        take("a", most=10, want=11)


def test_buckets_that_nobody_draws_from_are_forgotten():
    take("old", most=3)
    earlier(hours=2)
    take("new", most=3)

    assert forget_idle() == 1
    assert list(Pace.objects.values_list("key", flat=True)) == ["new"]


def test_a_process_draws_ahead_of_what_it_needs():
    api_pace._DRAWN.clear()
    assert [api_pace.too_fast(7, 6000) for _n in range(50)] == [0] * 50
    assert Pace.objects.get(key="token:7").remaining == 5900


def test_what_one_process_drew_is_gone_for_the_others():
    api_pace._DRAWN.clear()
    assert api_pace.too_fast(7, 6000) == 0
    empty()
    assert api_pace.too_fast(7, 6000) == 0  # it was drawn before

    api_pace._DRAWN.clear()  # as another process, which knows nothing of this one
    assert api_pace.too_fast(7, 6000) >= 1


def test_who_searches_or_uploads_too_often_reads_when_to_come_back(signed_in):
    client = signed_in("district_officer")
    assert client.get("/search?q=a").status_code == 200
    empty()

    answer = client.get("/search?q=a")

    assert answer.status_code == 429
    assert int(answer["Retry-After"]) >= 1
    assert "每分钟最多 120 次" in answer.content.decode()
    assert signed_in("clerk").get("/search?q=a").status_code == 200


@pytest.mark.parametrize("address", ["/imports", "/estates/{pk}/documents"])
def test_uploads_of_every_kind_draw_from_one_bucket(signed_in, estate, address):
    client = signed_in("district_officer")
    client.post("/imports")
    empty()

    assert client.post(address.format(pk=estate.pk)).status_code == 429
    assert client.get("/imports").status_code == 200
