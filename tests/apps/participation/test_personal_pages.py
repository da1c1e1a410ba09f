"""A household sees, takes along, corrects and erases what is held of it, and nobody else does."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.audit.sealing import seal_waiting
from jiugai.apps.audit.verify import verify
from jiugai.apps.demands.models import Demand
from jiugai.apps.participation.models import (
    Ballot,
    Consent,
    Helper,
    PersonalRequest,
    ResidentSession,
)
from jiugai.apps.participation.privacy import consents
from jiugai.apps.participation.privacy.holding import holding_of, holdings
from jiugai.apps.participation.residents.entering import _begin
from jiugai.apps.participation.votes.verify import verify_vote
from jiugai.apps.registry.models import Household
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def home(client, homes):
    """Return a client at home in the first flat."""
    with scope(DISTRICT):
        client.household, client.neighbour = Household.objects.order_by("id")[:2]
        client.cookies["household"] = _begin(client.household, timezone.now())
    return client


def ask(home, key="register.phone", **said):
    """Let the household ask the office; return the request."""
    answer = home.post(f"/r/privacy/held/{key}/ask", {"kind": "erase"} | said)
    assert answer.status_code == 302, answer.content.decode()
    with scope(DISTRICT):
        return PersonalRequest.objects.get()


def taken(home):
    """Return what the household takes along: names with texts."""
    answer = home.post("/r/privacy/download")
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_page_says_of_all_that_is_held_what_for_how_long_and_who_sees_it(home):
    page = home.get("/r/privacy").content.decode()
    assert "登记的业主" in page
    assert "需关照情况" not in page  # there is none
    one = home.get("/r/privacy/held/register.phone").content.decode()
    assert home.household.phone.opened in one
    for text in ("为什么要", "《个人信息保护法》第十三条", "谁看得到", "要求街道更正或删除"):
        assert text in one
    assert "我家的信息" in home.get("/r/").content.decode()
    notice = home.get("/r/privacy/notice").content.decode()
    assert all(str(one.title) in notice for one in holdings())
    assert home.household.phone.opened not in notice


def test_the_download_holds_every_value_and_nothing_of_a_neighbour(home, voting):
    vote = voting.opened()
    ballot = voting.cast(vote, 0)
    with scope(DISTRICT):
        for one in (home.household, home.neighbour):
            Household.objects.filter(pk=one.pk).update(
                id_number=f"11010119500101{one.pk:04d}", care=f"轮椅{one.pk}"
            )
            Demand.objects.create(
                estate=voting.estate, division=one.division, household=one, text=f"漏水{one.pk}",
                kind="leaks", channel="online", asker=f"贾{one.pk}", asked_at=timezone.now(),
                due_on=TODAY,
            )  # fmt: skip
    files = taken(home)
    own, other = home.household, home.neighbour
    for name in ("index.html", "data.json"):
        text = files[name].decode()
        for value in (
            own.owner.opened, own.phone.opened, f"11010119500101{own.pk:04d}", f"轮椅{own.pk}",
            f"漏水{own.pk}", f"贾{own.pk}", ballot.receipt, vote.question,
        ):  # fmt: skip
            assert value in text, (name, value)
        for value in (
            other.owner.opened, other.phone.opened, f"11010119500101{other.pk:04d}",
            f"漏水{other.pk}", f"贾{other.pk}",
        ):  # fmt: skip
            assert value not in text, (name, value)
    data = json.loads(files["data.json"])
    assert {one["key"] for one in data["held"]} >= {"register.owner", "votes.ballots"}
    with scope(DISTRICT):
        line = Line.objects.get(action="participation.personal_downloaded")
    assert line.subject_id == str(own.pk)
    assert own.phone.opened not in str(line.detail)


def test_erasing_asks_first_and_leaves_the_neighbour_alone(home):
    with scope(DISTRICT):
        made = [
            Demand.objects.create(
                estate=one.building.estate,
                division=one.division,
                household=one,
                text="灯不亮",
                kind="power",
                channel="desk",
                asker="王",
                phone="199",
                asked_at=timezone.now(),
                due_on=TODAY,
                **answered,
            )
            for one, answered in (
                (home.household, {"state": "ended", "answer": "已修", "answered_on": TODAY}),
                (home.household, {}),
                (home.neighbour, {"state": "ended", "answer": "已修", "answered_on": TODAY}),
            )
        ]
    address = "/r/privacy/held/demands.askers/erase"
    assert "确定删除" in home.get(address).content.decode()
    assert home.post(address).url == "/r/privacy"
    with scope(DISTRICT):
        kept = [Demand.objects.get(pk=one.pk) for one in made]
        assert [one.asker is None for one in kept] == [True, False, False]
        assert [one.text for one in kept] == ["灯不亮"] * 3
        line = Line.objects.get(action="participation.personal_erased")
    assert line.detail == {"holding": "demands.askers", "rows": 1}
    assert "现在没有可以删除的" in home.post(address).content.decode()


@pytest.mark.parametrize("key", ["votes.ballots", "register.owner", "register.phone"])
def test_what_the_household_may_not_erase_stays_and_the_page_says_why(home, key):
    answer = home.post(f"/r/privacy/held/{key}/erase")
    assert answer.status_code == 422
    assert str(holding_of(key).erasing.words)[:12] in answer.content.decode()


def test_erasing_sessions_puts_everybody_out(home):
    assert home.post("/r/privacy/held/entry.sessions/erase").status_code == 302
    assert not ResidentSession.objects.filter(household=home.household).exists()
    assert home.get("/r/privacy").url == "/r/in"


def test_the_vote_and_the_record_are_as_they_were_after_erasing(home, voting):
    vote = voting.counted()
    with scope(DISTRICT):
        for key in ("entry.sessions", "entry.helpers", "register.phone"):
            holding = holding_of(key)
            holding.erasing.erase(home.household, timezone.now())
        seal_waiting(at=timezone.now())
        assert not verify_vote(voting.now(vote)).problems
        assert Ballot.objects.filter(vote=vote).count() == 10
    with scope(""):
        assert not verify().problems


def test_the_office_erases_on_request_in_the_same_step_and_the_household_reads_the_answer(
    home, signed_in
):
    made = ask(home, words="换号了")
    assert made.due_on == TODAY + timedelta(days=30)
    assert (
        "已经提过了"
        in home.post("/r/privacy/held/register.phone/ask", {"kind": "erase"}).content.decode()
    )
    clerk = signed_in("clerk")
    assert made.number in clerk.get("/privacy/requests").content.decode()
    assert made.number in clerk.get("/today").content.decode()
    refused = clerk.post(f"{made.get_absolute_url()}/decide", {"does": "refuse", "words": ""})
    assert "写明理由" in refused.content.decode()
    said = {"does": "grant", "words": "已删"}
    assert clerk.post(f"{made.get_absolute_url()}/decide", said).status_code == 302
    assert clerk.post(f"{made.get_absolute_url()}/decide", said).status_code == 422
    with scope(DISTRICT):
        assert Household.objects.get(pk=home.household.pk).phone is None
        assert Household.objects.get(pk=home.neighbour.pk).phone
    assert "已删" in home.get("/r/privacy").content.decode()


def test_a_correction_is_applied_and_its_value_goes_with_the_decision(home, signed_in):
    made = ask(home, "register.owner", kind="correct", value="王正名")
    clerk = signed_in("clerk")
    assert "王正名" not in clerk.get(made.get_absolute_url()).content.decode()  # masked
    clerk.post(f"{made.get_absolute_url()}/decide", {"does": "grant", "words": ""})
    with scope(DISTRICT):
        assert Household.objects.get(pk=home.household.pk).owner.opened == "王正名"
        assert PersonalRequest.objects.get().value is None
        assert not Line.objects.filter(detail__icontains="王正名").exists()


def test_a_stranger_of_another_district_and_another_household_find_nothing(home, signed_in):
    made = ask(home)
    stranger = signed_in("stranger")
    assert stranger.get(made.get_absolute_url()).status_code == 404
    said = {"does": "grant", "words": ""}
    assert stranger.post(f"{made.get_absolute_url()}/decide", said).status_code == 404
    with scope(DISTRICT):
        home.cookies["household"] = _begin(home.neighbour, timezone.now())
    page = home.get("/r/privacy").content.decode()
    assert made.number not in page
    phone = home.get("/r/privacy/held/register.phone").content.decode()
    assert home.household.phone.opened not in phone
    with scope(DISTRICT):
        consent = consents.say(
            about=consents.About(home.household, "care"), title="t", words="w", is_given=True,
            channel="desk", by=None, at=timezone.now(),
        )  # fmt: skip
    assert home.post(f"/r/privacy/consents/{consent.pk}").status_code == 422
    with scope(DISTRICT):
        assert Consent.objects.get().revoked_at is None


def test_who_helps_sees_nothing_of_it(home):
    with scope(DISTRICT):
        helper = Helper.objects.create(
            household=home.household, division=home.household.division, name="王",
            relation="child", purpose="报修", until=TODAY + timedelta(days=9), agreed="同意",
            digest="d", given_at=timezone.now(),
        )  # fmt: skip
        home.cookies["household"] = _begin(home.household, timezone.now(), helper)
    for address in ("/r/privacy", "/r/privacy/held/register.phone"):
        page = home.get(address)
        assert page.status_code == 422
        assert home.household.phone.opened not in page.content.decode()
    assert home.post("/r/privacy/download").status_code == 422
    assert home.post("/r/privacy/held/entry.helpers/erase").status_code == 422


def test_care_needs_go_with_the_consent_that_was_taken_back(home):
    with scope(DISTRICT):
        Household.objects.filter(pk=home.household.pk).update(care="轮椅")
        consent = consents.say(
            about=consents.About(home.household, "care"), title="需关照情况", words="我同意登记。",
            is_given=True, channel="desk", by=None, at=timezone.now(),
        )  # fmt: skip
    assert "我同意登记" in home.get("/r/privacy").content.decode()
    assert home.post(f"/r/privacy/consents/{consent.pk}").status_code == 302
    with scope(DISTRICT):
        assert Household.objects.get(pk=home.household.pk).care is None
        assert Consent.objects.get().revoked_at is not None  # that it was given stays


def test_care_needs_are_written_down_only_on_a_consent_or_a_duty_that_is_named(home, signed_in):
    clerk, address = signed_in("clerk"), f"/households/{home.household.pk}/care"
    assert "单独的同意" in clerk.get(address).content.decode()
    assert clerk.post(address, {"care": "轮椅"}).status_code == 422
    assert clerk.post(address, {"care": "轮椅", "basis": "duty", "duty": ""}).status_code == 422
    with scope(DISTRICT):
        assert Household.objects.get(pk=home.household.pk).care is None
    assert clerk.post(address, {"care": "轮椅", "basis": "visit"}).status_code == 302
    said = {"care": "助听器", "basis": "duty", "duty": "《残疾人保障法》第五十二条"}
    assert clerk.post(address, said).status_code == 302
    with scope(DISTRICT):
        assert Household.objects.get(pk=home.household.pk).care.opened == "助听器"
        stands = Consent.objects.get(revoked_at=None)
        assert stands.words == "《残疾人保障法》第五十二条"
        assert Consent.objects.filter(revoked_at__isnull=False).count() == 1
    stranger = signed_in("stranger")
    assert stranger.post(address, said).status_code == 404
