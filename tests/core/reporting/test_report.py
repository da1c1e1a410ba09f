"""The assessment report says what the verdicts say and opens anywhere."""

import json
import re
from dataclasses import replace
from datetime import date

import polars as pl
import pytest
import shapely

from jiugai.policy.law import law_of
from jiugai.policy.verdicts import judge_estates
from jiugai.reporting.assessment import Assessment
from jiugai.reporting.borders import Border
from jiugai.reporting.page import render
from tests.core.reporting.pages import Page

LAW = law_of("110102", date(2018, 7, 1))
ESTATES = pl.DataFrame(
    {
        "estate_id": ["A1", "A2", "A3", "A4"],
        "name": ["甲里", "</script><b>乙</b>", None, "丁里"],
        "district": ["西城区", "西城区", "东城区", None],
        "built_year": [1985, 1995, 1995, None],
        "retrofit": ["none", "none", "none", None],
        "energy_rate": [0.4, 0.4, 0.8, None],
        "danger": ["none", "none", "none", None],
        "danger_unit": [True, True, True, None],
        "household_count": [120, None, 60, 40],
        "lon": [116.35, 116.36, 116.37, None],
        "lat": [39.9, 39.91, 39.92, None],
    }
)
ISSUES = pl.DataFrame(
    {
        "file": ["台账.xlsx"],
        "sheet": ["小区"],
        "row": [38],
        "column": ["建成年代"],
        "value": ["1885"],
        "kind": ["out_of_range"],
        "advice": ["第 38 行“建成年代”写的是“1885”，请核对原件"],
        "severity": ["warning"],
        "cell": ["C38"],
    }
)
SQUARE = Border("110102", "西城区", shapely.box(116.3, 39.85, 116.4, 39.95))


@pytest.fixture
def assessment():
    return Assessment(
        law=LAW,
        estates=ESTATES,
        verdicts=judge_estates(LAW, ESTATES),
        issues=ISSUES,
        sources=(("台账.xlsx", 4),),
        outlines=(SQUARE,),
    )


def embedded(html):
    return json.loads(re.search(r'id="data">(.*?)</script>', html, re.DOTALL).group(1))


def test_the_page_keeps_every_promise(assessment):
    assert Page(render(assessment)).complaints() == []


def test_estates_are_counted_in_open_and_out(assessment):
    assert {verdict.value: count for verdict, count in assessment.counts.items()} == {
        "met": 2,
        "not_met": 1,
        "unknown": 1,
    }


def test_a_name_cannot_break_out_of_the_page(assessment):
    html = render(assessment)

    assert "<b>乙</b>" not in html
    assert embedded(html)["estates"][1][1] == "</script><b>乙</b>"


def test_each_estate_carries_the_reason_of_each_verdict(assessment):
    data = embedded(render(assessment))
    rules = [rule["id"] for rule in data["rules"]]
    index = rules.index("xc18.scope.energy")
    verdict, because, missing = data["reasons"][index][data["estates"][3][7 + index]]

    assert verdict == 2
    assert any(clause.startswith("XC18 二(一)") for clause in because)
    assert "built_year" in missing
    assert data["facts"]["built_year"] == "建成年代"


def test_the_map_has_a_point_for_each_estate_with_a_place(assessment):
    page = Page(render(assessment))

    assert sorted(dot["data-i"] for dot in page.all("circle")) == ["0", "1", "2"]
    assert [attrs["class"] for attrs in page.all("path")] == ["area"]


def test_without_coordinates_there_is_no_map(assessment):
    placeless = replace(assessment, estates=ESTATES.drop("lon", "lat"))

    page = Page(render(placeless))

    assert page.complaints() == []
    assert page.all("svg") == []


def test_another_reading_shows_how_many_verdicts_it_changes(assessment):
    years = ESTATES.with_columns(built_year=pl.Series([1990, 1990, 1990, 1991]))
    at_the_limit = replace(assessment, estates=years, verdicts=judge_estates(LAW, years))

    changed = {
        e.option: e.changed for e in at_the_limit.open_readings if e.reading.id == "xc18.year_1990"
    }

    # Read inclusively, the well-insulated estate of 1990 is early and comes in.
    assert changed == {"through": 1}


def test_facts_that_keep_verdicts_open_are_ranked(assessment):
    from jiugai.policy.rule import Topic

    ranked = dict(assessment.missing((Topic.SCOPE,)))

    assert ranked["built_year"] == 1


def test_the_doubtful_cell_is_printed_with_what_to_do(assessment):
    assert "第 38 行“建成年代”写的是“1885”，请核对原件" in render(assessment)


def test_a_law_without_scope_rules_says_so():
    law = law_of("", date(2021, 1, 1))
    bare = Assessment(
        law=law,
        estates=ESTATES,
        verdicts=judge_estates(law, ESTATES),
        issues=ISSUES.clear(),
        sources=(),
    )

    assert "没有范围规则" in render(bare)
