"""Several ledgers of the same estates."""

import pytest

from jiugai.census import IssueKind, read_ledgers
from tests.core.census.builders import text, workbook

ONE = [
    ["小区编号", "小区名称", "区县", "建成年代", "户数"],
    ["A1", "甲小区", "西城区", 1980, ""],
    ["A2", "乙小区", "西城区", 1990, 200],
]


def read(tmp_path, *ledgers, place="11"):
    paths = [text(tmp_path / f"{n}.csv", rows) for n, rows in enumerate(ledgers, start=1)]
    found = read_ledgers(paths, place=place)
    for source in found.sources:
        assert source.rows == source.joined + source.listed + source.blank + source.elsewhere
    return found


def test_ledgers_are_joined_on_the_id_and_fill_each_other(tmp_path):
    two = [["小区编号", "户数", "楼栋数"], ["A2", 200, 8], ["A1", 100, 4], ["A9", 1, 1]]
    found = read(tmp_path, ONE, two)
    values = found.estates.select("estate_id", "built_year", "household_count", "building_count")
    assert values.rows() == [
        ("A1", 1980, 100, 4),
        ("A2", 1990, 200, 8),
        ("A9", None, 1, 1),
    ]


def test_where_two_ledgers_disagree_the_first_wins_and_both_are_told(tmp_path):
    two = [["小区编号", "建成年份"], ["A1", 1985], ["A2", 1990]]
    found = read(tmp_path, ONE, two)
    assert found.estates["built_year"].to_list() == [1980, 1990]
    (issue,) = found.issues.of(IssueKind.CONFLICT)
    assert (issue.file, issue.row, issue.column, issue.value) == ("2.csv", 2, "建成年份", "1985")
    for word in ("1.csv 第 2 行", "1980", "2.csv 第 2 行", "1985"):
        assert word in issue.advice


def test_the_order_of_the_ledgers_decides(tmp_path):
    two = [["小区编号", "建成年份"], ["A1", 1985], ["A2", 1990]]
    assert read(tmp_path, two, ONE).estates["built_year"].to_list() == [1985, 1990]


def test_a_ledger_without_ids_is_joined_on_name_and_district(tmp_path):
    two = [["小区", "城区", "楼栋数"], [" 甲 小区", "xicheng", 4], ["甲小区", "东城", 9]]
    found = read(tmp_path, ONE, two)
    assert found.estates.select("estate_id", "building_count").rows() == [
        ("A1", 4),
        ("A2", None),
        ("110101-甲小区", 9),
    ]


def test_a_ledger_with_ids_gives_them_to_estates_that_had_none(tmp_path):
    two = [["小区名称", "区县", "楼栋数"], ["甲小区", "西城区", 4]]
    found = read(tmp_path, two, ONE)
    assert found.estates["estate_id"].to_list() == ["A1", "A2"]
    assert found.estates["building_count"].to_list() == [4, None]


def test_different_ids_are_not_joined_by_name_but_told(tmp_path):
    two = [["小区编号", "小区名称", "区县"], ["B1", "甲小区", "西城区"]]
    found = read(tmp_path, ONE, two)
    assert found.estates.height == 3
    (issue,) = found.issues.of(IssueKind.POSSIBLE_DUPLICATE)
    assert "A1" in issue.advice
    assert "B1" in issue.advice


def test_a_name_that_fits_two_estates_is_not_joined(tmp_path):
    one = [*ONE, ["A3", "甲小区", "西城区", 1970, 1]]
    two = [["小区名称", "区县", "楼栋数"], ["甲小区", "西城区", 4]]
    found = read(tmp_path, one, two)
    assert found.estates.height == 3
    assert len(found.issues.of(IssueKind.AMBIGUOUS)) == 1


def test_a_name_alone_joins_where_no_district_is_known(tmp_path):
    two = [["小区名称", "楼栋数"], ["甲小区", 4]]
    assert read(tmp_path, ONE, two).estates["building_count"].to_list() == [4, None]


def test_two_estates_of_a_name_are_told_apart_by_their_street(tmp_path):
    rows = [
        ["小区名称", "区县", "街道", "户数"],
        ["铁路小区", "西城区", "月坛街道", 10],
        ["铁路小区", "西城区", "广外街道", 20],
    ]
    found = read(tmp_path, rows)
    ids = ["110102-铁路小区-月坛街道", "110102-铁路小区-广外街道"]
    assert found.estates["estate_id"].to_list() == ids


def test_an_estate_keeps_its_id_when_rows_move(tmp_path):
    rows = [["小区名称", "区县"], ["甲", "西城区"], ["乙", "西城区"]]
    first = read(tmp_path, rows).estates["estate_id"].to_list()
    assert (
        read(tmp_path, [rows[0], rows[2], rows[1]]).estates["estate_id"].to_list() == first[::-1]
    )


def test_sheets_of_one_workbook_are_joined_too(tmp_path):
    more = {"二": [["小区编号", "楼栋数"], ["A1", 4]]}
    found = read_ledgers([workbook(tmp_path / "a.xlsx", ONE, more=more)], place="11")
    assert found.estates["building_count"].to_list() == [4, None]


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("北京示范物业管理有限公司", "北京示范物业管理 有限公司", []),
        ("示范一物业公司", "示范二物业公司", ["conflict"]),
    ],
)
def test_words_are_compared_without_their_spaces(tmp_path, one, other, kinds):
    found = read(
        tmp_path,
        [["小区编号", "物业企业"], ["A1", one]],
        [["小区编号", "物业企业"], ["A1", other]],
    )
    assert [issue.kind for issue in found.issues.of(IssueKind.CONFLICT)] == kinds


def test_money_and_shares_are_told_as_ledgers_write_them(tmp_path):
    heading = ["小区编号", "基础类投资", "同意率", "业主组织", "必做"]
    found = read(
        tmp_path,
        [heading, ["A1", 100.5, "85%", "业委会", "是"]],
        [heading, ["A1", 90, "80%", "物管会", "否"]],
    )
    told = " ".join(issue.advice for issue in found.issues.of(IssueKind.CONFLICT))
    for word in ("100.5万元", "90万元", "85%", "80%", "业主委员会", "物业管理委员会", "是", "否"):
        assert word in told


def test_every_value_knows_its_cell(tmp_path):
    two = [["小区编号", "户数", "物业企业"], ["A2", 200, "无"], ["A1", 100, "示范物业公司"]]
    found = read(tmp_path, ONE, two)
    count = found.provenance.of("A1", "household_count")
    assert (count.file, count.row, count.column, count.derived) == ("2.csv", 3, "B", False)
    settled = found.provenance.of("A2", "property_settled")
    assert (settled.file, settled.row, settled.heading) == ("2.csv", 2, "物业企业")
    assert settled.derived
    assert found.provenance.of("A1", "consent_share") is None
    with pytest.raises(KeyError):
        found.provenance.of("Z", "name")
    frame = found.provenance.frame("household_count")
    assert frame.select("estate_id", "file", "row").rows() == [
        ("A2", "1.csv", 3),
        ("A1", "2.csv", 3),
    ]


@pytest.mark.parametrize(
    ("column", "cell", "settled", "company"),
    [
        ("物业企业", "示范物业管理有限公司", True, "示范物业管理有限公司"),
        ("物业企业", "无", False, None),
        ("物业企业", "未选聘", False, None),
        ("物业企业", "", None, None),
        ("物业企业", "单位自管", None, None),
        ("管理方式", "示范物业管理有限公司", True, "示范物业管理有限公司"),
        ("管理方式", "无物业管理服务", False, None),
        ("管理方式", "单位自管物业", None, None),
        ("管理方式", "专业化物业服务", None, None),
    ],
)
def test_whether_a_firm_is_settled_follows_from_the_firm(tmp_path, column, cell, settled, company):
    found = read(tmp_path, [["小区编号", column, "户数"], ["A1", cell, 3]])
    assert found.estates.select("property_settled", "property_company").row(0) == (
        settled,
        company,
    )


@pytest.mark.parametrize(
    ("cell", "year", "period"),
    [
        ("已完成(2013年)", 2013, None),
        ("十二五已完成", None, "y2011_2015"),
        ("“十一五”期间完成", None, "before_2011"),
        ("未完成(2013年)", None, None),
    ],
)
def test_when_a_retrofit_was_done_follows_from_what_is_said_of_it(tmp_path, cell, year, period):
    found = read(tmp_path, [["小区编号", "抗震节能改造情况"], ["A1", cell]])
    assert found.estates.select("retrofit_year", "retrofit_period").row(0) == (year, period)


def test_all_facts_are_columns_of_the_right_type(tmp_path):
    from jiugai.census.cells.readers import DTYPES
    from jiugai.policy.vocabulary import Estate

    schema = read(tmp_path, ONE).estates.schema
    assert next(iter(schema)) == "estate_id"
    for fact in Estate.facts():
        assert schema[fact.name] == DTYPES[fact.kind]
