"""What a budget takes from the law, and what is said of lines that go beyond it."""

from datetime import date

import pytest

from jiugai.kernel.errors import InputError
from jiugai.planning.money.budget import EVERY_CLASS
from jiugai.planning.money.budget_file import read_budget_file
from jiugai.policy.law import law_of
from tests.core.planning.build import BASIC, IMPROVING, UPGRADING

YEARS = (2019, 2020)
DAY = date(2019, 6, 1)


@pytest.fixture
def read(tmp_path):
    """Return a function that reads a budget under the law of a place."""

    def reader(text, place="110102"):
        path = tmp_path / "预算.csv"
        path.write_text(text, encoding="utf-8")
        return read_budget_file(path, years=YEARS, payers=law_of(place, DAY).payers)

    return reader


def test_a_line_without_classes_takes_those_of_the_law_and_says_so(read):
    found = read(
        "年度,资金来源,金额(万元)\n2019,市级,1\n2020,市级,2\n2019,社会资本,3\n2019,中央,4\n"
    )

    assert [(pot.source.value, pot.classes) for pot in found.pots] == [
        ("central", EVERY_CLASS),
        ("city", BASIC),
        ("social_capital", IMPROVING | UPGRADING),
        ("city", BASIC),
    ]
    assert found.remarks == (
        (
            "预算.csv C2、C3：市级资金没有写明可用于哪类，按条文用于基础类"
            "（基础类原则上由市、区财政负担，XC18 四(二)③）。"
        ),
        (
            "预算.csv C4：社会资本资金没有写明可用于哪类，按条文用于完善类、提升类"
            "（自选类由投资主体与居民协商出资，XC18 四(二)④）。"
        ),
    )


def test_a_line_that_goes_beyond_the_law_is_used_as_it_stands_and_said(read):
    found = read(
        "年度,资金来源,可用于,金额(万元)\n2019,区级,基础类、提升类,1\n2019,市级,基础类,1\n"
    )

    assert {pot.classes for pot in found.pots} == {BASIC | UPGRADING, BASIC}
    (remark,) = found.remarks
    assert remark.startswith("预算.csv D2：区级资金写明可用于提升类，但条文对区级资金说的是")
    assert "XC18 四(二)③；条文没有禁止，已照表使用" in remark


def test_an_empty_cell_asks_the_law_and_is_refused_where_it_says_nothing(read):
    head = "年度,资金来源,可用于,金额(万元)\n"

    assert read(f"{head}2019,市级,,1\n").pots[0].classes == BASIC
    with pytest.raises(InputError, match=r"预算.csv C2: 看不懂“”可用于哪类改造"):
        read(f"{head}2019,中央,,1\n")


def test_where_no_text_speaks_a_line_without_classes_pays_for_everything(read):
    found = read("年度,资金来源,金额(万元)\n2019,市级,1\n", place="4102")

    assert (found.pots[0].classes, found.remarks) == (EVERY_CLASS, ())
