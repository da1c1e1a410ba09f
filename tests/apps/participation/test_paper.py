"""Paper ballots: typed by two people, made where both read the same."""

from datetime import timedelta

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import Ballot, Channel, Mark, PaperEntry, RollFlat
from jiugai.apps.participation.votes import services
from jiugai.apps.participation.votes.paper import Sheet, enter, open_mismatches
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.participation.conftest import CLOSES, NOON

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=2)


def typed(voting, vote, who, mark=Mark.AGREE, number=0, **more):
    """Type one paper ballot as somebody."""
    sheet = Sheet(mark, Channel.PAPER, more.pop("handed_in_at", NOON), **more)
    with scope(DISTRICT):
        flat = RollFlat.objects.get(vote=vote, number=number)
        return enter(flat=flat, sheet=sheet, by=voting.people[who], at=LATER)


def test_one_reading_makes_no_ballot_and_two_that_agree_do(voting):
    vote = voting.opened()

    assert typed(voting, vote, "clerk").ballot is None
    ballot = typed(voting, vote, "district_officer").ballot

    assert (ballot.mark, ballot.channel, ballot.at) == (Mark.AGREE, "paper", NOON)
    with scope(DISTRICT):
        assert open_mismatches(vote) == []


def test_the_same_person_twice_is_one_reading(voting):
    vote = voting.opened()
    typed(voting, vote, "clerk")

    assert typed(voting, vote, "clerk").ballot is None


def test_a_mismatch_is_found_and_settled_by_whoever_misread(voting):
    vote = voting.opened()
    typed(voting, vote, "clerk")
    second = typed(voting, vote, "district_officer", Mark.OPPOSE)

    assert second.ballot is None
    with scope(DISTRICT):
        (mismatch,) = open_mismatches(vote)
    assert mismatch.differs
    assert typed(voting, vote, "clerk", Mark.OPPOSE).ballot.mark == Mark.OPPOSE
    with scope(DISTRICT):
        assert open_mismatches(vote) == []
        assert PaperEntry.objects.count() == 3


def test_nothing_is_counted_while_a_paper_waits_for_its_second_reader(voting):
    vote = voting.opened()
    typed(voting, vote, "clerk")

    with scope(DISTRICT), pytest.raises(Refusal, match="没有核对一致"):
        services.count(pk=vote.pk, by=voting.clerk, at=CLOSES + timedelta(minutes=1))


def test_a_proxy_needs_a_document(voting):
    with pytest.raises(Refusal, match="委托书"):
        typed(voting, voting.opened(), "clerk", proxy="王五")


def test_a_proxy_with_a_document_is_counted(voting):
    vote = voting.opened()
    for who in ("clerk", "district_officer"):
        made = typed(voting, vote, who, proxy="王五", document="委-1")
    with scope(DISTRICT):
        done = services.count(pk=vote.pk, by=voting.clerk, at=CLOSES + timedelta(minutes=1))
        ballot = Ballot.objects.select_related("paper").get()

    assert made.ballot == ballot
    assert ballot.paper.proxy.opened == "王五"
    assert done.result.content["ballots"]["counted"] == 1
    assert ballot.paper.document == "委-1"


@pytest.mark.parametrize("off", [timedelta(days=-5), timedelta(days=20), timedelta(hours=3)])
def test_a_paper_handed_in_out_of_time_or_in_the_future_is_refused(voting, off):
    with pytest.raises(Refusal):
        typed(voting, voting.opened(), "clerk", handed_in_at=NOON + off)


def test_a_paper_from_before_the_ballot_online_is_kept_and_does_not_count(voting):
    vote = voting.opened()
    typed(voting, vote, "clerk", Mark.OPPOSE)
    voting.cast(vote, 0, at=NOON + timedelta(minutes=5))

    with pytest.raises(Refusal, match="更晚的票"):
        typed(voting, vote, "district_officer", Mark.OPPOSE)
