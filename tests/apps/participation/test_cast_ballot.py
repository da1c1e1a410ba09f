"""Ballots: in time, once, corrected by a further one, never changed."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from jiugai.apps.accounts.rows import of_household, scope
from jiugai.apps.audit.models import Line
from jiugai.apps.participation.models import Ballot, Mark, RollFlat
from jiugai.apps.participation.votes.casting import leaf
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.participation.conftest import CLOSES, NOON, OPENS

pytestmark = pytest.mark.django_db


def test_a_ballot_is_a_row_and_a_line_of_the_record_without_its_mark(voting):
    ballot = voting.cast(voting.opened(), 0)

    with scope(DISTRICT):
        line = Line.objects.get(subject="participation.ballot")
    assert line.detail == {"leaf": leaf(ballot), "vote": ballot.vote_id}
    assert line.by is None


def test_a_correction_names_the_former_and_both_stay(voting):
    vote = voting.opened()
    first = voting.cast(vote, 0)
    second = voting.cast(vote, 0, Mark.OPPOSE, at=NOON + timedelta(hours=1))

    assert second.revokes_id == first.pk
    with scope(DISTRICT):
        assert Ballot.objects.count() == 2


def test_the_same_form_sent_again_is_the_same_ballot(voting):
    vote = voting.opened()

    assert voting.cast(vote, 0) == voting.cast(vote, 0, at=NOON + timedelta(seconds=1))
    with scope(DISTRICT):
        assert Ballot.objects.count() == 1


@pytest.mark.parametrize(
    ("at", "words"),
    [(OPENS - timedelta(seconds=1), "还没有开始"), (CLOSES + timedelta(seconds=1), "截止")],
)
def test_a_ballot_out_of_time_is_refused(voting, at, words):
    vote = voting.opened()

    with pytest.raises(Refusal, match=words):
        voting.cast(vote, 0, at=at)


@pytest.mark.parametrize("at", [OPENS, CLOSES])
def test_the_first_and_the_last_second_count(voting, at):
    assert voting.cast(voting.opened(), 0, at=at).pk


def test_a_paper_that_was_handed_in_before_the_ballot_online_does_not_replace_it(voting):
    vote = voting.opened()
    voting.cast(vote, 0)

    with pytest.raises(Refusal, match="更晚的票"):
        voting.cast(vote, 0, Mark.OPPOSE, at=NOON - timedelta(minutes=1))


@pytest.mark.parametrize("change", ["UPDATE {} SET mark = 2", "DELETE FROM {}"])
def test_the_database_refuses_to_change_or_remove_a_ballot(voting, change):
    voting.cast(voting.opened(), 0)

    refused = pytest.raises(ProgrammingError)
    with refused, scope(DISTRICT), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change.format("participation_ballot"))


def test_the_database_refuses_a_second_first_ballot(voting):
    ballot = voting.cast(voting.opened(), 0)
    ballot.pk = None
    ballot.receipt = "0" * 12

    with pytest.raises(IntegrityError, match="no_ballot_twice"), scope(DISTRICT):
        ballot.save(force_insert=True)


def test_a_household_at_work_sees_its_own_ballot_only(voting):
    vote = voting.opened()
    mine = voting.cast(vote, 0)
    voting.cast(vote, 1)

    with scope(DISTRICT), of_household(mine.household_id):
        assert list(Ballot.objects.values_list("pk", flat=True)) == [mine.pk]
        assert RollFlat.objects.count() == 1
        with of_household(0):
            assert Ballot.objects.count() == 2
        assert Ballot.objects.count() == 1


def test_a_cancelled_vote_takes_no_ballot(voting):
    from jiugai.apps.participation.votes import services

    vote = voting.opened()
    with scope(DISTRICT):
        services.cancel(pk=vote.pk, why="方案要重做", by=voting.clerk, on=OPENS.date())

    with pytest.raises(Refusal):
        voting.cast(vote, 0)
