"""Headings as clerks write them, and the mapping that they give."""

import pytest

from jiugai.census import Mapping, read_ledgers, read_mapping
from jiugai.census.headings import index, match
from jiugai.kernel.errors import InputError
from jiugai.policy.vocabulary import Building, Estate
from tests.core.census.builders import text, workbook

PLANNING = """
    小区编号 小区名称 区划代码 区县 街道 社区 建成年代 建筑面积(㎡) 楼栋数 户数 居民数
    老年人口占比 经度 纬度 坐标系 结构类型 产权性质 管理方式 抗震节能改造情况 节能达标率
    危房鉴定 基础类投资(万元) 完善类投资(万元) 提升类投资(万元) 社会资本(万元) 诉求件数 同意率
    业主组织 物业企业 护栏拆除同意率 必做 最早年份 最晚年份
""".split()


@pytest.mark.parametrize("heading", PLANNING)
def test_every_planning_column_is_understood(heading):
    found, unit = match([heading], index(Estate))
    assert found.rank == 0
    assert (unit is not None) == ("(" in heading)


@pytest.mark.parametrize(
    ("parts", "fact", "unit"),
    [
        (["投资（万元）", "基础类"], Estate.basic_cost, "万元"),
        (["投资/元", "完善类"], Estate.improving_cost, "元"),
        (["1. 小区名称*"], Estate.name, None),
        (["① 小 区\n名 称"], Estate.name, None),
        (["建筑面积㎡"], Estate.floor_area_m2, "m2"),
        (["建筑面积：万平方米"], Estate.floor_area_m2, "万平方米"),
        (["建成年代（年）"], Estate.built_year, "年"),
        (["BUILDTIME"], Estate.built_year, None),
        (["小区基本情况", "名称"], Estate.name, None),
        (["物业企业", "名称"], Estate.property_company, None),
        (["老年人口占比％"], Estate.elderly_share, "%"),
        (["built_year"], Estate.built_year, None),
    ],
)
def test_a_heading_is_matched_and_its_unit_read(parts, fact, unit):
    found, read = match(parts, index(Estate))
    assert found.fact is fact
    assert (read.name if read else None) == unit


@pytest.mark.parametrize(
    "parts", [["物业企业", "电话"], ["备注"], ["联系人", "名称"], ["户数（万元）x"]]
)
def test_a_heading_that_means_something_else_is_left_alone(parts):
    assert match(parts, index(Estate)) == (None, None)


def test_a_unit_of_something_else_is_no_unit():
    assert match(["户数(万元)"], index(Estate))[1] is None


def read(path, **more):
    return read_ledgers([path], place="110102", **more)


def test_titles_and_blank_lines_may_stand_above(tmp_path):
    rows = [["西城区台账"], [], ["单位：元"], ["小区名称", "基础类投资"], ["甲小区", 1200]]
    found = read(workbook(tmp_path / "a.xlsx", rows))
    assert found.estates["basic_cost"].to_list() == [120_000]
    assert found.sources[0].heading_rows == (4, 4)


def merged_heading(_book, sheet):
    sheet.merge_range("A2:A3", "小区名称")
    sheet.merge_range("B2:D2", "投资(万元)")
    sheet.write_row("B3", ["基础类", "完善类", "提升类"])
    sheet.write_row("A4", ["甲小区", 1, 2, 3])
    sheet.merge_range("A1:D1", "西城区老旧小区台账")


def test_two_line_headings_with_merged_cells_are_read(tmp_path):
    found = read(workbook(tmp_path / "a.xlsx", [], finish=merged_heading))
    costs = found.estates.select("name", "basic_cost", "improving_cost", "upgrading_cost")
    assert costs.row(0) == ("甲小区", 1_000_000, 2_000_000, 3_000_000)


def test_two_line_headings_of_text_files_are_read(tmp_path):
    rows = ["小区名称,投资(元),,", ",基础类,完善类,提升类", "甲小区,1,2,3"]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    assert read(path).estates["upgrading_cost"].to_list() == [300]


def test_a_line_of_units_belongs_to_the_heading(tmp_path):
    rows = [["小区名称", "建筑面积", "户数"], ["", "万㎡", "户"], ["甲", 1.5, 30]]
    found = read(text(tmp_path / "a.csv", rows))
    assert found.estates.select("floor_area_m2", "household_count").row(0) == (15_000.0, 30)


def test_a_line_that_counts_the_columns_is_no_estate(tmp_path):
    rows = [["序号", "小区名称", "户数"], ["甲", "1", "2"], [1, "甲小区", 30]]
    assert read(text(tmp_path / "a.csv", rows)).estates["name"].to_list() == ["甲小区"]


def test_a_plainer_heading_wins_and_the_other_is_told(tmp_path):
    rows = [["编号", "小区编号", "小区名称"], [1, "A1", "甲"]]
    found = read(workbook(tmp_path / "a.xlsx", rows))
    assert found.estates["estate_id"].to_list() == ["A1"]
    (issue,) = found.issues.of("heading")
    assert issue.column == "编号"


def test_duplicate_headings_are_refused_with_both_columns(tmp_path):
    rows = [["小区名称", "建成年代", "户数", "建成年份", "建成年代"], ["甲", 1980, 3, 1981, 1990]]
    with pytest.raises(InputError, match=r"台账 E1.*B 列.*E 列.*--mapping"):
        read(workbook(tmp_path / "a.xlsx", rows))


def test_duplicate_headings_with_the_same_cells_do_no_harm(tmp_path):
    rows = [["小区名称", "建成年代", "建成年代"], ["甲", 1980, 1980]]
    assert read(workbook(tmp_path / "a.xlsx", rows)).estates["built_year"].to_list() == [1980]


def test_a_ledger_without_a_key_is_refused_with_what_was_understood(tmp_path):
    rows = [["建成年代", "户数"], [1980, 300]]
    with pytest.raises(InputError, match=r"建成年代.*小区编号.*小区名称.*--mapping"):
        read(workbook(tmp_path / "a.xlsx", rows))


def test_a_ledger_without_headings_or_rows_is_refused(tmp_path):
    with pytest.raises(InputError, match="标题"):
        read(text(tmp_path / "a.csv", [["甲", 1980], ["乙", 1990]]))
    with pytest.raises(InputError, match="没有一行数据"):
        read(text(tmp_path / "b.csv", [["小区名称", "建成年代"]]))


def test_a_bare_list_of_names_is_a_ledger(tmp_path):
    assert read(text(tmp_path / "a.csv", [["小区名称"], ["甲"], ["乙"]])).estates.height == 2


def test_unknown_columns_are_listed_with_what_they_may_be(tmp_path):
    rows = [["小区名称", "建成的年代", "备注"], ["甲", 1980, "x"]]
    found = read(text(tmp_path / "a.csv", rows))
    told = {issue.column: issue.advice for issue in found.issues.of("unmapped")}
    assert set(told) == {"建成的年代", "备注"}
    assert "“建成年代”" in told["建成的年代"]
    assert [column.heading for column in found.mapping.ledgers[0].unmapped] == [
        "建成的年代",
        "备注",
    ]


def test_every_sheet_that_is_a_ledger_is_read_and_the_others_are_told(tmp_path):
    def finish(book, _sheet):
        book.get_worksheet_by_name("旧").hide()

    more = {
        "说明": [["怎么填"]],
        "旧": [["小区名称"], ["丙"]],
        "表2": [["小区名称", "户数"], ["乙", 3]],
    }
    rows = [["小区名称", "户数"], ["甲", 3]]
    found = read(workbook(tmp_path / "a.xlsx", rows, more=more, finish=finish))
    assert found.estates["name"].to_list() == ["甲", "乙"]
    assert {one.sheet for one in found.skipped} == {"说明", "旧"}
    assert len(found.issues.of("sheet_skipped")) == 2


def test_a_mapping_is_the_same_after_saving(tmp_path):
    rows = [["小区名称", "建筑面积(万㎡)", "备注"], ["甲", 1.5, "x"]]
    mapping = read(text(tmp_path / "a.csv", rows)).mapping
    path = tmp_path / "m.yaml"
    path.write_text(mapping.to_yaml(), encoding="utf-8")
    assert read_mapping(path) == mapping


ODD = [["代号", "哪里", "何时", "钱"], ["A1", "甲", 1980, 5], ["A2", "乙", 1990, 6]]
FORCED = """
ledgers:
  - columns:
      - {heading: 代号, fact: id}
      - {heading: 哪里, fact: name}
      - {column: C, fact: 建成年代}
      - {heading: 钱, fact: basic_cost, unit: 元}
"""


def test_a_mapping_makes_a_ledger_of_odd_headings(tmp_path):
    found = read(text(tmp_path / "a.csv", ODD), mapping=Mapping.from_yaml(FORCED))
    assert found.estates.select("estate_id", "name", "built_year", "basic_cost").rows() == [
        ("A1", "甲", 1980, 500),
        ("A2", "乙", 1990, 600),
    ]


def test_a_mapping_can_say_where_the_heading_is_and_leave_a_column_out(tmp_path):
    rows = [["小区名称", "建成年代"], ["小区名称", "建成年代"], ["甲", 1980]]
    said = """
ledgers:
  - heading_rows: [2, 2]
    columns: [{heading: 建成年代, fact: null}]
"""
    found = read(text(tmp_path / "a.csv", rows), mapping=Mapping.from_yaml(said))
    assert found.estates.select("name", "built_year").rows() == [("甲", None)]


def test_a_mapping_settles_duplicate_headings_by_letter(tmp_path):
    rows = [["小区名称", "建成年代", "建成年代"], ["甲", 1980, 1990]]
    said = """
ledgers:
  - columns:
      - {column: C, heading: 建成年代, fact: built_year}
      - {column: B, heading: 建成年代, fact: null}
"""
    found = read(text(tmp_path / "a.csv", rows), mapping=Mapping.from_yaml(said))
    assert found.estates["built_year"].to_list() == [1990]


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("[", "YAML"),
        ("a: 1", "ledgers"),
        ("ledgers: [1]", "columns"),
        ("ledgers: [{subject: house}]", "house"),
        ("ledgers: [{heading_rows: [0, 9]}]", "heading_rows"),
        ("ledgers: [{columns: [{fact: id}]}]", "column 或 heading"),
        ("ledgers: [{columns: [{column: A, fact: built_yeer}]}]", "built_year"),
        ("ledgers: [{columns: [{column: A, fact: 户数, unit: 元}]}]", "单位“元”"),
        ("ledgers: [{columns: [{column: A, fact: id}, {column: B, fact: id}]}]", "都指定为"),
    ],
)
def test_a_wrong_mapping_is_refused_with_its_entry(said, complaint):
    with pytest.raises(InputError, match=complaint) as told:
        Mapping.from_yaml(said, file="m.yaml")
    assert str(told.value).startswith("m.yaml: ")


def test_a_mapping_of_rows_that_are_not_there_is_refused(tmp_path):
    said = Mapping.from_yaml("ledgers: [{heading_rows: [90, 90]}]")
    with pytest.raises(InputError, match="heading_rows"):
        read(text(tmp_path / "a.csv", ODD), mapping=said)


def test_no_two_facts_of_a_ledger_share_a_heading():
    for subject in (Estate, Building):
        headings = [fact.heading for fact in subject.facts()]
        assert len(set(headings)) == len(headings)
