"""What regions are due, why, and whether they were told the same."""

import random
from datetime import date
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

from jiugai.finance.grants.allotment import allot
from jiugai.finance.grants.cofunding import Raised as Own
from jiugai.finance.grants.cofunding import correction, read_projects, told
from jiugai.finance.grants.formula import (
    CENTRAL_FACTORS,
    central_formula,
    formula_of,
    shipped_formulas,
)
from jiugai.finance.grants.regions import Region, read_regions
from jiugai.kernel.errors import InputError, UsageError
from jiugai.policy.entries import Works
from jiugai.policy.law import law_of

LAW = law_of("", date(2022, 1, 1))
CENTRAL = central_formula(LAW)
TABLE = """地区,财政困难系数,面积,户数,楼栋数,小区数,绩效,投资额(万元),下达金额(万元)
甲市,1.0,100000,1200,40,6,90,5000,3000
乙市,0.8,250000,3000,90,12,85,11000,4200
丙县,1.4,60000,700,25,5,95,2600,2800
合计,,410000,4900,155,23,,18600,10000
"""


def regions(folder, text=TABLE, formula=CENTRAL, due="下达金额"):
    path = folder / "地区.csv"
    path.write_text(text, encoding="utf-8")
    return read_regions(path, formula, due=due)


def test_every_part_is_the_formula_of_the_text(tmp_path):
    made = allot(regions(tmp_path), 10**10, CENTRAL)
    weights = {"area": "2/5", "households": "3/10", "buildings": "1/10", "estates": "1/10"}
    first = made.regions[0]
    for factor, weight in weights.items():
        whole = sum(one.region.amounts[factor] * one.region.difficulty for one in made.regions)
        share = first.region.amounts[factor] * first.region.difficulty / whole
        assert first.parts[factor].share == share
        assert abs(first.parts[factor].cents - Fraction(weight) * share * 10**10) < 1
    assert first.parts["performance"].share == Fraction(90, 270)


@given(
    total=st.integers(0, 10**13),
    seed=st.integers(0, 10**6),
    amounts=st.lists(
        st.lists(st.integers(1, 10**6), min_size=6, max_size=6), min_size=1, max_size=8
    ),
)
def test_regions_and_factors_add_up_whatever_their_order(total, seed, amounts):
    made = [
        Region(
            str(at),
            Fraction(row[0], 100),
            dict(zip(CENTRAL_FACTORS, map(Fraction, row[1:]), strict=True)),
        )
        for at, row in enumerate(amounts)
    ]
    found = allot(made, total, CENTRAL)
    assert found.shared == total
    for one in found.regions:
        assert sum(part.cents for part in one.parts.values()) == one.cents
    random.Random(seed).shuffle(made)
    again = {one.region.name: one.cents for one in allot(made, total, CENTRAL).regions}
    assert again == {one.region.name: one.cents for one in found.regions}


def test_what_was_told_otherwise_is_named(tmp_path):
    made = allot(regions(tmp_path), 10**10, CENTRAL)
    off = {one.region.name: one.off for one in made.differences}
    assert set(off) == {"甲市", "乙市", "丙县"}
    assert sum(off.values()) == 0
    right = TABLE.replace("3000\n", f"{made.regions[0].cents / 10**6:.6f}\n", 1)
    right = right.replace(",10000\n", ",\n")
    again = allot(regions(tmp_path, right), 10**10, CENTRAL)
    assert "甲市" not in {one.region.name for one in again.differences}


def test_the_three_factors_of_hebei(tmp_path):
    formula = shipped_formulas()["hebei_2019"]
    made = allot(regions(tmp_path, formula=formula), 10**10, formula)
    invested = [5000, 11000 * Fraction(4, 5), 2600 * Fraction(7, 5)]
    assert made.regions[0].parts["investment"].share == 5000 / sum(invested)
    assert made.shared == 10**10


def test_the_award_of_2024_is_set_apart_only_where_a_place_reads_it_so():
    day = date(2024, 6, 1)
    plain = central_formula(law_of("", day))
    assert plain.tasks == 1
    assert "cfund.award_2024=split" in plain.remarks[0]
    split = central_formula(law_of("", day, readings={"cfund.award_2024": "split"}))
    region = Region("甲", Fraction(1), dict.fromkeys(CENTRAL_FACTORS, Fraction(1)))
    assert allot([region], 1000, split).award == 200
    assert allot([region], 1000, split).shared == 800


def test_rounding_each_by_itself_may_miss_the_total():
    law = law_of("", date(2022, 1, 1), readings={"cfund.rounding": "round_each"})
    one = dict.fromkeys(CENTRAL_FACTORS, Fraction(1))
    three = [Region(name, Fraction(1), one) for name in "甲乙丙"]
    assert allot(three, 100, central_formula(law)).shared == 99
    assert allot(three, 100, CENTRAL).shared == 100


def test_a_reading_that_needs_an_unpublished_day_is_refused():
    readings = {"cfund.year_start": "budget"}
    with pytest.raises(UsageError, match="2020 年预算下达日没有公布"):
        central_formula(law_of("", date(2020, 6, 1), readings=readings))


def test_a_day_before_the_formula_is_refused():
    with pytest.raises(UsageError, match="还没有中央资金分配办法"):
        central_formula(law_of("", date(2018, 6, 1)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("户数,", "人数,", "缺少列：户数"),
        ("甲市,1.0,100000", "甲市,1.0,", "没有写改造面积"),
        ("甲市,1.0,100000", "甲市,1.0,-1", "改造面积“-1”是负数"),
        ("甲市,1.0", "甲市,0", "财政困难系数为 0"),
        ("乙市,0.8", "甲市,0.8", "“甲市”写了两次"),
        ("合计,,410000", "合计,,410001", "与各地区改造面积之和 410,000 不符"),
        ("4200", "4200元", "单位不一致"),
        ("下达金额(万元)", "下达", "缺少列：下达金额"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(tmp_path, old, new, said):
    with pytest.raises(InputError, match=said):
        regions(tmp_path, TABLE.replace(old, new))


def test_a_factor_that_nobody_has_is_refused(tmp_path):
    text = TABLE.replace(",90,5000", ",0,5000").replace(",85,", ",0,").replace(",95,", ",0,")
    with pytest.raises(UsageError, match="绩效评价结果”之和为零"):
        allot(regions(tmp_path, text), 10**10, CENTRAL)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("甲: {weights: {area: 1/2}}", "不是 1"),
        ("甲: {weights: {height: 1}}", "因素有"),
        ("甲: {weights: {area: 1}, by_difficulty: [x]}", "不认识的因素"),
        ("甲: 1", "应写成"),
        ("甲: [", "读不了"),
        ("甲: {weights: {area: 1}}\n乙: {weights: {area: 1}}", "恰有一个"),
    ],
)
def test_a_formula_that_is_not_sound_is_refused(tmp_path, text, said):
    path = tmp_path / "公式.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        formula_of(str(path), LAW)


def test_an_unknown_formula_is_refused_with_the_known_ones():
    with pytest.raises(UsageError, match="central、hebei_2019、wenzhou"):
        formula_of("山东", LAW)


@pytest.mark.parametrize(
    ("works", "own", "points"),
    [
        (Works.BASIC, 100, 0),
        (Works.BASIC, 101, 1),  # a begun point counts as a whole one
        (Works.BASIC, 110, 1),
        (Works.BASIC, 99, -2),
        (Works.IMPROVING, 250, -10),
        (Works.UPGRADING, 705, 1),
    ],
)
def test_residents_who_raise_more_or_less_change_the_ratio(works, own, points):
    assert correction(Own(1000, own), works) == Fraction(points, 100)


HEADS = [
    "小区,改造面积,补助比例",
    *(f"{works}投资(万元)" for works in ("基础类", "完善类", "提升类")),
    *(f"{works}居民自筹(万元)" for works in ("基础类", "完善类", "提升类")),
]
PROJECTS = f"""{",".join(HEADS)}
花园,20000,40%,400,200,100,45,60,100
新村,10000,40%,100,50,0,5,15,0
"""


def test_the_money_of_a_project_follows_from_the_corrected_ratio(tmp_path):
    path = tmp_path / "项目.csv"
    path.write_text(PROJECTS, encoding="utf-8")
    garden, village = read_projects(path)
    assert garden.ratio == Fraction(1, 2)  # 2 + 30 points, of which 10 count
    assert garden.cents == 300_00 * 20_000 // 2
    assert village.short == (Works.BASIC,)
    assert (village.base, village.ratio) == (150_00, Fraction(30, 100))


def test_residents_cannot_raise_more_than_all(tmp_path):
    path = tmp_path / "项目.csv"
    path.write_text(PROJECTS.replace(",45,", ",450,"), encoding="utf-8")
    with pytest.raises(InputError, match="基础类居民自筹大于投资"):
        read_projects(path)


@pytest.mark.parametrize(
    ("share", "shown"), [("9.996", "9.9%"), ("10", "10.0%"), ("10.004", "10.1%"), ("9.94", "9.9%")]
)
def test_a_printed_share_stays_on_its_side_of_the_least(share, shown):
    assert f"{float(told(Fraction(share) / 100, Fraction(1, 10))):.1%}" == shown
