"""A household votes on its phone, finds its ballot, and reads the result."""

import pytest
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.sealing import seal_waiting
from jiugai.apps.participation.models import Ballot, Mark
from jiugai.apps.participation.votes.receipts import in_words
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_home(client, voting):
    """Return a function that gives a client at home in the flat with a number on the roll."""

    def as_(vote, number):
        client.cookies["household"] = voting.token(vote, number)
        return client

    return as_


@pytest.fixture
def running(voting):
    """Return a vote that takes ballots just now."""
    return voting.running()


def said(client, path, **form):
    return client.post(path, form, follow=True).content.decode()


def test_the_choice_is_asked_back_before_the_ballot_is_cast(at_home, running):
    client = at_home(running, 0)
    text = said(client, f"/r/v/{running.pk}", mark="1")

    assert "您选的是：同意" in text
    with scope(DISTRICT):
        assert not Ballot.objects.exists()


def test_a_ballot_gives_a_receipt_with_words_that_find_it(at_home, running):
    client = at_home(running, 0)
    receipt = said(client, f"/r/v/{running.pk}", mark="1", confirmed="1")
    with scope(DISTRICT):
        ballot = Ballot.objects.get()
    seal_waiting(at=timezone.now())

    assert all(f"<span>{word}</span>" in receipt for word in in_words(ballot.receipt).split())
    found = client.get(f"/r/v/{running.pk}/check", {"receipt": in_words(ballot.receipt)})
    assert "找到了" in found.content.decode()
    assert "已封存在记录里" in found.content.decode()
    assert "您家的意见：同意" in found.content.decode()


def test_a_neighbour_with_my_receipt_does_not_read_my_choice(at_home, running, voting):
    ballot = voting.cast(running, 1, Mark.OPPOSE, at=timezone.now())
    client = at_home(running, 0)
    text = client.get(f"/r/v/{running.pk}/check", {"receipt": ballot.receipt}).content.decode()

    assert "找到了" in text
    assert "反对" not in text
    assert client.get(f"/r/v/{running.pk}/receipts/{ballot.receipt}").status_code == 404


def test_a_forged_receipt_finds_nothing(at_home, running):
    text = (
        at_home(running, 0).get(f"/r/v/{running.pk}/check?receipt=7K3M9QXDA2C4").content.decode()
    )

    assert "清单里没有这张回执" in text


def test_no_choice_is_no_ballot(at_home, running):
    answer = at_home(running, 0).post(f"/r/v/{running.pk}", {"confirmed": "1"})

    assert answer.status_code == 422
    assert "请先选一项" in answer.content.decode()


def test_after_the_close_nothing_is_taken_and_it_is_said(at_home, voting):
    vote = voting.opened()
    text = at_home(vote, 0).post(f"/r/v/{vote.pk}", {"mark": "1", "confirmed": "1"})

    assert text.status_code == 422
    assert "截止" in text.content.decode()


def test_on_a_vote_on_paper_nobody_votes_online(at_home, voting):
    vote = voting.opened(is_online=False)
    answer = at_home(vote, 0).post(f"/r/v/{vote.pk}", {"mark": "1", "confirmed": "1"})

    assert "只收纸质票" in answer.content.decode()


def test_the_result_says_why_and_the_list_shows_no_choice(at_home, voting):
    vote = voting.published(agree=9, oppose=1)
    client = at_home(vote, 9)
    result = client.get(f"/r/v/{vote.pk}/result").content.decode()
    ballots = client.get(f"/r/v/{vote.pk}/ballots").content.decode()

    assert "通过" in result
    assert "CC 278" in result
    assert "您家投的是“反对”" in result
    assert "反对" not in ballots.split("<main")[1]
    assert ballots.count("计入") >= 10


def test_before_it_is_published_there_is_no_result(at_home, voting):
    vote = voting.counted()

    assert at_home(vote, 0).get(f"/r/v/{vote.pk}/result").status_code == 404


def test_a_vote_of_another_estate_is_no_page(at_home, running, voting):
    assert at_home(running, 0).get(f"/r/v/{running.pk + 1}").status_code == 404


def test_whoever_is_not_at_home_is_led_to_the_codes(client, running):
    assert client.get(f"/r/v/{running.pk}").url == "/r/in"


def test_large_type_is_kept(client):
    client.post("/r/large", {"back": "/r/in"})
    assert 'class="elder"' in client.get("/r/in").content.decode()
    client.post("/r/large", {"back": "https://elsewhere.example/"})
    assert 'class="elder"' not in client.get("/r/in").content.decode()


def test_the_pages_speak_english(at_home, running):
    client = at_home(running, 0)
    client.cookies["language"] = "en"

    assert "Your weight" in client.get(f"/r/v/{running.pk}").content.decode()
