"""A household lets a relative act for it: with consent, until a day, on record, not to vote."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.participation.models import Ballot, Helper, ResidentSession
from jiugai.apps.participation.residents.codes import make_entrance
from jiugai.apps.participation.residents.entering import _begin
from jiugai.apps.registry.models import Household
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
SAID = {
    "name": "王小明",
    "relation": "child",
    "purpose": "替我答问卷、报修",
    "until": (TODAY + timedelta(days=30)).isoformat(),
    "agrees": "1",
}


@pytest.fixture
def home(client, homes, people):
    """Return a client at home in the first flat of an estate with an entrance."""
    with scope(DISTRICT):
        first = Household.objects.order_by("id")[0]
        client.cookies["household"] = _begin(first, timezone.now())
        make_entrance(estate=homes, building=None, phone="", by=people["clerk"], on=timezone.now())
        client.slug = homes.entrances.get(building=None).slug
    return client


@pytest.fixture
def helping(home):
    """Return the client of a helper who came in with the code."""
    code = home.post("/r/helpers", SAID).context["code"]
    home.own = home.cookies.pop("household").value
    assert home.post(f"/r/e/{home.slug}", {"code": code}).status_code == 302
    return home


def kept():
    with scope(DISTRICT):
        return Helper.objects.get()


def test_without_consent_or_beyond_a_year_nobody_is_let(home):
    lacking = {name: value for name, value in SAID.items() if name != "agrees"}
    assert "同意了才能" in home.post("/r/helpers", lacking).content.decode()
    far = SAID | {"until": (TODAY + timedelta(days=400)).isoformat()}
    assert home.post("/r/helpers", far).status_code == 422
    with scope(DISTRICT):
        assert not Helper.objects.exists()


def test_who_helps_sees_for_whom_and_the_record_says_that_it_was_for_them(helping):
    page = helping.get("/r/").content.decode()
    assert "您在替 1号楼 101 办事" in page
    said = {"text": "路灯不亮了，晚上看不见", "kind": "other", "where": "estate"}
    assert helping.post("/r/demands", said).status_code == 302
    with scope(DISTRICT):
        line = Line.objects.get(action="participation.helper_acted")
    assert line.detail["page"] == "/r/demands"
    assert "王小明" not in str(line.detail) + line.subject_name
    assert "投票不能代办" in kept().agreed


def test_who_helps_does_not_vote_nor_let_others_help(helping, voting):
    now = timezone.now()
    vote = voting.opened(
        opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=5),
        noticed_on=TODAY - timedelta(days=20),
    )  # fmt: skip
    answer = helping.post(f"/r/v/{vote.pk}", {"mark": "1", "confirmed": "1"})
    assert answer.status_code == 422
    assert "委托书" in answer.content.decode()
    with scope(DISTRICT):
        assert not Ballot.objects.exists()
    assert "只能由本户自己定" in helping.post("/r/helpers", SAID).content.decode()


def test_how_the_household_voted_is_not_shown_to_who_helps(helping, voting):
    now = timezone.now()
    vote = voting.opened(
        opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=5),
        noticed_on=TODAY - timedelta(days=20),
    )  # fmt: skip
    other = helping.cookies["household"].value
    helping.cookies["household"] = helping.own
    receipt = helping.post(f"/r/v/{vote.pk}", {"mark": "1", "confirmed": "1"}).url
    assert "您家的票" in helping.get(f"/r/v/{vote.pk}").content.decode()
    assert helping.get(receipt).status_code == 200

    helping.cookies["household"] = other
    page = helping.get(f"/r/v/{vote.pk}").content.decode()
    assert "您家的票" not in page
    assert "不能替业主投票" in page
    assert helping.get(receipt).status_code == 404


def test_what_is_taken_back_ends_at_once_and_what_is_over_ends_by_itself(helping):
    token = helping.cookies["household"].value
    helping.cookies["household"] = helping.own
    assert helping.post(f"/r/helpers/{kept().pk}/revoke").status_code == 302
    helping.cookies["household"] = token
    assert helping.get("/r/").url == "/r/in"
    # One that is over, in a session that is not.
    with scope(DISTRICT):
        Helper.objects.update(revoked_at=None, until=TODAY - timedelta(days=1))
    ResidentSession.objects.update(ended_at=None)
    assert helping.get("/r/").url == "/r/in"
