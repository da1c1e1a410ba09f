"""Real listings of Beijing estates, as they came and dressed up as offices write them."""

import csv

import polars as pl
import pytest

from jiugai.census import IssueKind, find_outlines, read_ledgers
from jiugai.kernel.coordinates import Datum
from tests.core.census.builders import workbook

FULL = "beijing_lianjia_community_full_510.csv"
YEARS = "beijing_lianjia_xiaoqu_buildyear_4851.csv"


@pytest.fixture(scope="module")
def ledgers(shared):
    return [shared / FULL, shared / YEARS]


@pytest.fixture(scope="module")
def city(ledgers):
    return read_ledgers(ledgers, place="11", outlines=find_outlines(ledgers))


def test_both_listings_are_joined_on_their_id(city):
    assert [(s.rows, s.joined, s.listed) for s in city.sources] == [(510, 510, 0), (4851, 4846, 5)]
    assert 510 + 4846 - city.estates.height == 480


def test_the_years_that_disagree_are_told(city):
    told = [issue for issue in city.issues.of(IssueKind.CONFLICT) if issue.column == "BUILDTIME"]
    assert [(issue.row, issue.value) for issue in told] == [(62, "2003"), (1355, "1985")]
    for issue in told:
        assert FULL in issue.advice
        assert YEARS in issue.advice


def test_the_repeated_ids_are_told(city):
    assert len(city.issues.of(IssueKind.DUPLICATE)) == 5


def test_the_datum_is_found_and_the_strays_are_listed(city):
    (fit,) = city.datums
    assert (fit.inside[Datum.GCJ02], fit.inside[Datum.BD09]) == (4288, 4808)
    assert fit.chosen is Datum.BD09
    assert len(city.issues.of(IssueKind.OUTSIDE_DISTRICT)) == 4851 - 4808


def test_everything_that_the_listings_know_is_read(city):
    known = city.estates.filter(pl.col("building_kind").is_not_null())
    wanted = ["name", "division", "built_year", "building_count", "household_count"]
    assert known.height == 510
    assert known.select(wanted).null_count().row(0) == (0,) * len(wanted)
    assert city.estates["lon"].null_count() == 4876 - 4846
    assert city.estates["floor_area_m2"].null_count() == 4876


def test_how_estates_are_managed_is_told_apart(city):
    counts = dict(city.estates["management_mode"].drop_nulls().value_counts().iter_rows())
    assert counts["none"] == 12
    assert counts["unit"] == 19
    settled = dict(city.estates["property_settled"].value_counts().iter_rows())
    assert settled[False] == 12
    assert settled[True] == counts["professional"]


def test_a_district_is_read_from_the_listings_of_the_city(ledgers, city):
    found = read_ledgers(ledgers, place="110102", outlines=find_outlines(ledgers))
    assert (
        found.estates.height == city.estates.filter(pl.col("division") == "110102").height == 789
    )
    assert found.elsewhere == 390 + 4060
    assert len(found.issues.of(IssueKind.ELSEWHERE)) == found.elsewhere
    assert {(s.joined, s.listed) for s in found.sources} == {(120, 0), (789, 2)}


def dressed(shared, folder):
    """Write the listing as an office would: titles, two lines of headings, totals, sheets."""
    with (shared / FULL).open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))

    def sheet(district):
        body = [
            [
                n,
                row["id"],
                row["title"],
                row["year"],
                row["building_num"],
                int(row["house_num"][:-1]),
            ]
            for n, row in enumerate((r for r in rows if r["district"] == district), start=1)
        ]
        total = ["合计", "", "", "", "", sum(row[-1] for row in body)]
        titles = [[f"{district}老旧小区台账"], ["填报单位：某某", "", "", "", "单位：户"], []]
        one = ["序号", "小区基本情况", "", "", "规模", ""]
        two = ["", "编号", "名称", "建成\n年代（年）", "楼栋数（栋）", "户数（户）"]
        return [*titles, one, two, *body, [], total, ["注：以上数据来自公开网页"]]

    def merges(_book, first):
        first.merge_range("B4:D4", "小区基本情况")
        first.merge_range("A4:A5", "序号")

    names = list(dict.fromkeys(row["district"] for row in rows))
    more = {name: sheet(name) for name in names[1:]}
    path = folder / "台账.xlsx"
    return workbook(path, sheet(names[0]), name=names[0], more=more, finish=merges)


def test_the_same_listing_as_a_workbook_of_an_office_gives_the_same_estates(shared, tmp_path):
    plain = read_ledgers([shared / FULL], place="11").estates
    found = read_ledgers([dressed(shared, tmp_path)], place="11")
    wanted = ["estate_id", "name", "built_year", "building_count", "household_count"]
    assert (
        found.estates.select(wanted)
        .sort("estate_id")
        .equals(plain.select(wanted).sort("estate_id"))
    )
    assert [s.listed for s in found.sources] == [2] * 5
    assert len(found.issues.of(IssueKind.FOOTER)) == 5
