"""Who may enter a plan, and who is told why not."""

from dataclasses import replace

import pytest

from jiugai.kernel.errors import InputError, Refusal
from jiugai.kernel.source import Clause
from jiugai.kernel.verdict import Verdict
from jiugai.planning.need.weights import Scoring, default_weights
from jiugai.planning.pool.candidates import Why
from jiugai.planning.pool.entry import build_pool
from jiugai.planning.pool.standing import Standing
from jiugai.policy.rule import Topic

YEARS = (2026, 2027, 2028)
OUT = Standing(
    "p14.scope", "2000年底前建成", Topic.SCOPE, Verdict.NOT_MET, (Clause("p14", "一(二)①"),)
)
OPEN = Standing(
    "p14.scope",
    "2000年底前建成",
    Topic.SCOPE,
    Verdict.UNKNOWN,
    (Clause("p14", "一(二)①"),),
    ("built_year",),
)
SHUT = Standing(
    "bj22.gate.asked", "问需在前", Topic.GATE, Verdict.NOT_MET, (Clause("bj22", "三(一)①"),)
)
WAITING = Standing("bj22.gate.risks", "风险排查在前", Topic.GATE, Verdict.UNKNOWN)


def row(id_="a", **facts):
    return {"estate_id": id_, "name": f"{id_}小区", "basic_cost": 100, **facts}


def pool(*rows, standings=None, **more):
    return build_pool(rows, standings or {}, years=YEARS, weights=default_weights(), **more)


def test_everybody_is_a_candidate_or_left_out_with_a_reason():
    found = pool(row("b"), row("a"), row("c"), standings={"c": [OUT]})

    assert [one.id for one in found.candidates] == ["a", "b"]
    assert [(one.estate.id, one.why) for one in found.left_out] == [("c", Why.SCOPE)]


def test_a_rule_that_puts_out_is_named_with_its_clause():
    (out,) = pool(row(), standings={"a": [OUT]}).left_out

    assert "p14.scope" in out.reason
    assert "P14 一(二)①" in out.reason


def test_missing_evidence_is_kept_and_flagged_unless_the_plan_is_strict():
    (kept,) = pool(row(), standings={"a": [OPEN]}).candidates
    (out,) = pool(row(), standings={"a": [OPEN]}, strict=True).left_out

    assert kept.unproven == (OPEN,)
    assert out.why is Why.EVIDENCE
    assert "建成年代" in out.reason


def test_a_gate_not_passed_shuts_only_the_first_year():
    (found,) = pool(row(), standings={"a": [SHUT]}).candidates

    assert found.years == (2027, 2028)
    assert found.shut == (SHUT,)


def test_a_gate_without_evidence_shuts_nothing_even_in_a_strict_plan():
    (found,) = pool(row(), standings={"a": [WAITING]}, strict=True).candidates

    assert found.years == YEARS
    assert found.waiting == (WAITING,)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"basic_cost": None}, "没有填写任何一类"),
        ({"basic_cost": 0}, "没有填写任何一类"),
        ({"basic_cost": None, "upgrading_cost": 5}, "没有填写基础类投资"),
    ],
)
def test_an_estate_without_costs_is_left_out_and_none_is_assumed(facts, words):
    (out,) = pool(row(**facts)).left_out

    assert out.why is Why.NO_COST
    assert words in out.reason


def test_a_basic_cost_of_nothing_lets_the_other_classes_in():
    (found,) = pool(row(basic_cost=0, improving_cost=7)).candidates

    assert found.offered == (True, True, False)


@pytest.mark.parametrize(
    ("facts", "years"),
    [
        ({}, YEARS),
        ({"earliest_year": 2027}, (2027, 2028)),
        ({"latest_year": 2026}, (2026,)),
        ({"earliest_year": 2027, "latest_year": 2027}, (2027,)),
        ({"earliest_year": 2020, "latest_year": 2040}, YEARS),
    ],
)
def test_years_are_those_inside_the_window(facts, years):
    assert pool(row(**facts)).candidates[0].years == years


def test_a_window_outside_the_plan_leaves_an_estate_out():
    (out,) = pool(row(earliest_year=2030)).left_out

    assert out.why is Why.WINDOW
    assert "2030" in out.reason


def test_a_gate_can_leave_no_year():
    (out,) = pool(row(latest_year=2026), standings={"a": [SHUT]}).left_out

    assert out.why is Why.WINDOW
    assert "BJ22 三(一)①" in out.reason


def test_years_in_the_wrong_order_are_refused_with_their_cell():
    with pytest.raises(
        InputError, match=r"台账 第 9 行 a小区（a）：最晚年份 2026 早于最早年份 2027"
    ):
        pool(
            row(earliest_year=2027, latest_year=2026),
            row("b"),
            where=lambda id_, fact: (
                f"台账 第 9 行{'' if (id_, fact) == ('a', 'latest_year') else '?'}"
            ),
        )


@pytest.mark.parametrize(
    ("facts", "standings", "words"),
    [
        ({}, [OUT], "不符合“2000年底前建成”"),
        ({"basic_cost": None}, [], "没有填写任何一类的投资"),
        ({"earliest_year": 2035}, [], "没有交集"),
        ({"latest_year": 2026}, [SHUT], "问需在前"),
    ],
)
def test_what_is_mandatory_and_cannot_be_is_refused(facts, standings, words):
    with pytest.raises(Refusal, match=words):
        pool(row(mandatory=True, **facts), standings={"a": standings})


def test_a_ranking_shows_what_would_stop_a_plan_and_refuses_nothing():
    found = pool(
        row("a", mandatory=True, latest_year=2020),
        row("b", basic_cost=None),
        row("c", earliest_year=2027, latest_year=2026),
        row("d"),
        ranking=True,
    )

    assert [one.id for one in found.candidates] == ["d"]
    assert sorted(out.estate.id for out in found.left_out) == ["a", "b", "c"]
    assert all(out.reason for out in found.left_out)


def test_every_contradiction_gets_a_sentence():
    with pytest.raises(Refusal) as refused:
        pool(*(row(id_, mandatory=True, latest_year=2020) for id_ in "abc"))

    assert len(str(refused.value).splitlines()) == 3


def test_an_id_given_twice_is_refused():
    with pytest.raises(InputError, match="小区编号 a 重复"):
        pool(row(), row())


def test_missing_households_count_as_the_middle_of_those_known_and_are_flagged():
    rows = [row(str(n), household_count=n) for n in (10, 20, 900)]
    found = {one.id: one for one in pool(row("x"), *rows).candidates}

    assert found["x"].households == 20
    assert "household_count" in found["x"].estimated
    assert "household_count" not in found["10"].estimated


def test_the_street_is_the_code_where_there_is_one():
    found = pool(
        row(division="110199003007", street="示范丙街道"), row("b", street="东街")
    ).candidates

    assert [(one.street, one.street_name) for one in found] == [
        ("110199003", "示范丙街道"),
        ("东街", "东街"),
    ]


def test_social_capital_pays_upgrading_first_and_then_improving():
    (found,) = pool(
        row(basic_cost=100, improving_cost=50, upgrading_cost=30, social_capital=45)
    ).candidates

    assert found.net == (100, 35, 0)


def test_social_capital_never_pays_basic_works():
    (found,) = pool(row(basic_cost=100, social_capital=500)).candidates

    assert found.net == (100, 0, 0)


def test_a_candidate_has_both_scores_and_what_evidence_could_bring():
    by_distance = replace(default_weights(), scoring=Scoring.TOPSIS)
    rows = [row("a", built_year=1960), row("b", built_year=2010)]
    one, other = (
        build_pool(rows, {}, years=YEARS, weights=weights).candidates[0]
        for weights in (default_weights(), by_distance)
    )

    assert one.needs == other.needs
    assert (one.score, other.score) == (one.needs.weighted, one.needs.topsis)
    assert {part.facts for part in one.open_parts} >= {("danger",), ("consent_share",)}
