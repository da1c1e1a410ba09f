"""Firms: plans within the bounds can be shared out among them, whole unit by whole unit."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiugai.kernel.errors import InputError
from jiugai.planning.demands.assign import Start, assign
from jiugai.planning.demands.demand import EACH_YEAR, Demands, FirmBound, Place
from jiugai.planning.demands.firms import firm_limits
from jiugai.planning.model.limits import Unit
from jiugai.planning.money.budget import EVERY_CLASS
from jiugai.policy.entries import Works
from tests.core.planning.build import (
    BASIC,
    IMPROVING,
    UPGRADING,
    YEARS,
    cents,
    estate,
    plan,
    yearly,
)
from tests.core.planning.test_best import classes, costs, maybe


def firm(name, most, can=EVERY_CLASS, *, year=EACH_YEAR, unit=Unit.ESTATES, row=2):
    return FirmBound(Place("要求.csv", f"B{row}"), name, year, can, most, unit)


units = st.sampled_from([Unit.ESTATES, Unit.HOUSEHOLDS, Unit.INVESTMENT])
some = st.lists(
    st.tuples(st.sampled_from("甲乙丙"), st.integers(0, 4), classes, st.sampled_from(YEARS)),
    min_size=1,
    max_size=4,
    unique_by=lambda one: (one[0], one[2], one[3]),
)


@settings(max_examples=15)
@given(st.lists(st.tuples(costs, maybe, maybe), min_size=1, max_size=4), some, units)
def test_whatever_a_plan_takes_the_firms_can_share(given_, rows, unit):
    size = {Unit.ESTATES: 1, Unit.HOUSEHOLDS: 100, Unit.INVESTMENT: cents(4)}[unit]
    firms = tuple(
        firm(name, most * size, can, year=year, unit=unit, row=row)
        for row, (name, most, can, year) in enumerate(rows)
    )
    found = plan(
        [estate(f"e{i}", *one) for i, one in enumerate(given_)],
        yearly(99, 99),
        demands=Demands("", firms=firms),
    )

    carried = Counter()
    for one in found.assigned:
        carried[one.firm, one.start.year] += one.amount
    for (name, year), amount in carried.items():
        assert amount <= sum(f.most for f in firms if (f.firm, f.year) == (name, year))
    for start in found.chosen:
        named = {works for f in firms if f.year == start.year for works in f.classes}
        mine = [one for one in found.assigned if one.start.estate is start.estate]
        done = {works for one in mine for works in one.works}
        costly = {works for works in start.works if start.gross_of(works)}
        assert done & costly == named & costly if unit is Unit.INVESTMENT else done <= named
        assert done >= (named & set(start.works)) or unit is Unit.INVESTMENT


def test_a_firm_for_everything_takes_an_estate_once():
    starts = [Start(estate("a", 1, 2, 3), 2026, tuple(Works(w) for w in sorted(EVERY_CLASS)))]
    (one,) = assign([firm("甲", 5)], starts, YEARS)

    assert (one.firm, one.amount, len(one.works)) == ("甲", 1, 3)


def test_works_that_others_do_count_by_themselves():
    both = [firm("甲", 5, BASIC | IMPROVING), firm("乙", 5, UPGRADING, row=3)]
    works = (Works.BASIC, Works.IMPROVING, Works.UPGRADING)
    found = assign(both, [Start(estate("a", 1, 2, 3), 2026, works)], YEARS)

    assert [(one.firm, one.works) for one in found] == [
        ("甲", (Works.BASIC, Works.IMPROVING)),
        ("乙", (Works.UPGRADING,)),
    ]


def test_households_may_be_cut_between_two_firms():
    both = [firm("甲", 60, unit=Unit.HOUSEHOLDS), firm("乙", 60, unit=Unit.HOUSEHOLDS, row=3)]
    found = assign(both, [Start(estate("a", 1), 2026, (Works.BASIC,))], YEARS)

    assert [(one.firm, one.amount) for one in found] == [("甲", 60), ("乙", 40)]


def test_a_class_that_no_firm_is_named_for_is_not_bounded():
    demands = Demands("", firms=(firm("甲", 0, UPGRADING),))
    found = plan([estate("a", 1, 2, 3)], yearly(99, 99), demands=demands)

    assert found.chosen[0].works == (Works.BASIC, Works.IMPROVING)
    assert found.assigned == ()


def test_all_firms_together_have_a_bound_of_their_own():
    demands = Demands("", firms=(firm("", 1, BASIC, year=2026), firm("", 1, BASIC, year=2027)))
    found = plan([estate(id_, 1) for id_ in "abc"], yearly(99, 99), demands=demands)

    assert len(found.chosen) == 2


def test_a_bound_names_the_firms_and_where_they_stand():
    both = [firm("甲", 3, BASIC, year=2026), firm("乙", 4, BASIC, year=2026, row=3)]
    (limit,) = firm_limits(both, [estate("a", 1)], (2026,))

    assert limit.title == "2026 年基础类能承担的企业（甲、乙）合计最多 7 个小区"
    assert limit.stood == "要求.csv B2、要求.csv B3"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            [firm("甲", 1), firm("乙", 1, unit=Unit.HOUSEHOLDS, row=3)],
            "B3: 乙按户计，而 B2 按个小区计",
        ),
        ([firm("甲", 1), firm("甲", 2, year=2027, row=3)], "B3: 2027 年的产能与 B2 重复"),
        ([firm("甲", 1, unit=Unit.AREA)], "没有建筑面积"),
    ],
)
def test_rows_that_cannot_be_counted_together_are_refused(rows, words):
    with pytest.raises(InputError) as refused:
        firm_limits(rows, [estate("a", 1, area=None)], YEARS)

    assert words in str(refused.value)
