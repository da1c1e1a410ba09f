"""Tickets come over the interface, too: with the right token, once, within one's division."""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import viewer_of
from jiugai.apps.demands.models import Demand
from jiugai.apps.registry.models import ApiScope
from jiugai.apps.registry.services.tokens import make_token
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db
ONE = {
    "ticket": "T1",
    "estate": "玉兰里",
    "text": "下水井堵了，污水外溢",
    "asked_at": "2026-05-30T14:20:00",
    "due_on": "2026-06-10",
    "asker": "张三",
    "phone": "13800001234",
}


@pytest.fixture
def call(client, ledger, people):
    """Return a function that calls with a token of some scopes."""

    def with_(path, sent=None, scopes=(ApiScope.DEMANDS, ApiScope.WRITE_DEMANDS), who="clerk"):
        viewer = viewer_of(people[who], on=timezone.localdate())
        with scope(viewer.division or ""):
            _token, key = make_token(
                name="热线", scopes=scopes, division="", by=viewer,
                until=timezone.localdate() + timedelta(days=9), on=timezone.localdate(),
            )  # fmt: skip
        head = {"HTTP_AUTHORIZATION": f"Bearer {key}"}
        if sent is None:
            return client.get(f"/api/v1{path}", **head)
        body = sent if isinstance(sent, bytes) else json.dumps(sent)
        return client.post(f"/api/v1{path}", body, content_type="application/json", **head)

    return with_


def outcomes(answer):
    return [(one["ticket"], one["outcome"]) for one in answer.json()["items"]]


def test_tickets_are_written_once_however_often_they_are_sent(call, ledger):
    other = ONE | {"ticket": "T2", "estate": "没有这个小区"}

    assert outcomes(call("/tickets", {"items": [ONE, ONE, other]})) == [
        ("T1", "new"), ("T1", "known"), ("T2", "refused"),
    ]  # fmt: skip
    again = call("/tickets", {"items": [ONE]})

    assert outcomes(again) == [("T1", "known")]
    with scope(DISTRICT):
        demand = Demand.objects.get()
    assert again.json()["items"][0]["number"] == demand.number
    assert (demand.due_on, demand.due_by) == (date(2026, 6, 10), "ticket")
    assert demand.taken_by == ledger.clerk
    assert demand.asked_at.isoformat() == "2026-05-30T06:20:00+00:00"


@pytest.mark.parametrize(
    "wrong", [{"asked_at": "0001-01-01T00:00:00"}, {"asked_at": "9999-12-31T23:59:00-08:00"},
              {"ticket": "\u0000"}, {"due_on": "2026-05-01"}, {"estate": "\u0000"}],
)  # fmt: skip
def test_a_ticket_that_cannot_be_is_refused_and_the_others_are_taken(call, wrong):
    answer = call("/tickets", {"items": [ONE | wrong, ONE | {"ticket": "T9"}]})

    assert [outcome for _ticket, outcome in outcomes(answer)] == ["refused", "new"]


def test_who_asked_is_not_read_back(call):
    call("/tickets", {"items": [ONE]})
    listed = call("/demands")
    (item,) = listed.json()["items"]

    assert item["ticket"] == "T1"
    assert call(f"/demands/{item['id']}").json() == item
    assert "13800001234" not in listed.content.decode()
    assert call("/demands/999999").status_code == 404


@pytest.mark.parametrize("query", ["?state=new", "?ticket=T1", "?overdue_on=2026-07-01"])
def test_the_list_is_filtered(call, query):
    call("/tickets", {"items": [ONE]})

    assert len(call("/demands" + query).json()["items"]) == 1
    assert not call("/demands?state=ended").json()["items"]


def test_a_token_that_only_reads_does_not_write_and_nobody_writes_without_one(
    call, client, signed_in
):
    sent = {"items": [ONE]}

    assert call("/tickets", sent, scopes=(ApiScope.DEMANDS,)).status_code == 403
    page = signed_in("clerk").post(
        "/api/v1/tickets", json.dumps(sent), content_type="application/json"
    )
    assert page.status_code == 401


def test_another_district_reads_nothing_and_finds_no_estate(call):
    call("/tickets", {"items": [ONE]})

    assert not call("/demands", who="stranger").json()["items"]
    assert outcomes(call("/tickets", {"items": [ONE]}, who="stranger")) == [("T1", "refused")]


@pytest.mark.parametrize(
    "wrong",
    [
        {"ticket": ""},
        {"text": "短"},
        {"asked_at": "昨天"},
        {"due_on": "2026-99-99"},
        {"kind": "x"},
    ],
)
def test_what_does_not_fit_is_refused_as_a_whole(call, wrong):
    assert call("/tickets", {"items": [ONE | wrong]}).status_code == 422
    with scope(DISTRICT):
        assert not Demand.objects.exists()


@pytest.mark.parametrize("body", [b"\x00", b"{", b"\xff\xfe"])
def test_a_body_that_is_no_json_is_refused_in_words(call, body):
    answer = call("/tickets", body)

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert "JSON" in answer.json()["title"]
