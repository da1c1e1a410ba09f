"""Fairness between districts and sub-districts."""

import json
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.planning.comparing.fairness import (
    Served,
    fairness,
    fairness_in,
    fairness_of,
    fairness_said,
    gini,
)
from jiugai.planning.output.files import plan_json
from jiugai.planning.record import record_of
from tests.core.planning.build import estate, plan, yearly

PARTS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 20)), min_size=1, max_size=5)


def served(division, need, cost, **more):
    """Return an estate with a need and a cost; it is chosen if it costs anything."""
    plain = {"street": "", "households": 10, "chosen": cost > 0, "milli": cost * 2}
    return Served(division=division, need=need, cost=cost, **(plain | more))


def streets(*pairs):
    """Return the fairness of one estate per sub-district, from (need, cost)."""
    return fairness(
        served(f"11019900{index}", need, cost) for index, (need, cost) in enumerate(pairs, 1)
    )


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(1, 5), (1, 5)], Fraction(0)),
        ([(2, 10), (1, 5), (4, 20)], Fraction(0)),
        ([(1, 0), (1, 8)], Fraction(1, 2)),
        ([(1, 0), (1, 0), (1, 0), (1, 4)], Fraction(3, 4)),
        ([(1, 1), (1, 3)], Fraction(1, 4)),
        ([(0, 0)], None),
        ([(3, 0), (4, 0)], None),
    ],
)
def test_the_gini_coefficient_is_the_textbook_one(parts, expected):
    assert gini(parts) == expected


@given(parts=PARTS)
def test_the_gini_coefficient_is_that_of_the_definition_over_every_unit(parts):
    whole = [(w, a) for w, a in parts if w]
    each = [Fraction(a, w) for w, a in whole for _ in range(w)]
    if not sum(each):
        return
    spread = sum((abs(x - y) for x, y in product(each, each)), Fraction(0))

    assert gini(whole) == spread / (2 * len(each) * sum(each))


@given(parts=PARTS, factor=st.integers(1, 9))
def test_the_gini_coefficient_is_a_share_and_knows_no_unit_nor_order(parts, factor):
    found = gini(parts)

    assert found is None or 0 <= found < 1 or any(not w for w, _ in parts)
    assert gini([(w, a * factor) for w, a in reversed(parts)]) == found


def test_money_in_proportion_to_need_is_perfectly_fair():
    found = streets((100, 10), (300, 30), (50, 5))

    assert (found.gini, found.ratio) == (0, 1)


def test_the_ratio_is_between_the_most_and_the_least_per_need():
    found = streets((100, 10), (100, 40))

    assert (found.best.code, found.worst.code) == ("110199002", "110199001")
    assert found.ratio == 4


def test_who_gets_nothing_is_named_instead_of_divided_by():
    found = streets((100, 0), (100, 40))

    assert found.ratio is None
    assert any("没有列入任何小区" in sentence for sentence in fairness_said(found))


def test_several_districts_are_compared_as_districts():
    found = fairness(
        [served("110101001", 5, 1), served("110102001", 5, 1), served("110102", 5, 0)]
    )

    assert found.level == "district"
    assert [(one.name, one.candidates) for one in found.divisions] == [
        ("东城区", 1),
        ("西城区", 2),
    ]


def test_one_district_is_split_by_sub_district_and_by_name_without_codes():
    found = fairness([served("", 5, 1, street="甲街道"), served("", 5, 1, street="乙街道")])

    assert found.level == "street"
    assert {one.name for one in found.divisions} == {"甲街道", "乙街道"}


def test_a_single_division_is_not_compared():
    assert "不作比较" in fairness_said(streets((100, 10)))[0]


@pytest.fixture(scope="module")
def made():
    """Return a plan over two sub-districts that leaves some estates out."""
    estates = [
        estate(
            f"e{index}",
            10 + index,
            5,
            score=30 + 5 * index,
            households=50 + 10 * index,
            street=f"11019900{1 + index % 2}",
            street_name=f"{index % 2}街道",
        )
        for index in range(8)
    ]
    return plan(estates, yearly(30, 20))


def test_the_sums_are_those_of_the_plan(made):
    found = fairness_in(made)

    assert found.money == sum(one.cost for one in made.chosen)
    assert found.milli == made.milli
    assert sum(one.reached for one in found.divisions) == sum(
        one.estate.households for one in made.chosen
    )
    assert sum(one.chosen for one in found.divisions) == len(made.chosen)
    assert sum(one.candidates for one in found.divisions) == 8
    for share in (found.need_share, found.money_share, found.benefit_share):
        assert sum(share(one) for one in found.divisions) == 1


def test_a_plan_that_was_read_back_is_as_fair(made):
    assert fairness_of(record_of(json.loads(plan_json(made)), name="甲")) == fairness_in(made)
