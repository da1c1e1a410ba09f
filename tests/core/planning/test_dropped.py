"""A building whose residents keep its window guards leaves the plan, the estate does not."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.kernel.errors import Refusal
from jiugai.planning.output.building_sheet import building_table
from jiugai.planning.output.files import plan_csv
from jiugai.planning.plan import plan_estates
from jiugai.planning.pool.buildings import Housing, Judged, housing_of
from jiugai.planning.pool.candidates import Why
from jiugai.planning.pool.dropped import Basis, dropped_sentences, without
from jiugai.planning.pool.split import split
from jiugai.planning.pool.standing import Standing
from jiugai.planning.terms import terms_of
from jiugai.policy.law import law_of
from tests.core.planning.build import cents, reason_of

DAY = date(2022, 6, 1)
AGREES = {"has_guards": True, "guard_consent": True}
REFUSES = {"has_guards": True, "guard_consent": False}
SILENT = {"has_guards": True, "guard_consent": None}
FACTS = {"household_count": 100, "floor_area_m2": 6000.0, "basic_cost": 1001, "improving_cost": 7}


@pytest.fixture(scope="module")
def law():
    return law_of("110102", DAY)


@pytest.fixture(scope="module")
def refused(law):
    """Return how a building stands whose residents refuse."""
    return housing_of(law, table(REFUSES))["e"].buildings[0].standing


def table(*buildings, estate="e"):
    columns = sorted({name for one in buildings for name in one} | {"id"})
    rows = [
        {"estate_id": estate, **{c: one.get(c) for c in columns}, "id": one.get("id", f"{n}号楼")}
        for n, one in enumerate(buildings, start=1)
    ]
    return {"building": pl.DataFrame(rows, infer_schema_length=None)}


def housing(refused, out, stay=({},)):
    buildings = [Judged(f"{n}号楼", facts, refused) for n, facts in enumerate(out, 1)]
    return Housing((*buildings, *(Judged("余", facts) for facts in stay)))


def planned(law, *buildings, years=1, **more):
    estates = pl.DataFrame(
        {
            "estate_id": ["e"],
            "name": ["甲里"],
            "built_year": [1980],
            "retrofit": ["none"],
            "household_count": [100],
            "basic_cost": [cents(10)],
            **{name: [value] for name, value in more.items()},
        }
    )
    terms = terms_of(law)
    return plan_estates(
        estates, law=law, budget="1亿", years=years, terms=terms, children=table(*buildings)
    )


def test_who_refuses_is_out_by_the_clause_and_who_is_silent_stays_and_is_flagged(law):
    found = housing_of(law, table(AGREES, REFUSES, SILENT, {"has_guards": False}))["e"]

    assert [one.name for one in found.out] == ["2号楼"]
    assert [one.name for one in found.open] == ["3号楼"]
    assert "BJ22 三(五)④" in found.out[0].standing.clauses
    assert found.open[0].standing.missing == ("guard_consent",)


def test_before_the_rule_is_in_force_nobody_is_out():
    assert housing_of(law_of("110102", date(2021, 6, 1)), table(REFUSES)) == {}


def test_where_a_refusal_holds_back_the_whole_estate_no_building_leaves_it():
    strict = law_of("110102", DAY, readings={"bj22.guards": "whole_estate"})

    assert housing_of(strict, table(REFUSES, AGREES)) == {}


def test_no_ledger_of_buildings_is_no_reason_to_leave_any_out(law):
    assert housing_of(law, None) == {}
    assert housing_of(law, {"building": pl.DataFrame()}) == {}


def test_buildings_without_numbers_are_counted(law):
    frame = pl.DataFrame({"estate_id": ["e", "f", "e"], "has_guards": [True] * 3})
    found = housing_of(law, {"building": frame})

    assert [one.name for one in found["e"].buildings] == ["第 1 栋", "第 2 栋"]


def test_a_building_takes_its_own_figures_with_it(refused):
    own = {"household_count": 30, "floor_area_m2": 1500.5, "basic_cost": 333}
    less, (gone,) = without(FACTS, housing(refused, [own]))

    assert (less["household_count"], less["floor_area_m2"], less["basic_cost"]) == (
        70,
        4499.5,
        668,
    )
    assert (gone.households, gone.costs[0]) == (30, 333)


@pytest.mark.parametrize(
    ("own", "more", "basis", "basic"),
    [
        ({"household_count": 30}, {}, Basis.HOUSEHOLDS, 300),
        ({"floor_area_m2": 2000}, {}, Basis.AREA, 334),
        ({}, {}, Basis.COUNT, 501),
        ({}, {"building_count": 4}, Basis.COUNT, 250),
        ({"household_count": 100}, {}, Basis.COUNT, 501),  # contradicts the estate
    ],
)
def test_else_it_takes_a_share(refused, own, more, basis, basic):
    less, (gone,) = without(FACTS | more, housing(refused, [own]))

    assert basis in gone.bases
    assert gone.costs[0] == basic
    assert less["basic_cost"] == 1001 - basic


def test_buildings_that_are_all_listed_stand_for_a_missing_figure_of_the_estate(refused):
    facts = {"basic_cost": 100}
    less, _gone = without(
        facts, housing(refused, [{"household_count": 25}], [{"household_count": 75}])
    )

    assert less["basic_cost"] == 75
    assert less.get("household_count") is None


def test_own_figures_beyond_those_of_the_estate_give_way_to_a_share(refused):
    less, (gone,) = without(FACTS, housing(refused, [{"household_count": 50, "basic_cost": 9999}]))

    assert (less["basic_cost"], gone.costs[0]) == (500, 501)
    assert gone.bases == {Basis.OWN, Basis.HOUSEHOLDS, Basis.BEYOND}
    assert "与小区合计不符" in dropped_sentences([gone])[0]


def test_a_class_without_cost_stays_without(refused):
    less, (gone,) = without(FACTS, housing(refused, [{}]))

    assert "upgrading_cost" not in less
    assert gone.costs[2] is None


@given(st.integers(0, 10**12), st.lists(st.integers(0, 1000), min_size=1, max_size=9))
def test_parts_add_up_to_the_last_cent(total, weights):
    weights = [*weights, 1]
    parts = split(total, weights)

    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * sum(weights) - total * weight) < sum(weights)


def test_nothing_cannot_be_divided():
    with pytest.raises(ValueError, match="nought"):
        split(5, [0, 0])


@given(
    st.integers(0, 10**10),
    st.lists(
        st.fixed_dictionaries(
            {
                "household_count": st.none() | st.integers(0, 50),
                "basic_cost": st.none() | st.integers(0, 10**10),
            }
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_what_is_left_and_what_is_gone_add_up(cost, out):
    facts = FACTS | {"basic_cost": cost}
    standing = Standing("r", "t", "gate", "not_met")
    less, gone = without(facts, housing(standing, out))

    assert less["basic_cost"] + sum(one.costs[0] for one in gone) == cost
    assert less["household_count"] + sum(one.households for one in gone) == 100
    assert min(less["basic_cost"], less["floor_area_m2"]) >= 0
    assert less["household_count"] > 0


@pytest.fixture(scope="module")
def made(law):
    """Return the plan of an estate of four buildings, of which the second refuses."""
    return planned(law, AGREES, REFUSES, SILENT, {"has_guards": False})


def test_the_estate_enters_with_the_other_buildings_and_says_so(made):
    (one,) = made.chosen

    assert one.cost == cents(7.5)
    assert one.estate.households == 75
    assert "本计划不含2号楼" in one.reason
    assert "BJ22 三(五)④" in one.reason
    assert "按楼栋数均分" in one.reason
    assert [name for name, _rule in one.estate.open_buildings] == ["3号楼"]


def test_the_files_list_the_buildings_with_their_clause(made):
    header, line = plan_csv(made).splitlines()
    headings, (row,) = building_table(made)

    assert header.endswith("reason,dropped_buildings")
    assert line.endswith("2号楼（BJ22 三(五)④）")
    assert dict(zip(headings, row, strict=True))["楼栋"] == "2号楼"


def test_an_estate_all_of_whose_buildings_refuse_is_out_in_every_year(law):
    out = reason_of(planned(law, REFUSES, REFUSES, years=3), "e")

    assert out.why is Why.BUILDINGS
    assert "BJ22 三(五)④" in out.reason
    assert out.estate.dropped == ()


def test_a_mandatory_estate_without_any_building_is_refused(law):
    with pytest.raises(Refusal, match="台账所列 1 栋楼都不符合"):
        planned(law, REFUSES, mandatory=True)


def test_the_score_is_that_of_the_whole_estate(law):
    facts = {"complaint_count": 10}
    whole = planned(law, AGREES, AGREES, **facts).chosen[0].estate.score
    part = planned(law, AGREES, REFUSES, **facts).chosen[0].estate.score

    assert part == whole
