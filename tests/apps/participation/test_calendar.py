"""A household sees what happens at its building and when; phones subscribe to it without names."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.notices import services as notices
from jiugai.apps.participation.residents.entering import _begin
from jiugai.apps.participation.votes import services
from jiugai.apps.registry.models import Household
from tests.apps.conftest import DISTRICT
from tests.apps.participation.test_notices import SAID as NOTICE

pytestmark = pytest.mark.django_db


@pytest.fixture
def dated(client, voting, people):
    """Return a client at home in the first building, with a vote of another one and a notice."""
    now, today = timezone.now(), timezone.localdate()
    with scope(DISTRICT):
        first, *_others = Household.objects.select_related("building").order_by("id")
        last = Household.objects.select_related("building").order_by("-id")[0]
        made = notices.draft(estate=voting.estate, said=NOTICE, by=people["clerk"], on=today)
        notices.put_up(pk=made.pk, by=people["clerk"], on=today)
        client.cookies["household"] = _begin(first, now)
    for one, words in ((first, "本楼装电梯吗？"), (last, "别的楼装电梯吗？")):
        vote = voting.drafted(
            question=words, building=one.building,
            opens_at=now - timedelta(hours=1), closes_at=now + timedelta(days=5),
            noticed_on=today - timedelta(days=20),
        )  # fmt: skip
        with scope(DISTRICT):
            services.open_vote(pk=vote.pk, by=people["clerk"], at=now)
    return client


def test_the_calendar_has_what_is_on_at_ones_own_building(dated):
    page = dated.get("/r/calendar").content.decode()
    assert "本楼装电梯吗？" in page
    assert "别的楼装电梯吗？" not in page
    assert "公示，可以提意见" in page
    assert "/r/calendar" in dated.get("/r/").content.decode()


def test_a_phone_subscribes_without_a_session_and_finds_no_household(dated):
    file = dated.get("/r/calendar").context["file"]
    del dated.cookies["household"]
    answer = dated.get(file)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    text = answer.content.decode().replace("\r\n ", "")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "SUMMARY:投票：本楼装电梯吗？" in text
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
    assert "业主" not in text
    assert dated.get(file.replace(".ics", "x.ics")).status_code == 404
