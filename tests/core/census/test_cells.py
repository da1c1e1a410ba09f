"""Cells as clerks write them, and what is read from them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.census.cells.column import read_column
from jiugai.census.cells.readers import reader_for
from jiugai.census.headings import index, match
from jiugai.census.issues import IssueKind
from jiugai.census.sheet import RawColumn, columns_of
from jiugai.policy.vocabulary import Building, Estate, Fact, Kind


def read(heading, *cells, subject=Estate):
    """Return the values of a column under a heading and the kind of doubt about each cell."""
    found, unit = match([heading], index(subject))
    return read_fact(found.fact, unit, *cells)


def read_fact(fact, unit, *cells):
    texts, numbers = columns_of([[cell] for cell in cells], 1)
    raw = RawColumn(texts["0"], numbers["0"])
    parsed = read_column(raw, reader_for(fact, unit, raw))
    doubts = dict(parsed.doubts.select("at", "kind").iter_rows())
    return parsed.values.to_list(), [doubts.get(at) for at in range(len(cells))]


def read_one(heading, cell, *beside, subject=Estate):
    values, doubts = read(heading, cell, *beside, subject=subject)
    return values[0], doubts[0]


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("1983年建成", 1983),
        ("1983", 1983),
        (1983.0, 1983),
        ("１９８３年", 1983),
        ("1983年底", 1983),
        ("建于1956年", 1956),
        ("二〇〇〇年", 2000),
        ("一九八三年建成", 1983),
        ("1983.12", 1983),
        ("1983年12月竣工", 1983),
        ("1983-05-01", 1983),
        ("1983-05-01 12:30:00", 1983),
        ("198312", 1983),
        ("19831201", 1983),
        ("2000年12月31日", 2000),
    ],
)
def test_a_year_is_read_without_doubt(cell, year):
    assert read_one("建成年代", cell) == (year, None)


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("80年代", "doubtful"),
        ("上世纪八十年代", "doubtful"),
        ("1980年代末", "doubtful"),
        ("83年", "doubtful"),
        ("约1983年", "doubtful"),
        ("1990年以前", "doubtful"),
        ("1990-1985", "doubtful"),
        (1885.0, "out_of_range"),
        ("1885年", "out_of_range"),
        ("9999", "out_of_range"),
        (-1983.0, "unreadable"),
        ("19851990", "unreadable"),
        ("待拆", "unreadable"),
    ],
)
def test_a_doubtful_year_gives_no_value(cell, kind):
    assert read_one("建成年代", cell) == (None, kind)


@pytest.mark.parametrize(
    "cell",
    ["1985-1990年", "1985至1990年", "1985~90年", "1985、1990", "1985年建成(2栋),1990年建成(1栋)"],
)
def test_of_several_years_the_earliest_is_taken_and_told(cell):
    assert read_one("建成年代", cell) == (1985, "several")


@pytest.mark.parametrize("cell", [30437.0, "30437", "20011", 39083.0, "20011.0"])
def test_five_digits_are_no_year_for_they_may_be_a_slip_or_the_number_of_a_day(cell):
    assert read_one("建成年代", cell) == (None, "doubtful")


def test_a_day_in_a_workbook_is_read_as_its_year():
    assert read_one("建成年代", datetime(1983, 5, 1)) == (1983, None)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("heading", "cell", "value"),
    [
        ("建成年代", "1999.0", 1999),
        ("建成年代", "1,999.0", 1999),
        ("户数", "907.0", 907),
        ("户数", "1,999.0", 1999),
        ("户数", "1,999.00户", 1999),
    ],
)
def test_a_whole_number_may_be_written_with_a_point(heading, cell, value):
    assert read_one(heading, cell) == (value, None)


@pytest.mark.parametrize(
    "cell", ["", "暂无信息", "无", "—", "未知", "N/A", "暂 无", "/", "#N/A", "不详", "　"]
)
@pytest.mark.parametrize("heading", ["建成年代", "户数", "建筑面积", "同意率", "基础类投资"])
def test_words_for_nothing_are_missing_values_and_no_issues(heading, cell):
    assert read_one(heading, cell) == (None, None)


@pytest.mark.parametrize(
    ("heading", "cell", "value"),
    [
        ("楼栋数", "17栋", 17),
        ("楼栋数", "十七栋", 17),
        ("楼栋数", "３幢", 3),
        ("楼栋数", "5栋(含2栋平房)", 5),
        ("户数", "907户", 907),
        ("户数", "1,907户", 1907),
        ("户数", "1.2万", 12000),
        ("户数(万户)", 1.2, 12000),
        ("户数(万户)", "907户", 907),
        ("居民数", "2300人", 2300),
        ("建筑面积", "1.2万㎡", 12000.0),
        ("建筑面积(万㎡)", 1.2345, 12345.0),
        ("建筑面积（万平方米）", "23000平方米", 23000.0),
        ("建筑面积", "1e4", 10000.0),
        ("基础类投资(万元)", 1234.567891, 1234567891),
        ("基础类投资", 0.1, 100_000),
        ("基础类投资", "5,767.33", 5_767_330_000),
        ("基础类投资", "1.2亿元", 12_000_000_000),
        ("基础类投资(元)", "1234.5", 123_450),
        ("基础类投资(元)", "1.2万元", 1_200_000),
        ("基础类投资(亿元)", 0.3, 3_000_000_000),
        ("经度", "116°23′15″", 116.3875),
        ("经度", "东经116.4度", 116.4),
    ],
)
def test_a_quantity_is_read_in_the_units_of_cell_and_heading(heading, cell, value):
    assert read_one(heading, cell) == (value, None)


@pytest.mark.parametrize(
    ("heading", "cell", "kind"),
    [
        ("楼栋数", -3.0, "out_of_range"),
        ("楼栋数", "-3栋", "out_of_range"),
        ("楼栋数", 17.5, "unreadable"),
        ("楼栋数", 1e300, "out_of_range"),
        ("楼栋数", "10-12栋", "doubtful"),
        ("楼栋数", "2号楼", "unreadable"),
        ("建筑面积", -1.0, "out_of_range"),
        ("建筑面积", "9999万㎡", "out_of_range"),
        ("建筑面积", "120米", "unreadable"),
        ("基础类投资", -5.0, "out_of_range"),
        ("户数", "很多", "unreadable"),
    ],
)
def test_an_absurd_or_unclear_quantity_gives_no_value(heading, cell, kind):
    assert read_one(heading, cell) == (None, kind)


@pytest.mark.parametrize("cell", ["约20栋", "20余栋", "20栋左右", "20栋以上"])
def test_a_rough_count_is_taken_and_told(cell):
    assert read_one("楼栋数", cell) == (20, "approximate")


@given(cents=st.integers(0, 10**15))
def test_money_in_wan_comes_out_in_exact_cents(cents):
    assert read_one("基础类投资(万元)", cents / 1_000_000) == (cents, None)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["85%", "90%"], [0.85, 0.9]),
        ([85.0, 90.0], [0.85, 0.9]),
        ([0.85, 1.0], [0.85, 1.0]),
        (["0.85", "0.5%"], [0.85, 0.005]),
        (["百分之八十"], [0.8]),
        (["全部同意"], [1.0]),
        ([0.0, 66.7], [0.0, 0.667]),
    ],
)
def test_a_column_of_shares_is_read_by_its_own_numbers(cells, values):
    assert read("同意率", *cells) == (values, [None] * len(cells))


def test_fractions_among_per_cents_are_what_a_spreadsheet_shows_as_per_cents():
    assert read("同意率", 85.0, 0.4, 1.0, 0.0) == ([0.85, 0.4, 1.0, 0.0], [None] * 4)
    assert read("同意率", "45", "49%", "0.4") == ([0.45, 0.49, 0.4], [None] * 3)


def test_a_share_beyond_all_or_below_nothing_is_dropped_among_whatever_numbers():
    assert read("同意率", 85.0, 0.4, 120.0, -0.1, -5.0) == (
        [0.85, 0.4, None, None, None],
        [None, None, *["out_of_range"] * 3],
    )


@pytest.mark.parametrize(("cell", "kind"), [(120.0, "out_of_range"), ("95%以上", "doubtful")])
def test_a_share_that_is_none_gives_no_value(cell, kind):
    assert read_one("同意率", cell, 85.0) == (None, kind)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("是", True),
        ("√", True),
        ("Y", True),
        (1.0, True),
        (True, True),
        ("必做", True),
        ("否", False),
        ("无", False),
        ("×", False),
        ("n", False),
        (0.0, False),
        (False, False),
    ],
)
def test_yes_and_no_are_read(cell, value):
    assert read_one("必做", cell) == (value, None)


def test_a_letter_that_may_be_a_cross_or_a_tick_is_doubtful():
    assert read_one("必做", "x") == (None, "unreadable")


def test_what_is_lacking_is_yes():
    assert read("基础设施不足", "不足", "齐全") == ([True, False], [None, None])


@pytest.mark.parametrize(
    ("heading", "cell", "word"),
    [
        ("管理方式", "无物业管理服务", "none"),
        ("管理方式", "单位自管物业", "unit"),
        ("管理方式", "街道办事处（委员会）代管物业", "street"),
        ("管理方式", "社区代管", "street"),
        ("管理方式", "示范物业管理有限公司", "professional"),
        ("管理方式", "业主自筹物业", "owners"),
        ("管理方式", "准物业管理", "quasi"),
        ("管理方式", "professional", "professional"),
        ("抗震节能改造情况", "未改造", "none"),
        ("抗震节能改造情况", "否", "none"),
        ("抗震节能改造情况", "已完成(2013年)", "done"),
        ("抗震节能改造情况", "十二五已完成", "done"),
        ("抗震节能改造情况", "5栋已完成", "partial"),
        ("抗震节能改造情况", "拟改造", "none"),
        ("危房鉴定", "C级2栋", "c"),
        ("危房鉴定", "C级2栋、D级1栋", "d"),
        ("危房鉴定", "B级", "none"),
        ("危房鉴定", "无", "none"),
        ("业主组织", "业委会", "committee"),
        ("业主组织", "无业委会，有物管会", "council"),
        ("业主组织", "均无", "none"),
        ("产权性质", "央产", "central"),
        ("产权性质", "房改房、商品房", "mixed"),
        ("结构类型", "砖混结构", "brick"),
        ("坐标系", "百度坐标", "bd09"),
    ],
)
def test_the_words_of_clerks_stand_for_a_choice(heading, cell, word):
    assert read_one(heading, cell) == (word, None)


@pytest.mark.parametrize(
    ("heading", "cell", "kind"),
    [
        ("危房鉴定", "危房", "doubtful"),
        ("危房鉴定", "存在安全隐患", "unreadable"),
        ("结构类型", "砖混、框架", "doubtful"),
        ("结构类型", "钢混", "doubtful"),
        ("业主组织", "有", "doubtful"),
        ("管理方式", "某某", "unreadable"),
    ],
)
def test_an_unclear_choice_gives_no_value(heading, cell, kind):
    assert read_one(heading, cell) == (None, kind)


def test_what_is_not_appraised_is_missing_and_no_issue():
    assert read_one("危房鉴定", "未鉴定") == (None, None)


def test_a_body_still_being_formed_does_not_exist_yet_and_is_told():
    assert read_one("业主组织", "业委会筹备中") == ("none", "doubtful")


@pytest.mark.parametrize(
    ("cell", "value", "kind"),
    [
        ("2021-03-15", date(2021, 3, 15), None),
        ("2021年3月15日", date(2021, 3, 15), None),
        ("20210315", date(2021, 3, 15), None),
        (44270.0, date(2021, 3, 15), "serial"),
        ("2021年3月", None, "doubtful"),
        ("2021-02-30", None, "unreadable"),
        ("改天", None, "unreadable"),
        ("暂无", None, None),
    ],
)
def test_days_are_read(cell, value, kind):
    assert read_fact(Fact(Kind.DAY, "日期", "一天"), None, cell) == ([value], [kind])


CELLS = st.one_of(
    st.text(max_size=20),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.sampled_from(["1985年", "17栋", "85%", "是", "C级", "1.2万元", "二〇〇〇", "1985-1990"]),
)
FACTS = [
    fact
    for subject in (Estate, Building)
    for fact in subject.facts()
    if fact.kind is not Kind.TEXT
]


@given(fact=st.sampled_from(FACTS), cells=st.lists(CELLS, min_size=1, max_size=6))
def test_whatever_stands_in_a_cell_it_gives_a_plausible_value_or_none(fact, cells):
    values, doubts = read_fact(fact, None, *cells)
    for value, doubt in zip(values, doubts, strict=True):
        assert doubt is None or doubt in list(IssueKind)
        if value is not None and fact.kind is Kind.CHOICE:
            assert value in fact.choices
        elif value is not None and fact.low is not None and fact not in (Estate.lon, Estate.lat):
            assert fact.low <= value
            assert fact.high is None or value <= fact.high


@given(cells=st.lists(CELLS, min_size=2, max_size=6), fact=st.sampled_from(FACTS))
def test_equal_cells_of_a_column_are_read_alike(cells, fact):
    values, doubts = read_fact(fact, None, *cells, *cells)
    half = len(cells)
    assert (values[:half], doubts[:half]) == (values[half:], doubts[half:])
