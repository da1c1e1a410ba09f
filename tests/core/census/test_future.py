"""Years that have not come yet are doubted, and nothing else is touched."""

from datetime import date

from jiugai.census.issues import IssueKind
from jiugai.census.read import read_ledgers

ROWS = """小区编号,小区名称,区划代码,建成年代,抗震节能改造完成年份
A1,甲里,110102,2081,2013
A2,乙里,110102,2018,2019
A3,丙里,110102,1985,
"""


def read(tmp_path, day):
    path = tmp_path / "台账.csv"
    path.write_text(ROWS, encoding="utf-8")
    return read_ledgers([path], place="110102", day=day)


def test_a_year_after_the_day_is_listed_and_left_out(tmp_path):
    found = read(tmp_path, date(2018, 7, 1))

    assert found.estates["built_year"].to_list() == [None, 2018, 1985]
    assert found.estates["retrofit_year"].to_list() == [2013, None, None]
    assert [(i.cell, i.value, i.kind) for i in found.issues] == [
        ("D2", "2081", IssueKind.OUT_OF_RANGE),
        ("E3", "2019", IssueKind.OUT_OF_RANGE),
    ]


def test_without_a_day_nothing_is_too_late(tmp_path):
    found = read(tmp_path, None)

    assert found.estates["built_year"].to_list() == [2081, 2018, 1985]
    assert list(found.issues) == []
