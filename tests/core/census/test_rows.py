"""Rows below a heading: estates, and everything else that stands there."""

import pytest

from jiugai.census import IssueKind, Severity, read_ledgers
from tests.core.census.builders import text, workbook

HEADING = ["序号", "小区编号", "小区名称", "区县", "户数"]


def read(path):
    return read_ledgers([path], place="110102")


def with_row(tmp_path, *row):
    rows = [
        HEADING,
        [1, "A1", "甲小区", "西城区", 30],
        list(row),
        [3, "A3", "丙小区", "西城区", 50],
    ]
    found = read(workbook(tmp_path / "a.xlsx", rows))
    assert found.estates["estate_id"].to_list()[0] == "A1"
    return found


@pytest.mark.parametrize(
    ("row", "kind", "severity"),
    [
        (["合计", "", "", "", 80], IssueKind.FOOTER, Severity.NOTE),
        (["", "", "总 计", "", 80], IssueKind.FOOTER, Severity.NOTE),
        (["", "", "西城区小计：2个小区", "", 80], IssueKind.FOOTER, Severity.NOTE),
        (["Total", "", "", "", 80], IssueKind.FOOTER, Severity.NOTE),
        (["注：户数以户籍为准"], IssueKind.REMARK, Severity.NOTE),
        (["填表人：某某", "", "审核人：某某"], IssueKind.REMARK, Severity.NOTE),
        (["一、西城区"], IssueKind.REMARK, Severity.NOTE),
        (["", "", "西城区"], IssueKind.REMARK, Severity.NOTE),
        (HEADING, IssueKind.REPEATED_HEADING, Severity.NOTE),
        ([2, "示例", "示例小区（本行不读取）", "西城区", 1], IssueKind.EXAMPLE, Severity.NOTE),
        ([2, "", "", "西城区", 40], IssueKind.NO_KEY, Severity.ERROR),
        ([2, "—", "暂无信息", "西城区", 40], IssueKind.NO_KEY, Severity.ERROR),
        ([2, "A2", "乙小区", "火星区", 40], IssueKind.UNKNOWN_DIVISION, Severity.ERROR),
        ([2, "A1", "甲小区", "西城区", 30], IssueKind.DUPLICATE, Severity.WARNING),
        ([2, "A1", "甲小区", "西城区", 31], IssueKind.CONFLICT, Severity.ERROR),
    ],
)
def test_a_row_that_is_no_estate_is_listed_once(tmp_path, row, kind, severity):
    found = with_row(tmp_path, *row)
    (issue,) = found.issues.of(kind)
    assert (issue.row, issue.severity) == (3, severity)
    assert "第 3 行" in issue.advice
    (source,) = found.sources
    assert (source.rows, source.joined, source.listed) == (3, 2, 1)


def test_blank_rows_are_counted(tmp_path):
    (source,) = with_row(tmp_path).sources
    assert (source.rows, source.joined, source.blank) == (3, 2, 1)


@pytest.mark.parametrize(
    "name", ["总后大院", "注册局宿舍", "合计里小区", "说明里社区", "一、二号院小区"]
)
def test_an_estate_with_an_odd_name_is_an_estate(tmp_path, name):
    found = with_row(tmp_path, 2, "A2", name, "西城区", 40)
    assert name in found.estates["name"].to_list()


def test_what_differs_between_two_rows_is_told(tmp_path):
    (issue,) = with_row(tmp_path, 2, "A1", "甲小区", "西城区", 31).issues.of(IssueKind.CONFLICT)
    assert "户数 30 / 31" in issue.advice
    assert "第 2 行" in issue.advice


def test_a_row_longer_than_its_heading_is_shifted_and_not_read(tmp_path):
    rows = [HEADING, *([i, f"A{i}", f"小区{i}", "西城区", 30] for i in range(8))]
    rows[3] = [2, "A2", "甲", "乙小区", "西城区", 30]
    found = read(text(tmp_path / "a.csv", rows))
    (issue,) = found.issues.of(IssueKind.SHIFTED)
    assert issue.row == 4
    assert found.estates.height == 7


def test_a_column_without_a_heading_shifts_nothing(tmp_path):
    rows = [HEADING, *([i, f"A{i}", f"小区{i}", "西城区", 30, "x"] for i in range(8))]
    assert read(text(tmp_path / "a.csv", rows)).estates.height == 8


def test_a_row_with_a_stray_quote_and_other_columns_is_not_read(tmp_path):
    rows = [HEADING, *([i, f"A{i}", f"小区{i}", "西城区", 30] for i in range(8))]
    rows[3] = [2, '"A2', "小区", "x", "西城区", 30]
    found = read(text(tmp_path / "a.csv", rows))
    assert [issue.row for issue in found.issues.of(IssueKind.QUOTES)] == [4]
    assert found.estates.height == 7


def merged(_book, sheet):
    sheet.merge_range("D2:D3", "西城区")
    sheet.merge_range("E2:E3", 90)


def test_a_merged_word_holds_for_all_its_rows_and_a_merged_sum_for_none(tmp_path):
    rows = [HEADING, [1, "A1", "甲小区"], [2, "A2", "乙小区"], [3, "A3", "丙小区", "西城区", 5]]
    found = read(workbook(tmp_path / "a.xlsx", rows, finish=merged))
    assert found.estates["district"].to_list() == ["西城区"] * 3
    assert found.estates["household_count"].to_list() == [None, None, 5]
    (issue,) = found.issues.of(IssueKind.MERGED)
    assert (issue.cell, issue.value) == ("E2", "90")
    assert "2–3" in issue.advice


def test_ids_that_the_spreadsheet_cut_are_not_trusted(tmp_path):
    rows = [HEADING, [1, 1.11102737514212e17, "甲小区", "西城区", 3]]
    found = read(workbook(tmp_path / "a.xlsx", rows))
    assert found.estates["estate_id"].to_list() == ["110102-甲小区"]
    assert len(found.issues.of(IssueKind.PRECISION)) == 1
    rows = [HEADING, [1, "1.11E+12", "甲小区", "西城区", 3]]
    assert len(read(text(tmp_path / "b.csv", rows)).issues.of(IssueKind.PRECISION)) == 1


def test_an_id_written_as_a_number_is_the_id_written_as_text(tmp_path):
    one = workbook(tmp_path / "a.xlsx", [HEADING, [1, 1111027375142, "甲", "西城区", 3]])
    two = text(tmp_path / "b.csv", [HEADING, [1, "1111027375142", "甲", "西城区", 3]])
    assert read_ledgers([one, two], place="110102").estates.height == 1


def test_an_issue_says_where_what_and_what_to_do(tmp_path):
    rows = [
        ["小区编号", "小区名称", "建成年代"],
        *([f"A{i}", f"小区{i}", 1980 + i] for i in range(40)),
    ]
    rows[37][2] = 1885
    (issue,) = read(workbook(tmp_path / "a.xlsx", rows)).issues.of(IssueKind.OUT_OF_RANGE)
    assert issue.advice == "第 38 行“建成年代”写的是“1885”，应在 1900 至 2100 之间；请核对原件"
    assert (issue.file, issue.sheet, issue.row, issue.cell) == ("a.xlsx", "台账", 38, "C38")
    assert (issue.column, issue.value, issue.severity) == ("建成年代", "1885", Severity.WARNING)
