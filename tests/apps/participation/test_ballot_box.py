"""The ballot box: who comes while others are written down shares the next commit."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.participation.models import Ballot, Helper, Mark, ResidentSession
from jiugai.apps.participation.residents.box import hand_in
from jiugai.apps.participation.residents.slot import PATH
from jiugai.apps.registry.models import Household
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db


def ballots():
    with scope(DISTRICT):
        return list(Ballot.objects.order_by("id"))


def test_the_slot_is_where_households_vote():
    assert PATH.fullmatch(reverse("participation:my_vote", args=[17]))[1] == "17"


def test_a_ballot_is_kept_for_the_flat_of_its_session(voting):
    vote = voting.running()
    kept = hand_in(voting.slip(vote, voting.token(vote, 3), Mark.OPPOSE))

    assert ballots() == [kept]
    assert (kept.flat.number, kept.mark) == (3, Mark.OPPOSE)
    with scope(DISTRICT):
        assert Line.objects.filter(subject="participation.ballot").count() == 1


def test_a_correction_through_the_box_names_the_former(voting):
    vote = voting.running()
    token = voting.token(vote, 0)
    first, again = hand_in(voting.slip(vote, token)), hand_in(voting.slip(vote, token))
    second = hand_in(voting.slip(vote, token, Mark.ABSTAIN))

    assert first == again
    assert second.revokes_id == first.pk


@pytest.mark.parametrize("said", [{"is_online": False}, {}], ids=["on paper", "another's vote"])
def test_what_is_refused_goes_the_long_way(voting, said):
    vote = voting.running(**said)
    token = voting.token(vote, 0)
    if not said:
        vote.pk += 1

    assert hand_in(voting.slip(vote, token)) is None
    assert not ballots()


def test_a_session_that_is_over_or_that_never_was_keeps_nothing(voting):
    vote = voting.running()
    token = voting.token(vote, 0)
    ResidentSession.objects.update(ended_at=timezone.now())

    assert hand_in(voting.slip(vote, token)) is None
    assert hand_in(voting.slip(vote, "guessed")) is None
    assert not ballots()


def test_who_acts_for_a_household_does_not_vote_for_it(voting):
    vote = voting.running()
    with scope(DISTRICT):
        household = Household.objects.get(pk=vote.roll.get(number=0).household_id)
        helper = Helper.objects.create(
            household=household, division=household.division, name="女儿", relation="女儿",
            purpose="代看", until=timezone.localdate(), agreed="同意", digest="0" * 64,
            given_at=timezone.now(),
        )  # fmt: skip

    assert hand_in(voting.slip(vote, voting.token(vote, 0, helper=helper))) is None
    assert not ballots()


def test_a_form_that_is_not_ours_casts_nothing(voting):
    vote = voting.running()
    client = Client(enforce_csrf_checks=True)
    client.cookies["household"] = voting.token(vote, 0)
    form = {"mark": "1", "confirmed": "1"}

    assert client.post(f"/r/v/{vote.pk}", form).status_code == 403
    assert not ballots()
    client.cookies["csrftoken"] = "a" * 32
    kept = client.post(f"/r/v/{vote.pk}", form | {"csrfmiddlewaretoken": "a" * 32})
    assert kept["Location"] == f"/r/v/{vote.pk}/receipts/{ballots()[0].receipt}"


def test_a_host_that_is_not_ours_is_refused(voting):
    vote = voting.running()
    client = Client(headers={"host": "elsewhere.example"})
    client.cookies["household"] = voting.token(vote, 0)

    assert client.post(f"/r/v/{vote.pk}", {"mark": "1", "confirmed": "1"}).status_code == 400
    assert not ballots()
