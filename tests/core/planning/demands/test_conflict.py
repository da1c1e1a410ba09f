"""The smallest conflict is one, and no smaller one exists, as trying everything shows."""

from itertools import chain, combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiugai.kernel.errors import Refusal
from jiugai.planning.demands.demand import (
    EACH_YEAR,
    Demands,
    Exclusion,
    FirmBound,
    Lock,
    Named,
    Place,
    Quota,
)
from jiugai.planning.model.capacity import Capacity
from jiugai.planning.model.limits import Kind, Limit, Unit, in_year
from jiugai.planning.model.problem import make_problem, sizes_of
from jiugai.planning.money.hall import money_limits
from jiugai.planning.need.weights import default_weights
from jiugai.planning.refusing.conflict import smallest_conflict
from jiugai.planning.refusing.repair import cheapest_repair
from jiugai.planning.search.draft import PATTERNS
from jiugai.planning.search.feasible import Order
from tests.core.planning.build import (
    BASIC,
    IMPROVING,
    YEARS,
    cents,
    estate,
    plan,
    pot,
    pots,
    yearly,
)
from tests.core.planning.test_best import budgets, costs, maybe, windows

ESTATES = 3


@st.composite
def bounds(draw):
    """Draw a quota or a capacity on the starts of some estates in a year or in all."""
    use = np.zeros((ESTATES, 3), dtype=np.int64)
    use[:, 0] = draw(st.lists(st.integers(0, 2), min_size=ESTATES, max_size=ESTATES))
    most, sign = draw(st.integers(0, 4)), draw(st.sampled_from([1, -1]))
    year = draw(st.sampled_from([None, 0, 1]))
    when = np.ones((2, 3), dtype=np.bool_) if year is None else in_year(year, 2)
    return Limit(Kind.QUOTA, 2026, "", sign * use, when, sign * most)


@st.composite
def orders(draw):
    flags = st.lists(st.booleans(), min_size=2, max_size=2)
    needs = [False, draw(st.booleans()), False]
    return Order(
        draw(st.integers(0, ESTATES - 1)),
        np.array(draw(flags)),
        np.array(needs),
        must=draw(st.booleans()),
    )


@st.composite
def problems(draw):
    given_ = [
        estate(id_, draw(costs), draw(maybe), years=draw(windows)) for id_ in "abc"[:ESTATES]
    ]
    limits = draw(st.lists(bounds(), max_size=3))
    limits += money_limits(
        sizes_of(given_).net, draw(budgets), carry=draw(st.booleans()), every=True
    )
    return make_problem(given_, YEARS, limits[:6], default_weights())


def plans(problem):
    """Yield every plan as choices [i, t, c]."""
    ways = []
    for i in range(len(problem.ids)):
        mine = [np.zeros((2, 3), dtype=bool)]
        for t, pattern in product(range(2), PATTERNS):
            if problem.open[i, t] and (pattern <= problem.offered[i]).all():
                one = np.zeros((2, 3), dtype=bool)
                one[t] = pattern
                mine.append(one)
        ways.append(mine)
    return (np.array(picked) for picked in product(*ways))


def broken(problem, asked, choice):
    """Return the numbers of the demands that a plan does not meet."""
    for number, limit in enumerate(problem.limits):
        if (limit.uses(2) * choice).sum() > limit.most:
            yield number
    for number, order in enumerate(asked, start=len(problem.limits)):
        started = [t for t in range(2) if choice[order.estate, t, 0] and order.years[t]]
        served = [t for t in started if (choice[order.estate, t] >= order.classes).all()]
        if not served if order.must else started:
            yield number


def smallest_by_hand(problem, asked):
    """Return how many demands the smallest conflict has, None if there is none."""
    misses = {frozenset(broken(problem, asked, choice)) for choice in plans(problem)}
    every = range(len(problem.limits) + len(asked))
    subsets = chain.from_iterable(combinations(every, size) for size in range(len(every) + 1))
    return next((len(one) for one in subsets if all(set(one) & miss for miss in misses)), None)


def check(problem, asked):
    found = smallest_conflict(problem, asked)
    size = smallest_by_hand(problem, asked)
    if size is None:
        assert found is None
        return
    assert (found.size, found.is_smallest) == (size, True)
    mine = {*found.limits, *(len(problem.limits) + number for number in found.orders)}
    assert all(mine & set(broken(problem, asked, choice)) for choice in plans(problem))


@settings(max_examples=10)
@given(problems(), st.lists(orders(), max_size=4))
def test_no_smaller_set_of_demands_conflicts(problem, asked):
    check(problem, asked)


@pytest.mark.slow
@settings(max_examples=200)
@given(problems(), st.lists(orders(), max_size=5))
def test_no_smaller_set_conflicts_in_many_more_cases(problem, asked):
    check(problem, asked)


def test_without_rounds_the_conflict_cannot_be_reduced_but_is_not_called_smallest():
    given_ = [estate(id_, 4) for id_ in "abc"]
    limits = money_limits(sizes_of(given_).net, yearly(5, 0), carry=False)
    problem = make_problem(given_, YEARS, limits, default_weights())
    every = [Order(i, np.array([True, True]), np.zeros(3, dtype=bool)) for i in range(3)]
    found = smallest_conflict(problem, every, rounds=0)

    assert (len(found.limits), len(found.orders), found.is_smallest) == (2, 2, False)


@settings(max_examples=10)
@given(st.lists(costs, min_size=1, max_size=4), st.tuples(costs, costs))
def test_the_least_extra_money_is_what_is_missing_and_a_cent_less_is_not_enough(given_, amounts):
    everybody = [
        estate(f"e{i}", cost, mandatory=True, years=(2026,)) for i, cost in enumerate(given_)
    ]
    missing = cents(sum(given_) - amounts[0])
    if missing <= 0:
        assert plan(everybody, yearly(*amounts)).chosen
        return
    with pytest.raises(Refusal, match=f"2026 年再有可用于各类的资金 {missing // 1_000_000} 万元"):
        plan(everybody, yearly(*amounts))
    more = pots(pot(2026, amounts[0]), pot(2026, missing / 1_000_000, BASIC))
    assert len(plan(everybody, more).chosen) == len(given_)
    short = pots(pot(2026, amounts[0]), pot(2026, (missing - 1) / 1_000_000, BASIC))
    with pytest.raises(Refusal):
        plan(everybody, short)


@pytest.mark.parametrize("carry", [False, True])
def test_extra_money_open_to_all_counts_once_where_classes_have_their_own_pots(carry):
    one = [estate("a", 5, 5, mandatory=True, required=("improving",), years=(2027,))]
    money = pots(pot(2026, 3, BASIC), pot(2027, 3, IMPROVING))
    limits = money_limits(sizes_of(one).net, money, carry=carry, every=True)
    problem = make_problem(one, YEARS, limits, default_weights())
    must = [Order(0, problem.open[0], np.array([True, True, False]))]
    found = cheapest_repair(problem, must)

    assert found.money == {2027: cents(4 if carry else 7)}
    assert found.is_least


def named(name, row):
    return Named(Place("要求.csv", f"B{row}"), name)


def refusal(estates, money, demands, **terms):
    with pytest.raises(Refusal) as refused:
        plan(estates, money, demands=demands, **terms)
    return str(refused.value)


def test_a_conflict_names_each_demand_with_its_cell():
    at_least = Quota(Place("要求.csv", "B2"), "", 2026, frozenset(), 2, None, Unit.ESTATES)
    firm = FirmBound(Place("要求.csv", "B3"), "甲公司", EACH_YEAR, BASIC, 1, Unit.ESTATES)
    said = refusal(
        [estate(id_, 1) for id_ in "abc"],
        yearly(9, 9),
        Demands("要求.csv", quotas=(at_least,), firms=(firm,)),
    )

    assert "下列 2 项要求不能同时做到（已证明没有更小的一组）" in said
    assert "· 2026 年全部小区至少 2 个小区（要求.csv B2）" in said
    assert "· 2026 年基础类能承担的企业（甲公司）合计最多 1 个小区（要求.csv B3）" in said
    assert "最少须：“2026 年基础类能承担的企业（甲公司）合计最多 1 个小区”再放宽 1 个小区" in said


def test_a_demand_that_is_impossible_by_itself_is_named_alone():
    at_least = Quota(Place("要求.csv", "B2"), "", None, frozenset(), 4, None, Unit.ESTATES)
    said = refusal([estate("a", 1)], yearly(9, 9), Demands("", quotas=(at_least,)))

    assert said.startswith(
        "有一项要求单独就做不到：\n· 计划期内全部小区至少 4 个小区（要求.csv B2）\n"
    )
    assert "差 3 个小区" in said
    assert "只增加资金和产能补救不了" in said


def test_locks_and_exclusions_are_demands_as_well():
    lock = Lock(named("a", 3), (2027,), frozenset())
    ban = Exclusion(named("b", 4), (2026,), "规划待定")
    at_least = Quota(Place("要求.csv", "B2"), "", 2026, frozenset(), 1, None, Unit.ESTATES)
    said = refusal(
        [estate("a", 1), estate("b", 1)],
        yearly(9, 9),
        Demands("要求.csv", quotas=(at_least,), locks=(lock,), exclusions=(ban,)),
    )

    assert "下列 3 项" in said
    assert "· 锁定：a小区（a）在 2027 年（要求.csv B3）" in said
    assert "· 排除：b小区（b）在 2026 年（要求.csv B4）" in said


def test_many_mandatory_estates_are_listed_in_part_and_counted():
    everybody = [estate(f"e{i:02}", 1, mandatory=True, years=(2026,)) for i in range(20)]
    said = refusal(everybody, yearly(99, 99), Demands(), capacity=Capacity(estates=15))

    assert "下列 17 项要求" in said
    assert "另有 4 个必做或锁定的小区" in said
    assert "“2026 年最多开工 15 个小区”再放宽 5 个小区" in said
