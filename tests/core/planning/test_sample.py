"""The made-up district that ships with the project."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import shapely
from python_calamine import CalamineWorkbook

import jiugai
from jiugai.census.outlines import find_outlines
from jiugai.census.read import read_ledgers
from jiugai.kernel.division import division
from jiugai.planning.money.budget_file import read_budget
from jiugai.planning.plan import plan_estates
from jiugai.planning.terms import terms_of
from jiugai.policy.law import law_of
from tools import make_sample
from tools.sample_estates import COLUMNS

SAMPLE = Path(jiugai.__file__).parent / "sample"
LEDGERS = [SAMPLE / make_sample.LEDGER, SAMPLE / make_sample.SUPPLEMENT]
BUDGET = SAMPLE / make_sample.BUDGET
YEARS = (2026, 2027, 2028)


@pytest.fixture(scope="module")
def census():
    """Return what reading the sample gives."""
    return read_ledgers(LEDGERS, place="110199", outlines=find_outlines(LEDGERS))


@pytest.fixture(scope="module")
def borders():
    """Return the outlines of the sample by code."""
    content = json.loads((SAMPLE / make_sample.BORDERS).read_text(encoding="utf-8"))
    return {
        one["properties"]["adcode"]: shapely.from_geojson(json.dumps(one["geometry"]))
        for one in content["features"]
    }


@pytest.mark.slow
def test_the_generator_writes_the_same_bytes_again():
    for name, content in make_sample.sample_files().items():
        assert (SAMPLE / name).read_bytes() == content, name


def test_the_ledger_says_that_it_is_made_up_and_has_every_planning_column():
    rows = CalamineWorkbook.from_path(LEDGERS[0]).get_sheet_by_index(0).to_python()

    assert rows[0][0].startswith("示范区为虚构")
    assert tuple(rows[1]) == COLUMNS
    assert LEDGERS[1].read_text(encoding="gb18030").startswith("示范区为虚构")


def test_the_streets_of_the_sample_are_known_divisions(borders):
    assert {division(code).code for code in borders} == set(borders)


def test_the_streets_fill_the_district_without_overlap(borders):
    streets = [shape for code, shape in borders.items() if len(code) > 6]

    assert all(shape.is_valid for shape in borders.values())
    assert shapely.union_all(streets).symmetric_difference(borders["110199"]).area < 1e-12
    assert sum(shape.area for shape in streets) == pytest.approx(borders["110199"].area)


def test_the_district_is_as_large_as_promised(census):
    estates = census.estates

    assert estates.height >= 400
    assert 1_700 <= estates["building_count"].sum() <= 1_900
    assert 55_000 <= estates["household_count"].sum() <= 70_000
    assert estates["built_year"].drop_nulls().quantile(0.01) >= 1955


def test_the_report_on_the_sample_has_something_to_say(census):
    kinds = Counter(census.issues.frame["kind"])

    assert kinds["conflict"] >= 3
    for kind in ("duplicate", "possible_duplicate", "outside_district", "swapped", "out_of_range"):
        assert kinds[kind] >= 1, kind
    assert sum(kinds.values()) < 40


def test_all_but_the_stray_lie_in_the_district(census, borders):
    points = census.estates.filter(census.estates["lon"].is_not_null())
    inside = shapely.contains_xy(
        borders["110199"], points["lon"].to_numpy(), points["lat"].to_numpy()
    )

    assert (~inside).sum() == 1


def test_the_budget_of_the_sample_is_three_years_of_many_sources():
    found = read_budget(str(BUDGET), years=YEARS)

    assert {pot.year for pot in found.pots} == set(YEARS)
    assert len({pot.source for pot in found.pots}) == 8


@pytest.mark.slow
def test_the_sample_has_a_plan_within_its_money(census):
    law = law_of("110199", date(2026, 6, 1))
    found = plan_estates(
        census.estates, law=law, budget=str(BUDGET), years=3, terms=terms_of(law, seconds=5)
    )

    assert len(found.chosen) > 100
    assert len(found.chosen) + len(found.left_out) == census.estates.height
    assert found.gap < 0.002
    assert sum(one.estate.mandatory for one in found.chosen) == 6
