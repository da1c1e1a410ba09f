"""Budget files as offices keep them, and what is said of those that cannot be used."""

import pytest
import xlsxwriter

from jiugai.kernel.errors import InputError
from jiugai.planning.money.budget import EVERY_CLASS, Source
from jiugai.planning.money.budget_file import read_budget, read_budget_file
from jiugai.policy.entries import Works

YEARS = (2026, 2027)
HEAD = "年度,资金来源,可用于,金额(万元)\n"


@pytest.fixture
def read(tmp_path):
    """Return a function that reads a budget of some text."""

    def reader(text, encoding="utf-8"):
        path = tmp_path / "预算.csv"
        path.write_bytes(text.encode(encoding))
        return read_budget_file(path, years=YEARS)

    return reader


def test_a_line_is_year_source_classes_and_amount(read):
    (pot,) = read(HEAD + '2026,市级,基础类,"1,200.5"\n').pots

    assert (pot.year, pot.source, pot.classes) == (2026, Source.CITY, {Works.BASIC})
    assert pot.cents == 1_200_500_000
    assert pot.line == "预算.csv D2"


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("中央", Source.CENTRAL),
        ("中央补助资金", Source.CENTRAL),
        ("市级资金", Source.CITY),
        ("区财政", Source.DISTRICT),
        ("街道（乡镇）", Source.STREET),
        ("社会资本", Source.SOCIAL),
        ("居民出资", Source.RESIDENTS),
        ("原产权单位", Source.OWNER_UNITS),
        ("专业公司", Source.PIPELINES),
        ("central", Source.CENTRAL),
        ("Social Capital", Source.SOCIAL),
        ("owner_units", Source.OWNER_UNITS),
        ("pipeline companies", Source.PIPELINES),
    ],
)
def test_sources_go_by_their_names_and_synonyms(read, word, source):
    assert read(f"{HEAD}2026,{word},全部,1\n").pots[0].source is source


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("全部", EVERY_CLASS),
        ("基础类、完善类", {Works.BASIC, Works.IMPROVING}),
        ("完善类+提升类", {Works.IMPROVING, Works.UPGRADING}),
        ("basic+improving+upgrading", EVERY_CLASS),
        ("提升", {Works.UPGRADING}),
    ],
)
def test_classes_may_be_several(read, word, classes):
    assert read(f"{HEAD}2026,市级,{word},1\n").pots[0].classes == classes


@pytest.mark.parametrize(
    ("heading", "cell", "cents"),
    [
        ("金额(万元)", "2", 2_000_000),
        ("金额（亿元）", "0.5", 5_000_000_000),
        ("金额/元", "7", 700),
        ("金额", "3", 3_000_000),
        ("金额", "3万元", 3_000_000),
        ("amount", "4", 4_000_000),
        ("amount_wan", "5", 5_000_000),
        ("amount_yuan", "6", 600),
    ],
)
def test_the_unit_stands_in_the_heading_or_the_cell_and_is_wan_otherwise(
    read, heading, cell, cents
):
    assert read(f"年度,资金来源,可用于,{heading}\n2026,市级,全部,{cell}\n").total() == cents


def test_a_unit_above_the_table_counts(read):
    text = "资金安排表\n单位：元\n年度,资金来源,可用于,金额\n2026,市级,全部,800\n"

    assert read(text).total() == 80_000


def test_english_headings_and_gb18030_and_a_missing_class_column_do(read):
    assert read("year,source,amount\n2027,city,5\n").pots[0].classes == EVERY_CLASS
    assert read(HEAD + "2026年,区级,全部,1\n", "gb18030").pots[0].source is Source.DISTRICT


def test_pots_come_in_order_of_year_and_source(read):
    found = read(HEAD + "2027,市级,全部,1\n2026,区级,全部,2\n2026,中央,全部,3\n")

    assert [(pot.year, pot.source) for pot in found.pots] == [
        (2026, Source.CENTRAL),
        (2026, Source.DISTRICT),
        (2027, Source.CITY),
    ]


def test_a_footer_with_the_right_total_is_no_line(read):
    assert len(read(HEAD + "2026,市级,全部,1\n2027,市级,全部,2\n合计,,,3\n").pots) == 2


@pytest.mark.parametrize(
    ("lines", "cell", "words"),
    [
        ("2026,彩票,全部,1", "B2", "不认识资金来源“彩票”"),
        ("2026,市级,装修,1", "C2", "可用于哪类"),
        ("2026,市级,,1", "C2", "可用于哪类"),
        ("2026,市级,全部,-1", "D2", "负数"),
        ("2026,市级,全部,", "D2", "看不懂金额"),
        ("2026,市级,全部,0.0000001", "D2", "不是整数分"),
        ("2029,市级,全部,1", "A2", "不在计划期 2026–2027"),
        ("明年,市级,全部,1", "A2", "看不懂年度"),
        ("2026,市级,全部,1\n2026,市级资金,全部,2", "D3", "与 D2 重复"),
        ("2026,市级,全部,1\n2026,区级,全部,5000元", "D3", "单位不一致"),
        ("2026,市级,全部,1\n合计,,,2", "D3", "各行之和 1 万元不符"),
    ],
)
def test_a_wrong_cell_is_named_with_what_to_do(read, lines, cell, words):
    with pytest.raises(InputError) as refused:
        read(HEAD + lines + "\n")

    assert (refused.value.file, refused.value.cell) == ("预算.csv", cell)
    assert words in str(refused.value)


def test_cells_that_mix_units_without_a_heading_are_refused(read):
    with pytest.raises(InputError, match="统一为万元"):
        read("年度,资金来源,可用于,金额\n2026,市级,全部,1万元\n2026,区级,全部,2\n")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空的"),
        (b" , ,\n", "空的"),
        ("姓名,电话\n甲,1\n".encode(), "找不到表头"),
        (HEAD.encode(), "没有任何预算行"),
        (b"PK\x03\x04 broken", "已损坏"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "有密码"),
        (b"\xd0\xcf\x11\xe0 something else", "已损坏"),
        (b"\xff\xff\xff\x00\x00", "编码无法识别"),
        (b"a\x00b,c\n", "不是表格"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(tmp_path, content, words):
    path = tmp_path / "预算.xlsx"
    path.write_bytes(content)

    with pytest.raises(InputError, match=words):
        read_budget_file(path, years=YEARS)


def test_a_missing_file_is_no_strange_amount():
    with pytest.raises(InputError, match="没有这个文件"):
        read_budget("没有/预算.csv", years=YEARS)


def test_a_workbook_with_merged_years_and_formulas_is_read(tmp_path):
    path = tmp_path / "预算.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:D1", "资金安排")
        sheet.write_row("A2", ["年度", "资金来源", "可用于", "金额(万元)"])
        sheet.merge_range("A3:A4", 2026)
        sheet.write_row("B3", ["市级", "全部", 0.1 + 0.2])
        sheet.write_row("B4", ["区级", "全部"])
        sheet.write_formula("D4", "=1+1", None, 2)

    found = read_budget_file(path, years=YEARS)

    assert [(pot.year, pot.cents) for pot in found.pots] == [(2026, 300_000), (2026, 2_000_000)]


def test_a_table_of_a_hundred_thousand_lines_is_no_budget(tmp_path):
    path = tmp_path / "预算.csv"
    path.write_text("a\n" * 100_000)

    with pytest.raises(InputError, match="最多"):
        read_budget_file(path, years=YEARS)


def test_a_cell_without_a_figure_is_no_other_unit(read):
    with pytest.raises(InputError, match="看不懂金额“约九千”") as caught:
        read(HEAD + "2026,市级,基础类,约九千\n")

    assert caught.value.cell == "D2"
