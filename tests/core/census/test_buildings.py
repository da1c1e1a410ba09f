"""Ledgers of buildings, and the estates in which they stand."""

import pytest

from jiugai.census import IssueKind, read_ledgers
from jiugai.census.cells.readers import DTYPES
from jiugai.policy.vocabulary import Building
from tests.core.census.builders import text, workbook

ESTATES = [
    ["小区编号", "小区名称", "区县"],
    ["A1", "甲小区", "西城区"],
    ["A2", "乙小区", "西城区"],
]
HEADING = ["楼栋编号", "所属小区编号", "小区名称", "建成年代", "层数", "危房鉴定"]


def read(tmp_path, buildings, *, estates=ESTATES, place="110102"):
    path = workbook(tmp_path / "a.xlsx", estates, name="小区", more={"楼栋": buildings})
    found = read_ledgers([path], place=place)
    for source in found.sources:
        assert source.rows == source.joined + source.listed + source.blank + source.elsewhere
    return found


def test_buildings_find_their_estate_by_id_or_name(tmp_path):
    rows = [
        HEADING,
        ["1号楼", "A1", "", "1985年", "6层", "C级"],
        ["1号楼", "", "乙 小区", 1990, 5, "D级"],
    ]
    found = read(tmp_path, rows)
    values = found.buildings.select("building_id", "estate_id", "built_year", "storeys", "danger")
    assert values.rows() == [
        ("A1/1号楼", "A1", 1985, 6, "c"),
        ("A2/1号楼", "A2", 1990, 5, "d"),
    ]
    assert found.buildings.schema == {
        "building_id": DTYPES["text"],
        **{fact.name: DTYPES[fact.kind] for fact in Building.facts()},
    }


def test_a_building_whose_estate_is_unknown_is_told(tmp_path):
    found = read(tmp_path, [HEADING, ["1", "A9", "丙小区", 1980, 5, ""]])
    (issue,) = found.issues.of(IssueKind.ORPHAN)
    assert (issue.sheet, issue.row, issue.value) == ("楼栋", 2, "丙小区")
    assert found.buildings.is_empty()


@pytest.mark.parametrize(("year", "kind"), [(1980, "duplicate"), (1990, "conflict")])
def test_a_building_that_comes_twice_counts_once(tmp_path, year, kind):
    rows = [HEADING, ["1", "A1", "", 1980, 5, ""], ["1", "A1", "", year, 5, ""]]
    found = read(tmp_path, rows)
    assert found.buildings["built_year"].to_list() == [1980]
    assert len(found.issues.of(IssueKind(kind))) == 1


def test_buildings_without_a_number_are_not_one(tmp_path):
    rows = [HEADING, ["", "A1", "", 1980, 5, ""], ["", "A1", "", 1980, 5, ""]]
    assert read(tmp_path, rows).buildings["building_id"].to_list() == ["A1/r2", "A1/r3"]


def test_buildings_of_estates_outside_the_place_are_elsewhere(tmp_path):
    estates = [*ESTATES, ["A3", "丙小区", "东城区"]]
    found = read(tmp_path, [HEADING, ["1", "A3", "", 1980, 5, ""]], estates=estates)
    assert not found.issues.of(IssueKind.ORPHAN)
    assert found.sources[1].elsewhere == 1


def test_a_ledger_of_buildings_alone_gives_its_estates(tmp_path):
    rows = [
        ["小区名称", "区县", "楼号", "建成年代", "层数"],
        ["甲小区", "西城区", "1号楼", 1985, 6],
        ["甲小区", "西城区", "2号楼", 1986, 6],
        ["乙小区", "东城区", "1号楼", 1980, 5],
    ]
    found = read_ledgers([text(tmp_path / "a.csv", rows)], place="11")
    assert found.estates.select("estate_id", "district").rows() == [
        ("110102-甲小区", "西城区"),
        ("110101-乙小区", "东城区"),
    ]
    assert found.buildings["estate_id"].to_list() == ["110102-甲小区"] * 2 + ["110101-乙小区"]
    assert found.provenance.of("110102-甲小区", "name").row == 2


def test_a_ledger_with_a_row_for_each_building_is_one_of_buildings(tmp_path):
    heading = ["小区名称", "区县", "街道", "楼号", "建成年代", "建筑面积", "户数", "结构类型"]
    rows = [
        ["甲小区", "西城区", "月坛街道", f"{n}号楼", 1985, 3000, 60, "砖混"] for n in range(1, 6)
    ]
    found = read_ledgers([text(tmp_path / "a.csv", [heading, *rows])], place="11")
    assert (found.estates.height, found.buildings.height) == (1, 5)


def test_an_estate_ledger_may_count_its_buildings(tmp_path):
    rows = [
        ["小区名称", "楼号", "户数", "建筑面积"],
        ["甲小区", "1-8号楼", 300, 9000],
        ["乙小区", "3栋", 50, 10],
    ]
    found = read_ledgers([text(tmp_path / "a.csv", rows)], place="110102")
    assert (found.estates.height, found.buildings.height) == (2, 0)
