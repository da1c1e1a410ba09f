"""Quotas: what they count, whom they mean, and that plans keep them and stay the best."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiugai.kernel.errors import InputError, Refusal
from jiugai.planning.demands.demand import Demands, Place, Quota
from jiugai.planning.demands.quotas import quota_limits, stands_in
from jiugai.planning.model.limits import Unit
from jiugai.planning.model.problem import benefits
from jiugai.planning.need.weights import default_weights
from tests.core.planning.build import BASIC, IMPROVING, UPGRADING, YEARS, cents, estate, plan
from tests.core.planning.test_best import budgets, costs, is_allowed, maybe, options, windows

EAST, WEST = "110199001", "110199002"


def quota(
    division, least=None, most=None, *, unit=Unit.ESTATES, year=None, classes=frozenset(), row=2
):
    return Quota(Place("要求.csv", f"B{row}"), division, year, classes, least, most, unit)


def somewhere(id_, street, *given_, **more):
    one = estate(id_, *given_, street=street, **more)
    return replace(one, division=street + "001", within=("示范区", f"{street}街道", f"{id_}社区"))


@st.composite
def estates(draw):
    return [
        somewhere(
            id_,
            draw(st.sampled_from([EAST, WEST])),
            draw(costs),
            draw(maybe),
            draw(maybe),
            score=draw(st.integers(0, 100)),
            households=draw(st.sampled_from([1, 50, 100])),
            years=draw(windows),
        )
        for id_ in "abc"
    ]


amounts = st.one_of(st.integers(0, 3), st.sampled_from([Fraction(1, 4), Fraction(1, 2)]))


@st.composite
def quotas(draw):
    unit = draw(st.sampled_from([Unit.ESTATES, Unit.HOUSEHOLDS, Unit.INVESTMENT]))
    size = {Unit.ESTATES: 1, Unit.HOUSEHOLDS: 50, Unit.INVESTMENT: cents(3)}[unit]
    amount = draw(amounts)
    counted = amount if isinstance(amount, Fraction) else amount * size
    side = draw(st.sampled_from(["least", "most"]))
    return quota(
        draw(st.sampled_from(["", EAST, WEST])),
        **{side: counted},
        unit=unit,
        year=draw(st.sampled_from([None, *YEARS])),
        classes=draw(st.sampled_from([frozenset(), BASIC, IMPROVING])),
    )


def count(asked, one, done):
    """Return what works in an estate count for, reckoned without the code under test."""
    wanted = [
        c
        for c, works in enumerate(("basic", "improving", "upgrading"))
        if not asked.classes or works in asked.classes
    ]
    if asked.unit is Unit.INVESTMENT:
        return sum(one.gross[c] or 0 for c in wanted if done[c])
    return int(done[wanted[0]]) * (1 if asked.unit is Unit.ESTATES else one.households)


def keeps(chosen, asked):
    """Return whether a plan by hand keeps a quota."""
    here = [(one, done) for one, (year, done) in chosen if year and asked.year in (None, year)]
    inside = sum(count(asked, one, done) for one, done in here if stands_in(one, asked.division))
    whole = sum(count(asked, one, done) for one, done in here)

    def bound(amount):
        return amount * whole if isinstance(amount, Fraction) else amount

    return (asked.least is None or inside >= bound(asked.least)) and (
        asked.most is None or inside <= bound(asked.most)
    )


def best_by_hand(given_, money, asked):
    """Return the worth of the best plan that keeps every quota, None if there is none."""
    worth = benefits(given_, len(money.years), default_weights())
    found = None
    for picked in product(*map(list, map(options, given_))):
        chosen = list(zip(given_, picked, strict=True))
        if is_allowed(chosen, money, None, None) and all(keeps(chosen, one) for one in asked):
            value = sum(
                int(worth[i, money.years.index(year)] @ done)
                for i, (year, done) in enumerate(picked)
                if year is not None
            )
            found = value if found is None else max(found, value)
    return found


def check(given_, money, asked):
    distinct = tuple(replace(one, place=Place("要求.csv", f"B{i}")) for i, one in enumerate(asked))
    try:
        found = plan(given_, money, demands=Demands("", quotas=distinct))
    except InputError:
        assert any(not any(stands_in(e, one.division) for e in given_) for one in asked) or (
            len({(one.division, one.year, one.classes, one.unit) for one in asked}) < len(asked)
        )
        return
    except Refusal:
        assert best_by_hand(given_, money, asked) is None
        return
    works = ("basic", "improving", "upgrading")
    chosen = [
        (one.estate, (one.year, np.array([w in one.works for w in works]))) for one in found.chosen
    ]
    assert all(keeps(chosen, one) for one in asked)
    assert found.milli == found.bound == best_by_hand(given_, money, asked)


@settings(max_examples=10)
@given(estates(), budgets, st.lists(quotas(), min_size=1, max_size=2))
def test_a_plan_keeps_every_quota_and_none_by_hand_is_better(given_, money, asked):
    check(given_, money, asked)


@pytest.mark.slow
@settings(max_examples=300)
@given(estates(), budgets, st.lists(quotas(), min_size=1, max_size=3))
def test_a_plan_keeps_every_quota_in_many_more_cases(given_, money, asked):
    check(given_, money, asked)


@pytest.mark.parametrize(
    ("division", "ids"),
    [
        ("", "ab"),
        ("110199", "ab"),
        ("110199000000", "ab"),
        ("110199001", "a"),
        ("110199001001", "a"),
        ("110199001街道", "a"),
        ("b社区", "b"),
        ("示范区", "ab"),
        ("110102", ""),
    ],
)
def test_a_division_is_meant_by_code_or_name(division, ids):
    everybody = [somewhere("a", EAST, 1), somewhere("b", WEST, 1)]

    assert "".join(one.id for one in everybody if stands_in(one, division)) == ids


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            quota("110199009街道", 1),
            "B2: “110199009街道”没有可列入计划的小区；最接近的区划是 110199001街道",
        ),
        (quota(EAST, 1, classes=IMPROVING | UPGRADING), "只能写一类"),
        (quota(EAST, 1, unit=Unit.AREA), "1 个小区没有建筑面积（如 a小区（a））"),
    ],
)
def test_a_quota_that_cannot_be_counted_is_refused_with_its_cell(asked, words):
    with pytest.raises(InputError) as refused:
        quota_limits([asked], [somewhere("a", EAST, 1, area=None)], YEARS)

    assert words in str(refused.value)


def test_a_quota_given_twice_is_refused():
    with pytest.raises(InputError, match="B3: 与 B2 的配额重复"):
        quota_limits([quota(EAST, 1), quota(EAST, 2, row=3)], [somewhere("a", EAST, 1)], YEARS)


def test_the_two_sides_of_a_quota_may_stand_in_two_rows():
    rows = [quota(EAST, 1), quota(EAST, None, 2, row=3)]

    assert len(quota_limits(rows, [somewhere("a", EAST, 1)], YEARS)) == 2


def test_a_quota_is_named_with_its_division_year_and_amount():
    rows = [
        quota(EAST, 3, year=2026),
        quota("", None, cents(12.5), unit=Unit.INVESTMENT, classes=UPGRADING),
        quota(WEST, Fraction(1, 8), unit=Unit.HOUSEHOLDS),
    ]
    limits = quota_limits(rows, [somewhere("a", EAST, 1), somewhere("b", WEST, 1)], YEARS)

    assert [limit.title for limit in limits] == [
        "2026 年110199001至少 3 个小区",
        "计划期内全部小区提升类至多 12.5 万元",
        "计划期内110199002至少占全部户数的 12.5%",
    ]
    assert limits[0].stood == "要求.csv B2"
