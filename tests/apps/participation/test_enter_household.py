"""Households come in with a code, and nobody learns from a refusal which part was wrong."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import EntryFailure, HouseholdCode, ResidentSession
from jiugai.apps.participation.residents.codes import issue_codes, make_entrance
from jiugai.apps.registry.models import Building, Household
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db


@pytest.fixture
def entrance(homes, people):
    """Return the entrance of the estate."""
    with scope(DISTRICT):
        return make_entrance(
            estate=homes, building=None, phone="010-0000", by=people["clerk"], on=timezone.now()
        )


@pytest.fixture
def letters(homes, people):
    """Return the households of the first building with their codes."""
    with scope(DISTRICT):
        building = Building.objects.order_by("id").first()
        return issue_codes(building=building, by=people["clerk"], at=timezone.now())


def code_of(letters, number=0):
    return letters[number][1]


def test_the_code_of_the_letter_opens_in_any_spelling_and_only_its_digest_is_kept(
    client, entrance, letters
):
    typed = code_of(letters).replace("-", " ").lower()
    answer = client.post(f"/r/e/{entrance.slug}", {"code": typed})

    assert answer.url == "/r/"
    assert "我家小区" in client.get("/r/").content.decode()
    with scope(DISTRICT):
        kept = HouseholdCode.objects.values_list("digest", flat=True)
        assert all(code_of(letters).replace("-", "") not in one for one in kept)


def test_a_new_letter_stops_the_old_code(client, entrance, letters, people):
    with scope(DISTRICT):
        issue_codes(building=letters[0][0].building, by=people["clerk"], at=timezone.now())

    assert client.post(f"/r/e/{entrance.slug}", {"code": code_of(letters)}).status_code == 422


def test_wrong_and_right_codes_are_refused_in_the_same_words_after_too_many(
    client, entrance, letters
):
    path = f"/r/e/{entrance.slug}"
    first = client.post(path, {"code": "AAAAA-AAAAA"}).content.decode()
    for _try in range(9):
        client.post(path, {"code": "AAAAA-AAAAA"})
    answer = client.post(path, {"code": code_of(letters)})

    assert "没能打开" in first
    assert answer.status_code == 422
    assert "15 分钟" in answer.content.decode()


def test_after_a_quarter_of_an_hour_it_can_be_tried_again(client, entrance, letters):
    for _try in range(11):
        client.post(f"/r/e/{entrance.slug}", {"code": "AAAAA-AAAAA"})
    EntryFailure.objects.update(at=timezone.now() - timedelta(minutes=16))

    assert client.post(f"/r/e/{entrance.slug}", {"code": code_of(letters)}).status_code == 302


def test_a_code_of_another_estate_opens_nothing_here(client, entrance, letters, people):
    from jiugai.apps.registry.models import Estate

    with scope(DISTRICT):
        other = Estate.objects.create(
            code="T2", division=entrance.division, facts={"name": "别处"}
        )
        there = make_entrance(
            estate=other, building=None, phone="", by=people["clerk"], on=timezone.now()
        )

    assert client.post(f"/r/e/{there.slug}", {"code": code_of(letters)}).status_code == 422


def ask(client, entrance, phone):
    with scope(DISTRICT):
        home = Household.objects.select_related("unit").order_by("id").first()
    said = {"building": home.building_id, "unit": home.unit.name, "door": home.door}
    return said, client.post(f"/r/e/{entrance.slug}/phone", said | {"phone": phone})


def sent(settings):
    path = settings.MEDIA_ROOT.parent / "codes.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


@pytest.fixture
def on_commit(django_capture_on_commit_callbacks):
    """Run what waits for the end of a transaction."""
    return django_capture_on_commit_callbacks


@pytest.fixture
def outbox(settings, tmp_path):
    """Keep what is sent in a folder of the test."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings


def test_whether_the_phone_is_known_cannot_be_read_from_the_answer(
    client, entrance, outbox, on_commit
):
    with on_commit(execute=True):
        _said, right = ask(client, entrance, "199 0000 1001")
        _said, wrong = ask(client, entrance, "13800000000")

    strip = lambda answer: answer.content.decode().split("<main")[1].split("<form")[0]  # noqa: E731
    assert strip(right) == strip(wrong)
    assert [one["to"] for one in sent(outbox)] == ["19900001001"]


def test_a_code_that_was_sent_opens_once(client, entrance, outbox, on_commit):
    with on_commit(execute=True):
        said, _answer = ask(client, entrance, "19900001001")
    code = "".join(c for c in sent(outbox)[0]["text"].split("，")[0] if c.isdigit())
    path = f"/r/e/{entrance.slug}/once"

    assert client.post(path, said | {"code": code}).status_code == 302
    assert client.post(path, said | {"code": code}).status_code == 422


def test_six_digits_cannot_be_guessed(client, entrance, outbox):
    said, _answer = ask(client, entrance, "19900001001")
    answers = [
        client.post(f"/r/e/{entrance.slug}/once", said | {"code": f"{n:06d}"}) for n in range(6)
    ]

    assert "没能打开" in answers[4].content.decode()
    assert "15 分钟" in answers[5].content.decode()


def test_who_goes_out_has_to_type_a_code_again(client, entrance, letters):
    client.post(f"/r/e/{entrance.slug}", {"code": code_of(letters)})
    cookie = client.cookies["household"].value
    client.post("/r/out")
    client.cookies["household"] = cookie

    assert client.get("/r/").url == "/r/in"
    assert ResidentSession.objects.get().ended_at


def test_an_unknown_address_is_no_page(client, entrance):
    assert client.get("/r/e/zzzzzz").status_code == 404
    assert client.post("/r/in", {"slug": "zzzzzz"}).status_code == 422
    assert client.post("/r/in", {"slug": entrance.slug.upper()}).url == f"/r/e/{entrance.slug}"
