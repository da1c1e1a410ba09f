"""What a plan keeps to, one rule at a time."""

from dataclasses import replace
from fractions import Fraction

import pytest

from jiugai.kernel.errors import Refusal, UsageError
from jiugai.kernel.source import Clause
from jiugai.planning.model.capacity import Capacity, read_capacity
from jiugai.planning.model.limits import BasicShare, Unit
from jiugai.planning.money.budget import Source
from jiugai.planning.need.weights import Measure, default_weights
from jiugai.planning.pool.candidates import Why
from jiugai.planning.search.stop import Stop
from tests.core.planning.build import (
    BASIC,
    IMPROVING,
    UPGRADING,
    cents,
    estate,
    plan,
    pot,
    pots,
    reason_of,
    works_of,
    yearly,
    years_of,
)

P14 = Clause("p14", "三(一)⑩")


def test_everything_is_done_in_the_first_year_where_there_is_money():
    found = plan([estate("a", 10, 5, 3), estate("b", 10)], yearly(100, 100))

    assert years_of(found) == {"a": 2026, "b": 2026}
    assert works_of(found, "a") == "basic+improving+upgrading"
    assert found.gap == 0
    assert found.stop is Stop.PROVEN
    assert found.binding == ()


def test_a_plan_of_nobody_is_a_plan():
    found = plan([], yearly(100, 100))

    assert (found.chosen, found.left_out, found.objective, found.gap) == ((), (), 0, 0)


def test_no_money_leaves_everybody_out():
    found = plan([estate("a", 10)], yearly(0, 0))

    assert reason_of(found, "a").why is Why.MONEY
    assert found.gap == 0


def test_the_greater_need_goes_first():
    found = plan([estate("a", 10, score=40), estate("b", 10, score=60)], yearly(10, 10))

    assert years_of(found) == {"b": 2026, "a": 2027}


def test_households_weigh_unless_estates_are_measured():
    small, large = estate("a", 10, score=60), estate("b", 10, score=40, households=900)
    by_estate = replace(default_weights(), measure=Measure.ESTATES)

    assert years_of(plan([small, large], yearly(10, years=(2026,)))) == {"b": 2026}
    assert years_of(plan([small, large], yearly(10, years=(2026,)), weights=by_estate)) == {
        "a": 2026
    }


def test_other_works_come_only_with_the_basic_ones():
    found = plan([estate("a", 100, 1, 1)], yearly(50, 50))

    assert found.chosen == ()


def test_where_there_is_nothing_basic_to_do_the_others_may_be_done():
    found = plan([estate("a", 0, 5)], yearly(5, 0))

    assert works_of(found, "a") == "basic+improving"
    assert plan([estate("a", 0, 5)], yearly(4, 4)).chosen == ()


def test_a_class_without_a_cost_is_not_done():
    found = plan([estate("a", 10, None, 0)], yearly(100, 100))

    assert works_of(found, "a") == "basic"


def test_money_pays_only_for_its_class():
    money = pots(pot(2026, 10, BASIC), pot(2026, 9, IMPROVING), pot(2026, 5, UPGRADING))
    found = plan([estate("a", 10, 10, 5)], money)

    assert works_of(found, "a") == "basic+upgrading"
    assert {(pay.works.value, pay.cents) for pay in found.payments} == {
        ("basic", cents(10)),
        ("upgrading", cents(5)),
    }


def test_a_cent_too_little_is_too_little():
    dear = replace(estate("a", 10), gross=(cents(10) + 1, None, None))

    assert plan([dear], yearly(10, 0)).chosen == ()
    assert years_of(plan([estate("a", 10)], yearly(10, 0))) == {"a": 2026}


def test_among_equals_the_earlier_id_goes_first_and_further():
    equals = [estate(id_, 10, 4) for id_ in "dbca"]
    found = plan(equals, yearly(24, 10))

    assert years_of(found) == {"a": 2026, "b": 2026, "c": 2027}
    assert works_of(found, "a") == "basic+improving"


def test_many_prices_with_cents_never_exceed_the_money():
    odd = [replace(estate(f"e{n:02}", 1), gross=(333_333_333 + n, None, None)) for n in range(30)]
    exact = sum(one.gross[0] for one in odd[:10])
    money = pots(replace(pot(2026, 0), cents=exact - 1), years=(2026,))
    found = plan([replace(one, years=(2026,)) for one in odd], money)

    assert sum(one.cost for one in found.chosen) <= exact - 1
    assert len(found.chosen) == 9


def test_unspent_money_is_lost_unless_it_is_carried_over():
    late = estate("a", 20, years=(2027,))

    assert plan([late], yearly(10, 10)).chosen == ()
    carried = plan([late], yearly(10, 10), carry=True)
    assert years_of(carried) == {"a": 2027}
    assert [(pay.pot.year, pay.year) for pay in carried.payments] == [(2026, 2027), (2027, 2027)]


def test_money_is_never_spent_before_its_year():
    assert plan([estate("a", 20, years=(2026,))], yearly(10, 10), carry=True).chosen == ()


def test_social_capital_pays_for_its_own_estate_only():
    found = plan(
        [estate("a", 10, None, 8, social=8), estate("b", 10, None, 8)], yearly(20, years=(2026,))
    )

    assert works_of(found, "a") == "basic+upgrading"
    assert works_of(found, "b") == "basic"
    assert sum(one.own for one in found.chosen) == cents(8)


@pytest.mark.parametrize(
    ("unit", "works"),
    [
        (Unit.INVESTMENT, "basic+improving"),
        (Unit.AREA, "basic+improving+upgrading"),
        (Unit.HOUSEHOLDS, "basic+improving+upgrading"),
        (Unit.ESTATES, "basic+improving+upgrading"),
    ],
)
def test_basic_works_keep_their_share_of_the_volume(unit, works):
    share = BasicShare(Fraction(1, 5), unit, P14)
    found = plan([estate("a", 10, 40, 1)], yearly(100, 100), share=share)

    assert works_of(found, "a") == works


@pytest.mark.parametrize(("improving", "works"), [(40, "basic+improving"), (40.01, "basic")])
def test_the_share_itself_is_enough(improving, works):
    share = BasicShare(Fraction(1, 5), Unit.INVESTMENT, P14)

    assert (
        works_of(plan([estate("a", 10, improving)], yearly(100, 100), share=share), "a") == works
    )


def test_estates_without_basic_works_count_against_the_share_by_area():
    share = BasicShare(Fraction(1, 2), Unit.AREA, P14)
    nothing_basic = [estate(id_, 0, 5, area=6000) for id_ in "ab"]
    basic = estate("c", 5, area=6000)
    found = plan([*nothing_basic, basic], yearly(100, years=(2026,)), share=share)

    assert len(found.chosen) == 2
    assert "c" in years_of(found)


@pytest.mark.parametrize(("area", "chosen"), [(None, 1), (9000, 2)])
def test_an_unknown_area_never_makes_the_share_easier(area, chosen):
    share = BasicShare(Fraction(1, 2), Unit.AREA, P14)
    both = [estate("a", 0, 5, area=6000), estate("b", 5, area=area)]

    assert len(plan(both, yearly(100, years=(2026,)), share=share).chosen) == chosen


@pytest.mark.parametrize(
    ("capacity", "chosen"),
    [
        (Capacity(estates=2), 2),
        (Capacity(households=250), 2),
        (Capacity(street_estates=1), 2),
        (Capacity(street_households=100), 2),
        (Capacity(street_households=99), 0),
        (Capacity(), 4),
    ],
)
def test_a_year_takes_no_more_than_streets_and_firms_can(capacity, chosen):
    four = [estate(id_, 1, street=f"11019900{n % 2}") for n, id_ in enumerate("abcd")]
    found = plan(four, yearly(100, years=(2026,)), capacity=capacity)

    assert len(found.chosen) == chosen


def test_what_capacity_keeps_out_is_told_so():
    found = plan(
        [estate("a", 1), estate("b", 1)], yearly(9, years=(2026,)), capacity=Capacity(estates=1)
    )
    (out,) = found.left_out

    assert out.why is Why.CAPACITY
    assert "产能已满" in out.reason
    assert [one.text for one in found.binding] == [
        "2026 年最多开工 1 个小区已满：剩 0 个小区，挡住 1 项，其中最小的需 1 个小区"
    ]


def test_capacity_is_read_as_people_write_it():
    assert read_capacity("小区=80，街道户=3000") == Capacity(estates=80, street_households=3000)
    assert read_capacity("households=5") == Capacity(households=5)


@pytest.mark.parametrize("text", ["", "80", "小区=-1", "小区=x", "小区=1,小区=2", "人=3"])
def test_a_strange_capacity_is_refused(text):
    with pytest.raises(UsageError, match="看不懂产能"):
        read_capacity(text)


def test_what_is_mandatory_is_in_the_plan_though_others_bring_more():
    found = plan(
        [estate("a", 10, score=1, mandatory=True), estate("b", 10, score=99)],
        yearly(10, years=(2026,)),
    )

    assert years_of(found) == {"a": 2026}
    assert found.chosen[0].reason.startswith("必做")


def test_mandatory_estates_keep_their_years():
    found = plan(
        [estate("a", 10, mandatory=True, years=(2027,)), estate("b", 10, score=99)],
        yearly(10, 10),
    )

    assert years_of(found) == {"a": 2027, "b": 2026}


@pytest.mark.parametrize(
    ("estates", "money", "terms", "words"),
    [
        (
            [estate("a", 12.5, mandatory=True, years=(2026,))],
            yearly(10, 100),
            {},
            r"必做：a小区（a）[\s\S]*2026 年各类可用的资金（区级），差 2.5 万元",
        ),
        (
            [estate("a", 6, mandatory=True), estate("b", 6, mandatory=True)],
            yearly(8, 3),
            {},
            r"要全部做到，最少须：2027 年再有可用于各类的资金 3 万元",
        ),
        (
            [estate(id_, 1, mandatory=True, years=(2026,)) for id_ in "ab"],
            yearly(8, 8),
            {"capacity": Capacity(estates=1)},
            r"2026 年最多开工 1 个小区，差 1 个小区",
        ),
        (
            [estate("a", 6, mandatory=True)],
            pots(pot(2026, 100, UPGRADING, Source.SOCIAL)),
            {},
            r"没有来源.*差 6 万元",
        ),
    ],
)
def test_mandatory_estates_that_do_not_fit_are_refused_with_the_excess(
    estates, money, terms, words
):
    with pytest.raises(Refusal, match=words):
        plan(estates, money, **terms)


def test_no_time_at_all_still_gives_a_sound_plan_with_an_honest_bound():
    twenty = [estate(f"e{n:02}", 3 + n % 7, 2 + n % 3, score=30 + n) for n in range(20)]
    hasty, patient = (plan(twenty, yearly(30, 30), seconds=seconds) for seconds in (0, 20))

    assert hasty.milli <= patient.milli <= patient.bound <= hasty.bound
    assert hasty.chosen


def test_a_plan_says_what_binds_and_how_much_is_left():
    found = plan([estate("a", 10, score=60), estate("b", 4)], yearly(12, years=(2026,)))

    assert [one.text for one in found.binding] == [
        "2026 年各类可用的资金（区级）用尽：剩 2.00 万元，挡住 1 项，其中最小的需 4.00 万元"
    ]


def test_a_binding_share_names_its_clause():
    share = BasicShare(Fraction(1, 5), Unit.INVESTMENT, P14)
    (bound,) = plan([estate("a", 10, 50)], yearly(100, years=(2026,)), share=share).binding

    assert bound.clause == P14
    assert bound.text.startswith("2026 年基础类占任务量不低于 20%：只剩 8 万元 的余量")


def test_who_is_left_out_learns_whom_it_would_displace():
    found = plan([estate("a", 10, score=60), estate("b", 10, score=40)], yearly(10, years=(2026,)))
    (out,) = found.left_out

    assert out.estate.id == "b"
    assert out.why is Why.MONEY
    assert "2026 年列入需 10.00 万元，须换下a小区（效益 60.0），自身效益只有 40.0" in out.reason


def test_an_estate_dearer_than_all_money_learns_that():
    found = plan([estate("a", 10), estate("b", 500)], yearly(10, 20))

    assert "基础类需 500.00 万元，超过可选年份能用的资金" in reason_of(found, "b").reason
