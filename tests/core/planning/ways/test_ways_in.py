"""Ways in are answered one by one, in an order, and said in words."""

import json
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from jiugai.kernel.source import Clause
from jiugai.kernel.verdict import Verdict
from jiugai.planning.answers.ways.by_rule import by_rule
from jiugai.planning.answers.ways.margin import EFFORTS, effort_for
from jiugai.planning.answers.ways.way import (
    EvidenceWay,
    How,
    MoneyWay,
    NeighbourWay,
    Proof,
    ScoreWay,
    WayIn,
)
from jiugai.planning.answers.ways.words import cheapest_text, way_text
from jiugai.planning.answers.ways_in import ways_by_rule
from jiugai.planning.output.files import plan_files, plan_json
from jiugai.planning.output.ways import ways_json
from jiugai.planning.pool.candidates import LeftOut, Why
from jiugai.planning.pool.standing import Standing
from jiugai.policy.rule import Topic
from tests.core.planning.build import YEARS, estate, plan, yearly
from tests.core.planning.ways.build import WEIGHTS, answered

THREE = [estate("a", 6, score=50), estate("b", 6, score=40), estate("c", 5, score=10)]
MONEY = yearly(6, 6)


def test_the_rest_of_the_cost_is_to_be_paid_where_no_room_can_be_made():
    _solution, (way,) = answered(THREE, MONEY)

    assert way.estate == "c"
    assert way.money.at_most == way.money.at_least == 5_000_000
    assert way.money.paid == (5_000_000, 0, 0)
    # It takes the place of b in 2027, which is worth 40 points to it.
    assert way.score.at_most == way.score.at_least == 3_000
    assert way.score.year == 2027
    assert way.evidence is None
    assert list(way.open()) == [How.MONEY, How.SCORE]


def test_a_neighbour_brings_in_who_earns_the_reward_with_it():
    given = [estate("a", 6, score=60), estate("j", 3, score=24), estate("k", 3, score=24)]
    _solution, (first, second) = answered(given, yearly(6, 0), [(1, 2)])

    # Together they are worth 24 + 24 and 3/7 of 24; alone in the plan is a, with 60.
    assert first.neighbours == (NeighbourWay("k", "k小区", 2026, 60_000 - 58_286),)
    assert second.neighbours == (NeighbourWay("j", "j小区", 2026, 60_000 - 58_286),)
    assert first.cheapest is How.NEIGHBOUR


def test_time_that_runs_out_leaves_what_the_prices_prove_and_says_so():
    _solution, (solved,) = answered(THREE, MONEY)
    _solution, (priced,) = answered(THREE, MONEY, seconds=0.0)

    assert solved.is_solved
    assert not priced.is_solved
    assert priced.money.at_most is None
    assert priced.money.at_least <= solved.money.at_most
    assert priced.score.at_least <= solved.score.at_most
    assert priced.cheapest is None
    assert "求解时间用完" in cheapest_text(priced)


def test_the_same_question_has_the_same_answer():
    assert answered(THREE, MONEY)[1] == answered(THREE, MONEY)[1]


def test_an_empty_plan_asks_nothing():
    assert answered(THREE[:1], MONEY)[1] == ()


def test_there_is_always_some_effort():
    assert effort_for(0.0) == EFFORTS[-1][1]
    assert effort_for(10.0) == EFFORTS[0][1]


def standing(topic, title="规模", missing=("household_count",)):
    clause = Clause("xc18", "二(一)1")
    return Standing("xc18.size", title, topic, Verdict.UNKNOWN, (clause,), missing)


@pytest.mark.parametrize(
    ("why", "more", "said"),
    [
        (Why.SCOPE, {}, "规则明确不纳入"),
        (Why.BUILDINGS, {}, "至少一栋楼不再被规则排除"),
        (
            Why.EVIDENCE,
            {"unproven": (standing(Topic.SCOPE),)},
            "补报户数后即可参加编排（规则 xc18.size",
        ),
        (Why.NO_COST, {}, "补填基础类投资后即可参加编排"),
        (Why.WINDOW, {}, "把可选年份改到 2026–2027 年之内"),
        (
            Why.WINDOW,
            {"shut": (standing(Topic.GATE, "业主表决"),)},
            "先满足业主表决（XC18 二(一)1）",
        ),
        (Why.BEGUN, {}, "已在上一份计划中开工"),
        (Why.EXCLUDED, {}, "取消排除"),
    ],
)
def test_whom_a_rule_keeps_out_is_told_what_must_come_first(why, more, said):
    out = LeftOut(estate("a", None, 3, **more), why, "…")
    (way,) = ways_by_rule([out], YEARS)

    assert by_rule(out, YEARS).startswith(said)
    assert way.cheapest is How.RULE
    assert cheapest_text(way) == by_rule(out, YEARS)
    assert ways_json(way)["ways_in"]["cheapest"] == "rule"


@pytest.mark.parametrize("why", [Why.MONEY, Why.CAPACITY, Why.DEMANDS])
def test_whom_others_outbid_no_rule_keeps_out(why):
    assert by_rule(LeftOut(estate("a", 3), why, ""), YEARS) == ""


OLD = Proof("elderly", ("elderly_share",), 0.62, "老年人口占比达到 31% 以上")
ALL = WayIn(
    "a",
    money=MoneyWay(123_450_001, 120_009_999, 2027),
    score=ScoreWay(135, 120, 5_000, 2027),
    evidence=EvidenceWay(
        (Proof("elderly", ("elderly_share",), 0.6, "老年人口占比达到 31% 以上"),), 200
    ),
    neighbours=(NeighbourWay("b", "乙小区", 2027, 12_340), NeighbourWay("c", "丙小区", 2026, 0)),
)


def test_ways_come_cheapest_first():
    assert list(ALL.open()) == [How.EVIDENCE, How.NEIGHBOUR, How.MONEY, How.SCORE]
    assert cheapest_text(ALL) == "补报证据即可列入：老年人口占比达到 31% 以上"


def test_every_way_is_said_in_a_sentence():
    assert way_text(ALL, How.NEIGHBOUR) == (
        "若邻近的乙小区同列 2027 年即可列入（全计划效益少 12.3）；"
        "若邻近的丙小区同列 2026 年即可列入（全计划效益不减）"
    )
    # What is enough is rounded up, what is needed down.
    assert way_text(ALL, How.MONEY) == (
        "自筹 123.46 万元（可付任何一类，含基础类）即可列入 2027 年（至少须 120.00 万元）"
    )
    assert way_text(ALL, How.SCORE) == "评分再高 1.35 分即可列入（至少须 1.20 分）"


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (MoneyWay(0, 0, 2027), "不必自筹"),
        (MoneyWay(5_000_000, 5_000_000, 2027), "已证明不能更少"),
        (MoneyWay(5_000_000, 0, 2027), "更少是否可行，未能证明"),
        (MoneyWay(None, None), "自筹全部投资也不能列入（已证明）"),
        (MoneyWay(None, 5), "没有找到靠自筹列入的排法"),
    ],
)
def test_money_is_said_with_what_is_proven(way, said):
    assert said in way_text(WayIn("a", money=way), How.MONEY)


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (ScoreWay(0, 0, 5, 2027), "评分不必再高"),
        (ScoreWay(5, 5, 5, 2027), "已证明不能更少"),
        (ScoreWay(5, 0, 5, 2027), "更少是否可行，未能证明"),
        (ScoreWay(None, None, 5), "评分升到 100 分也不能列入（已证明）"),
        (ScoreWay(None, 3, 5), "没有找到靠评分列入的排法"),
    ],
)
def test_a_score_is_said_with_what_is_proven(way, said):
    assert said in way_text(WayIn("a", score=way), How.SCORE)


def test_no_way_at_all_is_said():
    none = WayIn("a", money=MoneyWay(None, None), score=ScoreWay(None, None, 5))

    assert cheapest_text(none).endswith("须放宽限额或要求")
    assert cheapest_text(replace(none, money=MoneyWay(None, 5))) == "没有找到靠自筹列入的排法"


def test_the_files_of_a_plan_tell_the_ways_in():
    made = plan(THREE, MONEY, weights=WEIGHTS, ways=60.0)
    (out,) = json.loads(plan_json(made))["left_out"]

    assert out["ways_in"]["cheapest"] == "money"
    assert out["ways_in"]["says"] == cheapest_text(made.ways[0])
    assert out["ways_in"]["money"] == {
        "year": made.ways[0].money.year,
        "classes": ["basic"],
        "at_most_wan": "5",
        "at_least_wan": "5",
        "paid_wan": {"basic": "5"},
    }


def test_a_plan_without_ways_says_nothing_of_them():
    assert "ways_in" not in plan_json(plan(THREE, MONEY))


def test_the_workbook_shows_every_way_of_who_is_left_out(tmp_path):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(plan_files(plan(THREE, MONEY, weights=WEIGHTS, ways=60.0))["plan.xlsx"])
    head, row = CalamineWorkbook.from_path(path).get_sheet_by_name("未列入").to_python()
    shown = dict(zip(head, row, strict=True))

    assert shown["自筹"].startswith("自筹 5.00 万元")
    assert shown["评分"].startswith("评分再高 30.00 分")
    assert shown["最省的列入办法"] == shown["自筹"]


def test_without_candidates_there_are_no_ways():
    assert answered([], MONEY)[1] == ()
