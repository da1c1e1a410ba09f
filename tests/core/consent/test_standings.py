"""Every ballot has a standing, and what is not counted says why."""

from datetime import date, datetime

import pytest

from jiugai.consent.question import Question
from jiugai.consent.standing import ADVICE, TITLES, Standing
from jiugai.consent.tally import tally
from jiugai.consent.thresholds import Matter
from jiugai.consent.validity import Window
from jiugai.kernel.errors import UsageError
from jiugai.policy.law import law_of
from tests.core.consent.build import a_roll, some_ballots

LAW = law_of("11", date(2026, 6, 1))
ROLL = a_roll(
    {"building": "1号楼", "unit": "1单元", "door": "101室", "area": "80", "owner": "甲"},
    {"building": "1", "unit": "1", "door": "102", "area": "80", "owner": "乙", "co_owners": "丙"},
    {"building": "1", "unit": "1", "door": "201", "area": "80.5", "owner": "甲"},
    {"number": "110101 001", "area": "80", "owner": "丁", "undelivered": "是"},
    {
        "building": "1", "unit": "1", "door": "203", "area": "80", "owner": "戊",
        "co_owners": "己1/3", "speaker": "己",
    },
    {"building": "1", "unit": "1", "door": "204", "area": "80", "unsold": "是", "kind": "车位"},
)  # fmt: skip
MAY = {"opens": datetime(2026, 5, 1), "closes": datetime(2026, 5, 10, 18)}  # noqa: DTZ001


def at(door, **more):
    return {"building": "1", "unit": "1", "door": door, "mark": "同意", **more}


def standings(*rows, readings=(), files=("票.csv",), by_item=None, **asked):
    law = law_of("11", date(2026, 6, 1), readings=dict(readings))
    matter = None if by_item else Matter.HIRE_COMPANY
    question = Question(matter, by_item=by_item or {}, **asked)
    found = tally(ROLL, some_ballots(*rows, files=files), law, question).standing
    return [Standing(code) for code in found]


@pytest.mark.parametrize(
    ("ballot", "expected"),
    [
        (at("101"), Standing.COUNTED),
        (at("101", voter="甲"), Standing.COUNTED),
        ({"voter": "甲", "mark": "赞成"}, Standing.COUNTED),
        ({"number": "110101001", "mark": "弃权", "voter": "建设单位"}, Standing.COUNTED),
        ({"number": "110101001", "mark": "弃权", "voter": "丁"}, Standing.NOT_ENTITLED),
        (at("999"), Standing.BEYOND_ROLL),
        ({"voter": "路人", "mark": "同意"}, Standing.BEYOND_ROLL),
        (at("101", voter="路人"), Standing.NOT_OWNER),
        (at("101", number="110101001"), Standing.FLAT_CONTRADICTS),
        ({"mark": "同意"}, Standing.NO_FLAT),
        (at("101") | {"mark": ""}, Standing.INVALID_MARK),
        (at("101") | {"mark": "同意、反对"}, Standing.INVALID_MARK),
        (at("101", time="昨天"), Standing.BAD_TIME),
        (at("101", time="2026-06-02"), Standing.LATE),
        (at("101", time="2026-06-01"), Standing.COUNTED),
        (at("101", proxy="小甲"), Standing.PROXY_WITHOUT_DOCUMENT),
        (at("101", proxy="小甲", document="2026-7"), Standing.COUNTED),
        (at("203", voter="戊"), Standing.NOT_SPEAKER),
        (at("203", voter="己"), Standing.COUNTED),
        (at("203"), Standing.COUNTED),
        (at("204"), Standing.COUNTED),
    ],
)
def test_one_ballot(ballot, expected):
    assert standings(ballot) == [expected]


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("2026-04-30 23:59", Standing.EARLY),
        ("2026-05-01 00:00", Standing.COUNTED),
        ("2026-5-1", Standing.COUNTED),
        ("2026/5/10 18:00", Standing.COUNTED),
        ("2026-05-10 18:00:01", Standing.LATE),
        ("2026-05-10", Standing.TIME_UNCLEAR),
        ("", Standing.NO_TIME),
    ],
)
def test_a_window_is_kept_to_the_second(time, expected):
    window = Window(**MAY, told=True)
    assert standings(at("101", time=time), window=window) == [expected]


def test_what_the_reading_leaves_out_is_said():
    unsold = {"cc.developer_unsold": "left_out"}
    assert standings(at("204"), readings=unsold) == [Standing.LEFT_OUT]
    assert standings(at("204"), readings={"cc.parking": "left_out"}) == [Standing.LEFT_OUT]


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("last", [Standing.SUPERSEDED, Standing.COUNTED]),
        ("first", [Standing.COUNTED, Standing.SUPERSEDED]),
        ("void", [Standing.CONTRADICTED, Standing.CONTRADICTED]),
    ],
)
def test_no_ballot_counts_twice_whatever_the_channel(reading, expected):
    paper = at("101", time="2026-05-02 10:00", channel="纸质")
    online = at("101", time="2026-05-03 10:00", channel="网上", file=1) | {"mark": "反对"}

    found = standings(
        paper, online, readings={"cc.repeated_ballot": reading}, files=("纸质", "网上")
    )
    assert found == expected


def test_ballots_whose_order_nobody_knows_are_not_guessed():
    paper, online = at("101"), at("101", file=1) | {"mark": "反对"}
    assert standings(paper, online, files=("一", "二")) == [Standing.ORDER_UNKNOWN] * 2
    assert standings(paper, at("101", file=1), files=("一", "二")) == [
        Standing.SUPERSEDED,
        Standing.COUNTED,
    ]


def test_owners_of_one_flat_who_differ_took_part_and_did_not_agree():
    rows = at("102", voter="乙"), at("102", voter="丙") | {"mark": "反对"}
    assert standings(*rows) == [Standing.SPLIT] * 2
    left_out = {"cc.differing": "left_out"}
    assert standings(*rows, readings=left_out) == [Standing.SPLIT_LEFT_OUT] * 2


def test_a_proxy_speaks_for_no_more_than_the_rules_of_procedure_allow():
    rows = [at(door, proxy="小甲", document="1") for door in ("101", "201", "102", "203")]
    found = standings(*rows, proxy_limit=2)
    # The first two flats have one owner, co-owners of a flat are one as well.
    assert found == [Standing.COUNTED] * 3 + [Standing.PROXY_OVER_LIMIT]


def test_each_item_has_its_own_ballots():
    asked = {"电梯": Matter.LIFT, "物业": Matter.HIRE_COMPANY}
    rows = at("101", item="电梯"), at("101", item="物业"), at("101", item="别的"), at("101")
    found = standings(*rows, by_item=asked)
    assert found == [Standing.COUNTED] * 2 + [Standing.UNKNOWN_ITEM] * 2


def test_ballots_without_an_item_need_a_vote_on_one_thing():
    asked = {"电梯": Matter.LIFT, "物业": Matter.HIRE_COMPANY}
    with pytest.raises(UsageError, match="事项"):
        standings(at("101"), by_item=asked)


def test_namesakes_are_told_apart_by_their_number():
    roll = a_roll(
        {"door": "1", "area": "50", "owner": "甲", "owner_id": "A"},
        {"door": "2", "area": "60", "owner": "甲", "owner_id": "B"},
        ids=True,
    )
    cast = some_ballots(
        {"voter": "甲", "mark": "同意"},
        {"voter_id": "B", "mark": "同意"},
        {"door": "1", "voter": "甲", "mark": "反对"},
    )
    result = tally(roll, cast, LAW, Question(Matter.OTHER))

    expected = [Standing.OWNER_AMBIGUOUS, Standing.COUNTED, Standing.COUNTED]
    assert [Standing(code) for code in result.standing] == expected
    assert result.outcomes[0].vote.facts["heads_total"] == 2


def test_every_standing_has_a_title_and_every_problem_advice():
    assert set(TITLES) == set(Standing)
    assert set(Standing) - set(ADVICE) == {Standing.COUNTED, Standing.SUPERSEDED}
