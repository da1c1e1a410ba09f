"""Tables of floor coefficients: shipped examples, and what the owners agreed on."""

from fractions import Fraction

import pytest

from jiugai.finance.sharing.floors import floor_table, known_tables
from jiugai.kernel.errors import InputError, UsageError


@pytest.mark.parametrize("name", known_tables())
def test_in_a_shipped_table_no_floor_counts_less_than_the_one_below(name):
    table = known_tables()[name]
    counts = [table.of(floor) for floor in sorted(table.coefficients)]
    assert counts == sorted(counts)
    assert table.of(1) == 0
    assert table.of(99) is None


def test_the_owners_own_table_is_read(tmp_path):
    path = tmp_path / "系数.csv"
    path.write_text("楼层,系数\n地下1,0\n1层,0\n2,0.5\n3F,1\n", encoding="utf-8")
    found = floor_table(str(path))
    assert found.coefficients == {-1: 0, 1: 0, 2: Fraction(1, 2), 3: 1}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("1,0\n1,1\n", "1 层写了两次"),
        ("1,0\n2,0\n", "全部为零"),
        ("1,-1\n", "系数“-1”是负数"),
        ("一,1\n", "看不懂楼层“一”"),
        ("", "没有一行数据"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(tmp_path, rows, said):
    path = tmp_path / "系数.csv"
    path.write_text(f"楼层,系数\n{rows}", encoding="utf-8")
    with pytest.raises(InputError, match=said):
        floor_table(str(path))


def test_a_name_that_nobody_knows_is_refused_with_the_known_ones():
    with pytest.raises(
        UsageError, match=r"没有楼层系数表“济南”；可用 by_area_reference、even_steps"
    ):
        floor_table("济南")
