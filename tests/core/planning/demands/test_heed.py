"""Locks and exclusions: whom they mean, what they change, what is said when they cannot be."""

from dataclasses import replace

import pytest

from jiugai.kernel.errors import InputError
from jiugai.kernel.source import Clause
from jiugai.kernel.verdict import Verdict
from jiugai.planning.demands.demand import Demands, Exclusion, Lock, Named, Place
from jiugai.planning.demands.heed import heed
from jiugai.planning.pool.candidates import LeftOut, Pool, Why
from jiugai.planning.pool.standing import Standing
from jiugai.policy.entries import Works
from jiugai.policy.rule import Topic
from tests.core.planning.build import BASIC, UPGRADING, YEARS, estate, plan, yearly, years_of

GATE = Standing(
    "bj22.gate.asked", "问需在前", Topic.GATE, Verdict.NOT_MET, (Clause("bj22", "三(一)①"),)
)


def named(name, row=2, street=""):
    return Named(Place("要求.csv", f"B{row}"), name, street)


def lock(name, *years, row=2, classes=frozenset(), street=""):
    return Lock(named(name, row, street), years, classes)


def ban(name, *years, row=3, reason="规划待定"):
    return Exclusion(named(name, row), years, reason)


def pool(*estates, out=()):
    return Pool(YEARS, estates, tuple(out))


def heeded(pool_, *rows):
    locks = tuple(row for row in rows if isinstance(row, Lock))
    bans = tuple(row for row in rows if isinstance(row, Exclusion))
    return heed(pool_, Demands("要求.csv", locks=locks, exclusions=bans))


def test_a_lock_makes_an_estate_mandatory_with_its_year_and_works():
    found = heeded(pool(estate("a", 1, None, 2)), lock("a", 2027, classes=BASIC | UPGRADING))

    (one,) = found.candidates
    assert (one.mandatory, one.years) == (True, (2027,))
    assert one.required == (Works.BASIC, Works.UPGRADING)
    assert one.stood == "要求.csv B2"


def test_a_name_is_enough_where_it_is_unique_or_has_its_street():
    two = pool(estate("a", 1), estate("b", 1, street="2", street_name="乙街道"))
    twins = pool(*(e for e in two.candidates if e.id == "a"), estate("c", 1))

    assert heeded(two, lock("a小区")).candidates[0].mandatory
    assert heeded(twins, lock("c小区", street="示范甲街道")).candidates[1].mandatory


def test_an_exclusion_closes_years_or_leaves_out_with_the_reason_of_the_office():
    found = heeded(pool(estate("a", 1), estate("b", 1)), ban("a", 2026), ban("b", row=4))

    assert found.candidates[0].years == (2027,)
    assert [(out.estate.id, out.why) for out in found.left_out] == [("b", Why.EXCLUDED)]
    assert found.left_out[0].reason == "按要求排除（要求.csv B4）：规划待定"


def test_who_is_out_by_a_rule_stays_out_by_the_rule_and_the_office_is_heard():
    out = LeftOut(estate("a", 1), Why.SCOPE, "不符合")

    (found,) = heeded(pool(out=[out]), ban("a")).left_out
    assert found.why is Why.SCOPE
    assert "规划待定" in found.reason


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([lock("aa小区")], "B2: 台账里没有小区“aa小区”；最接近的是 a小区（a）"),
        ([lock("东风")], "B2: 台账里没有小区“东风”；请写"),
        ([lock("a"), lock("a小区", 2026, row=5)], "B5: “a小区”与 B2 重复"),
        ([lock("a"), ban("a")], "B2: “a”既锁定又排除（B3）"),
        ([lock("a", 2026), ban("a", 2026)], "B2: “a”既锁定又排除（B3）"),
        ([lock("late", 2026)], "B2: “late”锁定在 2026 年，但它只能在 2027 年开工"),
        ([lock("shut", 2026)], "首年未满足 问需在前（BJ22 三(一)①）"),
        ([lock("a", classes=UPGRADING)], "没有填写这类投资"),
        ([lock("old")], "B2: 锁定的“old”不能列入：不符合"),
        ([ban("must")], "B3: “must”在台账中标为必做，不能排除"),
        ([lock("twin")], "有 2 个小区叫“twin”"),
    ],
)
def test_what_cannot_be_is_said_with_its_cell(rows, words):
    everybody = pool(
        estate("a", 1),
        estate("late", 1, years=(2027,)),
        estate("must", 1, mandatory=True),
        estate("shut", 1, years=(2027,), shut=(GATE,)),
        *(replace(estate(id_, 1), name="twin") for id_ in ("t1", "t2")),
        out=[LeftOut(estate("old", 1), Why.SCOPE, "不符合“建成年代”（P14 一(二)①）")],
    )

    with pytest.raises(InputError) as refused:
        heeded(everybody, *rows)
    assert words in str(refused.value)


def test_every_fault_gets_its_sentence():
    with pytest.raises(InputError) as refused:
        heeded(pool(estate("a", 1)), lock("x"), lock("y", row=3), lock("a", classes=UPGRADING))

    assert len(str(refused.value).splitlines()) == 3


def test_a_lock_is_kept_by_the_plan_against_better_estates():
    demands = Demands(
        "", locks=(lock("poor", 2027, classes=UPGRADING),), exclusions=(ban("rich", 2026),)
    )
    found = plan(
        [estate("poor", 5, None, 3, score=1), estate("rich", 5, score=99)],
        yearly(8, 8),
        demands=demands,
    )

    assert years_of(found) == {"poor": 2027}
    assert {"upgrading"} <= {works.value for works in found.chosen[0].works}
