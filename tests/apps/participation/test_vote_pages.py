"""The pages of staff: a vote from its form to its result, paper, entrance and letters."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import Vote
from jiugai.apps.registry.models import Building
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db


def form(**more):
    now = timezone.localtime()
    return {
        "question": "是否同意改造？",
        "if_yes": "开工",
        "if_no": "再问",
        "matter": "other",
        "body": "estate",
        "noticed_on": (now - timedelta(days=30)).date().isoformat(),
        "opens_at": f"{now - timedelta(hours=1):%Y-%m-%dT%H:%M}",
        "closes_at": f"{now + timedelta(days=10):%Y-%m-%dT%H:%M}",
        "is_online": "on",
        "uses_city_system": "on",
    } | more


def only():
    with scope(DISTRICT):
        return Vote.objects.get()


def test_a_vote_goes_from_the_form_to_its_opening(signed_in, homes):
    client = signed_in("clerk")
    made = client.post(f"/estates/{homes.pk}/votes/new", form())
    vote = only()

    assert made.url == f"/votes/{vote.pk}"
    assert "12 户" in client.get(f"/votes/{vote.pk}/roll").content.decode()
    assert client.post(f"/votes/{vote.pk}/open").status_code == 302
    text = client.get(f"/votes/{vote.pk}").content.decode()
    assert "名册 12 户" in text
    assert "CC 278" in text


def test_what_was_typed_stays_when_it_is_refused(signed_in, homes):
    said = form(matter="lift")
    answer = signed_in("clerk").post(f"/estates/{homes.pk}/votes/new", said)

    assert answer.status_code == 422
    assert "是否同意改造？" in answer.content.decode()


def test_the_page_of_an_open_vote_shows_how_it_stands_and_no_choice_of_a_flat(signed_in, voting):
    vote = voting.opened()
    voting.cast(vote, 0)
    text = signed_in("clerk").get(f"/votes/{vote.pk}").content.decode()

    assert "50.25" in text
    assert "1号楼" in text or "1 号楼" in text


def test_two_clerks_type_a_paper_and_the_mismatch_is_shown(signed_in, voting):
    vote = voting.opened()
    now = timezone.now()
    with scope(DISTRICT):
        Vote.objects.filter(pk=vote.pk).update(
            opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=1)
        )
    at = f"{timezone.localtime(now) - timedelta(hours=2):%Y-%m-%dT%H:%M}"
    said = {"building": "1", "unit": "1", "door": "101", "mark": "1", "channel": "paper"}
    path = f"/votes/{vote.pk}/paper"
    signed_in("clerk").post(path, said | {"handed_in_at": at})
    text = signed_in("district_officer").post(
        path, said | {"mark": "2", "handed_in_at": at}, follow=True
    )
    assert "两人录入不一致" in text.content.decode()
    done = signed_in("district_officer").post(path, said | {"handed_in_at": at}, follow=True)
    assert "已计入" in done.content.decode()


def test_a_flat_that_is_not_on_the_roll_is_named(signed_in, voting):
    vote = voting.opened()
    said = {"building": "9", "door": "101", "mark": "1", "channel": "paper",
            "handed_in_at": "2026-06-02T10:00"}  # fmt: skip
    answer = signed_in("clerk").post(f"/votes/{vote.pk}/paper", said)

    assert answer.status_code == 422
    assert "名册上没有这一户" in answer.content.decode()


def test_the_result_is_shown_published_and_handed_out(signed_in, voting):
    vote = voting.counted()
    client = signed_in("clerk")

    assert "至迟 2026-06-18" in client.get(f"/votes/{vote.pk}").content.decode()
    assert client.get(f"/votes/{vote.pk}/result.xlsx").content[:2] == b"PK"
    client.post(f"/votes/{vote.pk}/publish")
    assert only().state == Vote.State.PUBLISHED
    assert "通过" in client.get(f"/votes/{vote.pk}").content.decode()


@pytest.mark.parametrize(("language", "owners"), [("zh", "全体业主"), ("en", "All owners")])
@pytest.mark.parametrize("is_over", [False, True])
def test_who_decides_is_told_in_the_language_of_the_reader(
    signed_in, voting, language, owners, is_over
):
    vote = voting.counted() if is_over else voting.opened()
    client = signed_in("clerk")
    client.cookies["language"] = language

    assert owners in client.get(f"/votes/{vote.pk}").text


def test_the_list_of_receipts_shows_neither_flat_nor_choice(signed_in, voting):
    vote = voting.counted(agree=8, oppose=2)
    text = signed_in("clerk").get(f"/votes/{vote.pk}/receipts").content.decode()
    rows = text.split("<tbody>")[1]

    assert len(re.findall(r"<tr", rows)) == 10
    assert "反对" not in rows
    assert "号楼" not in rows


def test_letters_show_each_code_once(signed_in, homes):
    client = signed_in("clerk")
    with scope(DISTRICT):
        building = Building.objects.order_by("id").first()
    client.post(f"/estates/{homes.pk}/entrance", {"phone": "010-1234"})
    answer = client.post(f"/buildings/{building.pk}/letters")
    codes = re.findall(r'class="code">([A-Z0-9-]+)<', answer.content.decode())

    assert len(set(codes)) == 4
    assert answer["Cache-Control"] == "no-store"
    assert "4" in client.get(f"/estates/{homes.pk}/entrance").content.decode()


@pytest.mark.parametrize("path", ["", "/roll", "/receipts", "/paper", "/edit", "/result.xlsx"])
def test_a_stranger_reaches_no_vote_of_another_district(signed_in, voting, path):
    vote = voting.counted()

    assert signed_in("stranger").get(f"/votes/{vote.pk}{path}").status_code == 404


def test_a_vote_is_evidence_for_the_gate_on_consensus(voting):
    from jiugai.apps.projects.gates.records import records_of

    vote = voting.published()
    with scope(DISTRICT):
        keys = {one.key: one.facts for one in records_of(voting.estate)}

    assert keys[f"vote:{vote.pk}"] == {"works_resolved": True}


def test_a_phone_that_is_too_long_is_refused_and_stays_to_be_mended(signed_in, homes):
    typed = "010-5550 0199 转" + "1" * 40
    answer = signed_in("clerk").post(f"/estates/{homes.pk}/entrance", {"phone": typed})

    assert answer.status_code == 422
    assert typed in answer.content.decode()
