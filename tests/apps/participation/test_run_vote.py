"""A vote from its draft to its published result, and everything that is refused on the way."""

from datetime import timedelta

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import Mark, Vote
from jiugai.apps.participation.votes import services
from jiugai.apps.participation.votes.counting import standing_of
from jiugai.apps.participation.votes.meeting import publication_of
from jiugai.apps.participation.votes.rolls import draft_of
from jiugai.apps.participation.votes.shown import kept, shown
from jiugai.apps.registry.models import Building, Household
from jiugai.kernel.errors import Refusal
from tests.apps.conftest import DISTRICT
from tests.apps.participation.conftest import CLOSES, NOON, OPENS

pytestmark = pytest.mark.django_db


def spoil(what):
    """Make the register wrong in one way."""
    with scope(DISTRICT):
        one = Household.objects.order_by("id").first()
        if what == "area":
            one.facts = {}
        elif what == "owner":
            one.owner = None
        elif what == "count":
            Building.objects.update(facts={"household_count": 9})
        one.save()


@pytest.mark.parametrize(
    ("what", "title"),
    [("area", "没有专有部分面积"), ("owner", "没有业主"), ("count", "户数对不上")],
)
def test_a_roll_that_does_not_add_up_is_named_and_refused(voting, what, title):
    vote = voting.drafted()
    spoil(what)

    with scope(DISTRICT):
        assert [one.title for one in draft_of(vote).problems] == [title]
        with pytest.raises(Refusal, match="名册"):
            services.open_vote(pk=vote.pk, by=voting.clerk, at=OPENS)


def test_an_area_that_was_declared_must_be_that_of_the_roll(voting):
    vote = voting.drafted(area_total_dm2=60_301)

    with scope(DISTRICT):
        (problem,) = draft_of(vote).problems
    assert problem.where == ("名册合计 603.00 ㎡，申报 603.01 ㎡，相差 0.01 ㎡",)


def test_owners_who_share_a_flat_are_on_the_roll(voting):
    with scope(DISTRICT):
        one = Household.objects.order_by("id").first()
        one.owner = "张三、李四"
        one.save()
    vote = voting.opened()

    with scope(DISTRICT):
        assert vote.roll.get(number=0).owners == 2
        assert sum(standing_of(vote).sides[0].count.heads) == 12


def test_what_changes_after_the_opening_does_not_change_the_roll(voting):
    vote = voting.opened()
    spoil("area")

    with scope(DISTRICT):
        assert vote.frozen_roll.area_dm2 == 60_300
        assert sum(standing_of(vote).sides[0].count.area) == 60_300


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"uses_city_system": False}, "市级电子投票系统.*35③"),
        ({"noticed_on": (OPENS - timedelta(days=14)).date()}, "提前够天数.*35④"),
        ({"noticed_on": None}, "35④"),
    ],
)
def test_the_meeting_rules_of_the_place_hold_before_it_opens(voting, said, words):
    with pytest.raises(Refusal, match=words):
        voting.opened(**said)


def test_on_paper_alone_no_city_system_is_asked_for(voting):
    assert voting.opened(uses_city_system=False, is_online=False).state == Vote.State.OPEN


def test_a_lift_is_not_for_the_whole_estate_to_decide(voting):
    with pytest.raises(Refusal, match="本单元或本栋楼"):
        voting.drafted(matter="lift")


def test_how_it_stands_is_exact_and_says_what_is_missing(voting):
    vote = voting.opened()
    for number in range(7):
        voting.cast(vote, number)

    with scope(DISTRICT):
        standing = standing_of(vote)
    (side,) = standing.sides
    assert side.count.area[Mark.AGREE] == 7 * 5025
    assert side.count.heads[Mark.AGREE] == 7
    assert not side.carried
    assert "50.25 平方米" in shown(side).needed
    assert [int(sum(count.heads)) for _name, count in standing.buildings] == [4, 4, 4]


def test_a_vote_is_carried_and_says_why(voting):
    vote = voting.counted(agree=9, oppose=1)

    assert vote.result.is_carried
    (side,) = kept(vote.result.content)
    assert side.carried
    assert [line.met for line in side.lines] == [True] * 4
    assert "CC 278" in vote.result.content["outcomes"][0]["because"][0]


def test_without_two_thirds_taking_part_it_is_not_carried_though_all_agree(voting):
    vote = voting.counted(agree=7, oppose=0)

    assert not vote.result.is_carried


def test_exactly_two_thirds_are_enough_to_take_part(voting):
    assert voting.counted(agree=8, oppose=0).result.is_carried


@pytest.mark.parametrize(("agree", "carried"), [(9, True), (8, False)])
def test_three_quarters_are_asked_for_common_parts(voting, agree, carried):
    vote = voting.counted(agree=agree, oppose=12 - agree, matter="change_use")

    assert vote.result.is_carried is carried


def test_each_unit_decides_for_itself(voting):
    vote = voting.counted(agree=4, oppose=4, matter="lift", body="unit")

    outcomes = vote.result.content["outcomes"]
    assert [one["carried"] for one in outcomes] == [True, False, False]


def test_it_is_not_counted_before_its_end(voting):
    vote = voting.opened()

    with scope(DISTRICT), pytest.raises(Refusal, match="才截止"):
        services.count(pk=vote.pk, by=voting.clerk, at=CLOSES)


def test_the_result_is_due_in_three_days_and_published_once(voting):
    vote = voting.counted()

    with scope(DISTRICT):
        due = publication_of(vote)
        assert (due.days, str(due.clause)) == (3, "BPM 37②")
        assert due.due == CLOSES.date() + timedelta(days=3)
        services.publish(pk=vote.pk, by=voting.clerk, on=CLOSES.date())
        with pytest.raises(Refusal):
            services.publish(pk=vote.pk, by=voting.clerk, on=CLOSES.date())


def test_once_open_the_question_stays(voting):
    from tests.apps.participation.conftest import SAID

    vote = voting.opened()
    with scope(DISTRICT), pytest.raises(Refusal, match="不能再改"):
        services.redraft(pk=vote.pk, said=SAID, by=voting.clerk, on=OPENS.date())


def test_a_corrected_ballot_counts_as_its_last(voting):
    vote = voting.opened()
    voting.cast(vote, 0)
    voting.cast(vote, 0, Mark.OPPOSE, at=NOON + timedelta(minutes=1))

    with scope(DISTRICT):
        (side,) = standing_of(vote).sides
    assert (side.count.heads[Mark.AGREE], side.count.heads[Mark.OPPOSE]) == (0, 1)
