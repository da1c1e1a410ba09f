"""What a tally concludes, under the law of the day and under every other reading."""

from datetime import date
from fractions import Fraction

import pytest

from jiugai.consent.electorate import Body
from jiugai.consent.question import Question
from jiugai.consent.tally import tally
from jiugai.consent.thresholds import Matter, StillNeeded
from jiugai.kernel.errors import InputError, UsageError
from jiugai.policy.law import law_of
from tests.core.consent.build import a_roll, some_ballots

DAY = date(2026, 6, 1)


def flats(count, **more):
    return [
        {"building": "1", "unit": str(1 + n // 4), "door": str(101 + n), "area": "50"}
        | {"owner": f"业主{n}", **more}
        for n in range(count)
    ]


def ballots(agree, oppose=0):
    marks = ["同意"] * agree + ["反对"] * oppose
    return some_ballots(
        *(
            {"building": "1", "unit": str(1 + n // 4), "door": str(101 + n), "mark": mark}
            for n, mark in enumerate(marks)
        )
    )


def outcome(roll, cast, matter=Matter.HIRE_COMPANY, place="11", day=DAY, readings=(), **asked):
    law = law_of(place, day, readings=dict(readings))
    (found,) = tally(roll, cast, law, Question(matter, **asked)).outcomes
    return found


def other(found, reading, option):
    (one,) = [a for a in found.alternatives if (a.reading, a.option) == (reading, option)]
    return one


@pytest.mark.parametrize(
    ("agree", "oppose", "carried", "needed"),
    [
        (5, 2, True, StillNeeded(0, 0)),
        (5, 3, True, StillNeeded(0, 0)),
        (4, 4, False, StillNeeded(1, 1)),
        (7, 0, True, StillNeeded(0, 0)),
        (5, 0, False, StillNeeded(5000, 1)),
        (1, 8, False, StillNeeded(None, None)),
    ],
)
def test_two_thirds_must_take_part_and_more_than_half_agree(agree, oppose, carried, needed):
    found = outcome(a_roll(*flats(9)), ballots(agree, oppose))

    assert found.carried == carried
    assert found.needed == needed


def test_the_thresholds_of_the_day_apply():
    roll, cast = a_roll(*flats(9)), ballots(6, 1)
    now = outcome(roll, cast, Matter.REBUILD)
    then = outcome(roll, cast, Matter.REBUILD, day=date(2020, 12, 31))

    assert (now.carried, then.carried) == (True, True)
    assert [str(one.threshold) for one in now.requirements] == ["2/3", "2/3", "3/4", "3/4"]
    assert [str(one.threshold) for one in then.requirements] == ["2/3", "2/3"]
    assert str(then.finding.rule.clause) == "PMR 11(六)"


def test_a_vote_across_the_change_of_law_shows_both():
    roll, cast = a_roll(*flats(9)), ballots(4, 3)
    before = law_of("11", date(2020, 12, 1))
    found = outcome(roll, cast, day=date(2021, 1, 1), other_law=before)

    assert found.carried
    assert other(found, "cc.transition", "started").carried is False


def test_the_start_of_a_vote_is_asked_for_where_it_is_not_known():
    found = outcome(a_roll(*flats(9)), ballots(6))

    assert other(found, "cc.transition", "started").carried is None
    assert "--started" in other(found, "cc.transition", "started").why


def test_another_count_of_heads_may_turn_the_result():
    rows = [*flats(4), *({"building": "2", "door": str(n), "area": "60", "owner": "大户"}
                         for n in range(4))]  # fmt: skip
    found = outcome(a_roll(*rows), ballots(3, 1), readings={"cc.several_flats": "per_flat"})

    assert not found.carried
    assert other(found, "cc.several_flats", "one_head").differs is False
    assert found.vote.facts["heads_total"] == 8


def test_the_developer_is_one_head_with_all_its_area():
    rows = [*flats(2), *flats(3, unsold="是", owner="建设公司")]
    for n, row in enumerate(rows):
        row["door"] = str(n)
    found = outcome(a_roll(*rows), some_ballots({"voter": "建设公司", "mark": "同意"}))

    assert found.vote.facts["heads_total"] == 3
    assert (found.vote.facts["area_agreeing"], found.vote.facts["heads_agreeing"]) == (15000, 1)


def test_shares_of_a_flat_are_counted_exactly_where_every_owner_is_a_head():
    roll = a_roll({"door": "1", "area": "80.00", "owner": "甲", "co_owners": "乙1/3、丙1/3"})
    cast = some_ballots({"door": "1", "voter": "乙", "mark": "同意"})
    found = outcome(roll, cast, readings={"cc.joint_owners": "each"})

    assert found.count.area[1] == Fraction(8000, 3)
    assert found.vote.per == 3
    assert found.vote.facts["area_agreeing"] == 8000
    assert found.vote.facts["area_total"] == 24000


def test_silence_follows_the_majority_only_by_the_rules_and_only_if_served():
    rows = [row | {"served": "是" if n < 8 else "否"} for n, row in enumerate(flats(9))]
    roll, by_rules = a_roll(*rows, served=True), {"cc.unreturned": "by_rules"}
    found = outcome(roll, ballots(2, 1), readings=by_rules)

    assert found.carried
    assert found.vote.facts["heads_agreeing"] == 7
    assert other(found, "cc.unreturned", "absent").differs is True


def test_silence_follows_nobody_where_nobody_leads():
    roll = a_roll(*(row | {"served": "是"} for row in flats(9)), served=True)
    found = outcome(roll, ballots(2, 2), readings={"cc.unreturned": "by_rules"})

    assert found.vote.followed is None
    assert found.vote.facts["heads_voting"] == 4


def test_following_the_majority_needs_to_know_who_was_served():
    with pytest.raises(UsageError, match="送达"):
        outcome(a_roll(*flats(3)), ballots(2), readings={"cc.unreturned": "by_rules"})


def test_a_lift_is_decided_unit_by_unit():
    law = law_of("11", DAY)
    question = Question(Matter.LIFT, body=Body.UNIT)
    found = tally(a_roll(*flats(8)), ballots(7, 1), law, question).outcomes

    assert [(one.body, one.carried) for one in found] == [
        ("1 号楼 1 单元", True),
        ("1 号楼 2 单元", True),
    ]
    estate = tally(a_roll(*flats(8)), ballots(8), law, Question(Matter.LIFT)).outcomes[0]
    assert not estate.carried


def test_units_must_be_known_to_vote_by_unit():
    roll = a_roll({"building": "1", "door": "1", "area": "50", "owner": "甲"})
    with pytest.raises(InputError, match="第 2 行"):
        outcome(roll, ballots(1), Matter.LIFT, body=Body.UNIT)


def test_the_decision_is_published_within_the_days_of_the_place():
    cast = ballots(6)
    beijing = tally(a_roll(*flats(9)), cast, law_of("11", DAY), Question(Matter.OTHER))
    country = tally(a_roll(*flats(9)), cast, law_of("4102", DAY), Question(Matter.OTHER))

    assert beijing.publication.due == date(2026, 6, 4)
    assert str(beijing.publication.clause) == "BPM 37②"
    assert country.publication is None
