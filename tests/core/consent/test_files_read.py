"""Rolls and ballots out of files, and one sentence for each that cannot be used."""

import polars as pl
import pytest

from jiugai.consent.areas import parse_area
from jiugai.consent.ballots import read_ballots
from jiugai.consent.co_owners import read_co_owners
from jiugai.consent.columns import BALLOT, ROLL
from jiugai.consent.roll import read_roll
from jiugai.consent.template import NOTES, write_vote_template
from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.sheets import read_sheet

HEAD = "楼栋,单元,户号,专有部分面积(m²),业主,共有人,代表人,建设单位未售,未交付\n"
GOOD = "1,1,101,89.50,甲,,,,\n"


@pytest.fixture
def file(tmp_path):
    def write(text, name="名册.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_text(text, encoding=encoding)
        return path

    return write


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1,1,102,-3,乙,,,,", "名册.csv 第 3 行: 专有部分面积“-3”不能用"),
        ("1,1,102,0,乙,,,,", "第 3 行"),
        ("1,1,102,,乙,,,,", "专有部分面积“”不能用"),
        ("1,1,102,80.125,乙,,,,", "最多两位小数"),
        ("1,1,102,1e3,乙,,,,", "1e3"),
        ("1号楼,1单元,101室,80,乙,,,,", "1-1-101 在第 2 行已经有了"),
        ("1,1,,80,乙,,,,", "没有户号"),
        ("1,1,102,80,,,,,", "没有业主"),
        ("1,1,102,80,乙,,,大概,", "“建设单位未售”不能是“大概”"),
        ("1,1,102,80,乙,,,是,是", "既写“未售”又写“未交付”"),
        ("1,1,102,80,乙,丙2/3、丁2/3,,,", "份额合计不是 1"),
        ("1,1,102,80,乙,丙、丙,,,", "共有人“丙、丙”看不懂"),
        ("1,1,102,80,乙,丙,丁,,", "代表人“丁”不是这套房的业主"),
        ("1,1,102,80,乙,,,,,多,多", "单元格比表头多"),
        ('1,1,102,80,"乙,,,,', "引号不成对"),
    ],
)
def test_a_roll_that_contradicts_itself_is_refused(file, row, said):
    with pytest.raises(InputError) as refused:
        read_roll(file(HEAD + GOOD + row + "\n"))

    assert said in str(refused.value)
    assert "名册.csv" in str(refused.value)


def test_two_developers_are_one_too_many(file):
    rows = "1,1,1,50,甲公司,,,是,\n1,1,2,50,乙公司,,,是,\n"
    with pytest.raises(InputError, match="乙公司、甲公司"):
        read_roll(file(HEAD + rows))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "没有找到表头"),
        ("一,二\n1,2\n", "没有找到表头"),
        ("户号,业主\n1,甲\n", "缺少“专有部分面积”一列"),
        ("业主,面积\n甲,50\n", "户号或者不动产单元号"),
        ("户号,业主,面积(亩)\n1,甲,50\n", "单位不是平方米"),
        ("户号,业主,面积\n", "没有一行数据"),
    ],
)
def test_a_file_that_is_no_roll_is_refused(file, text, said):
    with pytest.raises(InputError, match=r"^名册\.csv: ") as refused:
        read_roll(file(text))

    assert said in str(refused.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match="没有这个文件"):
        read_roll(tmp_path / "无.csv")


def test_areas_must_make_the_declared_total(file):
    path = file(HEAD + GOOD + "1,1,102,60.25,乙,,,,\n")

    assert read_roll(path, area_total=parse_area("149.75")).area == 14975
    with pytest.raises(InputError, match=r"合计 149\.75 .*申报的 150\.00 .*相差 0\.25 平方米"):
        read_roll(path, area_total=15000)


@pytest.mark.parametrize("text", ["", "大约80", "-1", "80.123"])
def test_a_declared_total_that_is_no_area_is_refused(text):
    with pytest.raises(UsageError, match="看不懂"):
        parse_area(text)


def test_titles_above_blank_lines_and_other_encodings_do_no_harm(file):
    text = '某小区业主名册,,,\n\n房号,建筑面积,产权人\n 101 ,89.5㎡,甲\n\n0102室,"1,060",乙\n'
    for encoding in ("utf-8-sig", "gb18030"):
        roll = read_roll(file(text, encoding=encoding))
        assert roll.flats["area"].to_list() == [8950, 106_000]
        assert roll.flats["line"].to_list() == [4, 6]
        assert roll.flats["label"].to_list() == ["101", "0102"]


def test_parquet_and_csv_come_to_the_same(file, tmp_path):
    text = "楼栋,户号,面积,业主\n3号楼,101,89.5,甲\n3,102,60.25,乙\n"
    frame = pl.DataFrame(
        {"楼栋": ["3号楼", "3"], "户号": [101, 102], "面积": [89.5, 60.25], "业主": ["甲", "乙"]}
    )
    frame.write_parquet(tmp_path / "名册.parquet")
    one, two = read_roll(file(text)), read_roll(tmp_path / "名册.parquet")

    assert one.flats.drop("line").equals(two.flats.drop("line"))


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("乙", "1/2 1/2"),
        ("乙、丙", "1/3 1/3 1/3"),
        ("乙1/3", "2/3 1/3"),
        ("乙(1/4)；丙 25%", "1/2 1/4 1/4"),
        ("甲1/4,乙3/4", "1/4 3/4"),
        ("甲、乙", "1/2 1/2"),
    ],
)
def test_shares_of_co_owners_make_one_whole(text, shares):
    assert " ".join(str(one.part) for one in read_co_owners("甲", text)) == shares


@pytest.mark.parametrize(
    "text", ["乙1/2、丙", "乙1/0", "乙3/2", "乙100%", "乙、、丙", "乙1/20001"]
)
def test_shares_that_make_no_whole_are_refused(text):
    with pytest.raises(ValueError, match=r"."):
        read_co_owners("甲", text)


def test_a_column_of_marks_for_each_item(file):
    text = "户号,意见：楼道粉刷,意见：加装电梯\n101,同意,反对\n102,弃权,\n"
    frame = read_ballots([file(text, "票.csv")]).frame

    assert frame.select("line", "item", "choice").rows() == [
        (2, "楼道粉刷", 1),
        (2, "加装电梯", 2),
        (3, "楼道粉刷", 3),
        (3, "加装电梯", 0),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [("户号,时间\n1,\n", "缺少“意见”一列"), ("意见,时间\n同意,\n", "户号、不动产单元号或者业主")],
)
def test_a_file_that_is_no_list_of_ballots_is_refused(file, text, said):
    with pytest.raises(InputError, match=said):
        read_ballots([file(text, "票.csv")])


def test_the_template_has_every_column_and_explains_it(tmp_path):
    path = tmp_path / "模板.xlsx"
    write_vote_template(path)

    for sheet, columns in (("名册", ROLL), ("表决票", BALLOT)):
        (head,) = read_sheet(path, sheet=sheet)
        assert [cell.text for cell in head] == [words[0] for words in columns.values()]
    assert set(NOTES) == {*ROLL, *BALLOT}


def test_an_empty_template_says_that_nothing_was_filled_in(tmp_path):
    path = tmp_path / "模板.xlsx"
    write_vote_template(path)

    with pytest.raises(InputError, match="没有一行数据"):
        read_roll(path)
