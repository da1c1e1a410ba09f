"""Ledgers as an acceptance tester wrote them: what is told, and in which words."""

from time import perf_counter

import polars as pl
import pytest

from jiugai.census import IssueKind, Severity, read_ledgers
from jiugai.census.headings import index, match
from jiugai.census.issues import IssueLog
from jiugai.census.place import note_elsewhere
from jiugai.census.rows import Counts
from jiugai.census.table import Table
from jiugai.kernel.errors import InputError
from jiugai.policy.vocabulary import Estate
from tests.core.census.builders import text, workbook

HEADING = ["小区编号", "小区名称", "区县"]


def ledger(tmp_path, headings, *rows, place="110102"):
    """Return the census of estates A0, A1, … of 西城区 with more columns."""
    lines = [[f"A{n}", f"小区{n}", "西城区", *row] for n, row in enumerate(rows)]
    return read_ledgers([text(tmp_path / "a.csv", [[*HEADING, *headings], *lines])], place=place)


def test_a_year_of_five_digits_is_told_with_what_was_seen(tmp_path):
    found = ledger(tmp_path, ["建成年代"], ["20011"], ["1990"])
    (issue,) = found.issues
    assert found.estates["built_year"].to_list() == [None, 1990]
    assert issue.severity is Severity.WARNING
    assert "“20011”" in issue.advice
    assert "五位数" in issue.advice


def test_a_column_of_fractions_and_per_cents_gets_one_warning_with_an_example_of_each(tmp_path):
    rows = [*HEADING, "同意率"], *([f"A{n}", f"小区{n}", "西城区", 0.4] for n in range(8))
    rows[3][-1] = 40
    found = read_ledgers([workbook(tmp_path / "a.xlsx", rows)], place="110102")
    (issue,) = found.issues
    assert set(found.estates["consent_share"]) == {0.4}
    assert (issue.row, issue.severity) == (None, Severity.WARNING)
    assert "0.4" in issue.advice
    assert "40" in issue.advice


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("户数", "-5", "不能是负数"),
        ("基础类投资", "-1000", "不能是负数"),
        ("基础类投资(元)", "9" * 30, "数字过大"),
        ("户数", "200000", "应在 0 至 100000户 之间"),
        ("建筑面积(万㎡)", "9999", "应在 0 至 5000000㎡ 之间"),
        ("最早年份", "1700", "应在 1840 至 2100 之间"),
        ("同意率", "120%", "应在 0% 至 100% 之间"),
        ("同意率", "-3%", "不能是负数"),
    ],
)
def test_a_number_out_of_range_is_told_with_what_is_allowed(tmp_path, heading, cell, said):
    (issue,) = ledger(tmp_path, [heading], [cell]).issues
    assert issue.kind is IssueKind.OUT_OF_RANGE
    assert said in issue.advice


def test_a_cell_without_end_is_told_in_chinese_with_its_row(tmp_path):
    with pytest.raises(InputError) as refused:
        ledger(tmp_path, ["户数"], ["5"], ["长" * 200_000])
    assert "第 3 行有单元格过长（超过 131072 个字符）" in str(refused.value)
    assert "field" not in str(refused.value)


def test_a_file_of_another_kind_is_named_in_quotes(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(InputError, match="这是“PDF 文件”，不是台账"):
        read_ledgers([path], place="110102")


def test_rows_outside_the_place_are_each_listed(tmp_path):
    rows = [
        [*HEADING],
        ["A1", "甲小区", "西城区"],
        ["A2", "乙小区", "东城区"],
        ["A3", "", "东城区"],
    ]
    found = read_ledgers([text(tmp_path / "a.csv", rows)], place="110102")
    (source,) = found.sources
    one, other = found.issues.of(IssueKind.ELSEWHERE)
    assert (source.rows, source.joined, source.elsewhere) == (3, 1, 2)
    assert one.advice == "第 3 行“乙小区”在西城区（110102）之外，未纳入"
    assert (one.row, one.value, one.severity) == (3, "乙小区", Severity.NOTE)
    assert (other.row, other.value) == (4, "A3")


def test_a_row_outside_the_place_is_listed_once_whatever_its_cells_say(tmp_path):
    rows = [[*HEADING, "建成年代"], ["A1", "甲", "西城区", 1990], ["A2", "乙", "东城区", "80年代"]]
    found = read_ledgers([text(tmp_path / "a.csv", rows)], place="110102")
    assert [issue.kind for issue in found.issues if issue.row == 3] == [IssueKind.ELSEWHERE]


def test_buildings_of_estates_outside_the_place_are_listed(tmp_path):
    estates = [[*HEADING], ["A1", "甲小区", "西城区"], ["A2", "乙小区", "东城区"]]
    buildings = [["小区编号", "楼栋编号", "层数"], ["A1", "1", 6], ["A2", "1", 5], ["A2", "2", 5]]
    found = read_ledgers(
        [text(tmp_path / "a.csv", estates), text(tmp_path / "b.csv", buildings)], place="110102"
    )
    listed = [i for i in found.issues.of(IssueKind.ELSEWHERE) if i.file == "b.csv"]
    assert [(issue.row, issue.value) for issue in listed] == [(3, "A2"), (4, "A2")]
    assert found.sources[1].elsewhere == 2


def test_a_blank_row_is_listed_as_a_note(tmp_path):
    rows = [[*HEADING], ["A1", "甲小区", "西城区"], ["", "", ""], ["A2", "乙小区", "西城区"]]
    found = read_ledgers([text(tmp_path / "a.csv", rows)], place="110102")
    (issue,) = found.issues
    assert (issue.kind, issue.row, issue.severity) == (IssueKind.BLANK, 3, Severity.NOTE)
    assert (found.sources[0].blank, found.sources[0].listed) == (1, 0)


@pytest.mark.slow
def test_as_many_rows_outside_the_place_as_a_workbook_holds_are_listed_quickly():
    log, count = IssueLog(), 220_000
    frame = pl.DataFrame({"_row": range(count), "name": [f"小区{n}" for n in range(count)]})
    table = Table("a.csv", "", Estate, frame, {}, Counts(count, 0, 0, count))
    started = perf_counter()
    note_elsewhere(table, frame, "110102", log)
    assert len(log.issues(["a.csv"])) == count
    assert perf_counter() - started < 2


@pytest.mark.parametrize(
    ("code", "district", "said"),
    [
        ("110102", "不存在区", ("110102", "“不存在区”")),
        ("11010", "西城", ("“11010”", "“西城”")),
        ("1101020", "西城区", ("“1101020”", "“西城区”")),
        ("110102", "东城区", ("110102", "“东城区”")),
    ],
)
def test_a_code_and_a_district_that_contradict_each_other_are_both_named(
    tmp_path, code, district, said
):
    heading = ["小区编号", "小区名称", "区划代码", "区县"]
    path = text(tmp_path / "a.csv", [heading, ["A1", "甲小区", code, district]])
    found = read_ledgers([path], place="110102")
    (issue,) = found.issues
    assert (issue.kind, issue.severity) == (IssueKind.CONFLICT, Severity.WARNING)
    assert all(words in issue.advice for words in said)
    assert found.estates["division"].to_list() == ["110102"]


@pytest.mark.parametrize(
    ("code", "district"),
    [
        ("110102", "西城"),
        ("110102.0", "xicheng"),
        ("110102000000", "西城区"),
        ("110102", "北京市"),
        ("11", "西城区"),
    ],
)
def test_a_code_and_a_district_that_only_differ_in_detail_are_no_issue(tmp_path, code, district):
    heading = ["小区编号", "小区名称", "区划代码", "区县"]
    path = text(tmp_path / "a.csv", [heading, ["A1", "甲小区", code, district]])
    found = read_ledgers([path], place="110102")
    assert len(found.issues) == 0
    assert found.estates["district"].to_list() == ["西城区"]


@pytest.mark.parametrize(
    ("cell", "danger", "unit"),
    [
        ("D级，无责任单位", "d", False),
        ("D级(有责任单位)", "d", True),
        ("D级（没有责任单位）", "d", False),
        ("C级 责任单位：区房管局", "c", True),
        ("D级，责任单位为示范集团公司", "d", True),
        ("D级，责任单位：无", "d", False),
        ("D级，有无责任单位：无", "d", False),
        ("D级，是否有责任单位：否", "d", False),
        ("D级，责任单位：待定", "d", None),
        ("D级，责任单位：示范厂（已破产）", "d", None),
        ("D级，无责任单位（拟由区里兜底）", "d", False),
        ("D级，责任单位已灭失", "d", None),
        ("D级2栋无责任单位，1栋有责任单位", "d", None),
        ("D级", "d", None),
        ("无", "none", None),
    ],
)
def test_a_grade_of_danger_may_come_with_the_unit_that_answers(tmp_path, cell, danger, unit):
    found = ledger(tmp_path, ["危房鉴定"], [cell.replace(",", "，")])
    (estate,) = found.estates.select("danger", "danger_unit").rows()
    assert estate == (danger, unit)
    assert len(found.issues) == 0
    origin = found.provenance.of("A0", "danger_unit")
    if unit is None:
        assert origin is None
    else:
        assert (origin.heading, origin.row, origin.derived) == ("危房鉴定", 2, True)


def test_a_column_of_units_outranks_what_the_appraisal_says_beside(tmp_path):
    found = ledger(tmp_path, ["危房鉴定", "危房责任单位"], ["D级，无责任单位", "区房管局"])
    assert found.estates["danger_unit"].to_list() == [True]


@pytest.mark.parametrize(
    ("heading", "cell", "value"),
    [
        ("危房责任单位", "区房管局", True),
        ("危房责任单位", "示范市第一建筑集团有限公司", True),
        ("危房责任单位", "有（区房管局）", True),
        ("危房责任单位", "有", True),
        ("危房责任单位", "无", False),
        ("危房责任单位", "无责任单位", False),
        ("危房责任单位", "没有", False),
        ("危房鉴定", "否", "none"),
        ("危房鉴定", "不是危房", "none"),
        ("危房鉴定", "非危房", "none"),
        ("危房鉴定", "不存在危房", "none"),
        ("危房鉴定", "是否危房：否", "none"),
        ("危房鉴定", "A级", "none"),
        ("危房鉴定", "b级", "none"),
        ("基础设施状况", "严重老旧", "severe"),
        ("基础设施情况", "严重缺失", "severe"),
        ("基础设施状况", "严重老化", "severe"),
        ("基础设施状况", "老化较严重，管网破损", "severe"),
        ("基础设施状况", "老旧", "worn"),
        ("基础设施状况", "一般老旧", "worn"),
        ("基础设施状况", "老旧，但不严重", "worn"),
        ("基础设施状况", "部分管线老化", "worn"),
        ("基础设施状况", "配套不完善", "worn"),
        ("基础设施状况", "良好", "good"),
        ("基础设施状况", "基本完好", "good"),
        ("基础设施状况", "无明显老化", "good"),
        ("公共服务设施状况", "严重缺失", True),
        ("公共服务设施情况", "缺失严重", True),
        ("公共服务设施严重缺失", "是", True),
        ("公共服务设施严重缺失", "否", False),
        ("公共服务设施严重缺失", "无严重缺失", False),
        ("公共服务设施状况", "一般", False),
        ("公共服务设施状况", "一般缺失", False),
        ("公共服务设施状况", "缺失不严重", False),
        ("公共服务设施状况", "齐全", False),
        ("公共服务设施状况", "良好", False),
        ("城镇类型", "县城", "county_town"),
        ("城镇类型", "城关镇", "county_town"),
        ("所在地类型", "某县城关镇", "county_town"),
        ("城镇类型", "市区", "city"),
        ("城镇类型", "城区", "city"),
        ("城镇类型", "乡镇", "town"),
        ("城镇类型", "示范镇", "town"),
        ("城镇类型", "农村", "village"),
    ],
)
def test_natural_words_are_understood(tmp_path, heading, cell, value):
    found = ledger(tmp_path, [heading], [cell])
    assert len(found.issues) == 0
    assert found.estates[fact_of(heading)].to_list() == [value]


def fact_of(heading):
    """Return the name of the fact that a heading means."""
    return match([heading], index(Estate))[0].fact.name


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("危房鉴定", "是", "没有写明是哪一种"),
        ("危房鉴定", "非D级", "没有写明是哪一种"),
        ("危房责任单位", "单位已撤销", "看不出是或否"),
        ("公共服务设施状况", "缺失", "没有写明缺失是否严重"),
        ("城镇类型", "城乡结合部", "没有写明是哪一种"),
    ],
)
def test_words_that_leave_it_open_give_no_value(tmp_path, heading, cell, said):
    found = ledger(tmp_path, [heading], [cell])
    (issue,) = found.issues
    assert said in issue.advice
    assert found.estates[fact_of(heading)].to_list() == [None]


def test_two_columns_of_one_fact_that_differ_in_a_row_are_both_named(tmp_path):
    found = ledger(tmp_path, ["建成年份", "建成年代"], [1995, 1985], [1990, "1990年"], ["", 1991])
    (issue,) = found.issues.of(IssueKind.CONFLICT)
    assert found.estates["built_year"].to_list() == [1985, 1990, 1991]
    assert (issue.row, issue.cell, issue.severity) == (2, "D2", Severity.WARNING)
    assert "“建成年份”（D2）写的是“1995”" in issue.advice
    assert "“建成年代”（E2）写的是“1985”" in issue.advice


@pytest.mark.parametrize("cells", [("1.2万", 12000), ("12000.0", '"12,000"'), ("", 12000)])
def test_two_columns_that_say_the_same_are_no_conflict(tmp_path, cells):
    found = ledger(tmp_path, ["总建筑面积", "建筑面积"], cells)
    assert len(found.issues.of(IssueKind.CONFLICT)) == 0
    assert found.estates["floor_area_m2"].to_list() == [12000.0]


def test_two_columns_of_names_or_numbers_are_no_conflict(tmp_path):
    rows = [["编号", *HEADING, "名称"], [1, "A1", "甲小区", "西城区", "改造一期"]]
    found = read_ledgers([text(tmp_path / "a.csv", rows)], place="110102")
    assert len(found.issues.of(IssueKind.CONFLICT)) == 0


def test_a_latest_year_before_the_earliest_is_told_with_both_cells_and_both_are_kept(tmp_path):
    rows = [2030, 2020, "是"], [2024, 2024, "是"], [2025, "", "否"]
    found = ledger(tmp_path, ["最早年份", "最晚年份", "必做"], *rows)
    (issue,) = found.issues
    assert (issue.kind, issue.severity, issue.cell) == (
        IssueKind.CONFLICT,
        Severity.WARNING,
        "E2",
    )
    assert "“最晚年份”（E2）写的是“2020”" in issue.advice
    assert "“最早年份”（D2）的“2030”" in issue.advice
    assert found.estates["earliest_year"].to_list() == [2030, 2024, 2025]
    assert found.estates["latest_year"].to_list() == [2020, 2024, None]
