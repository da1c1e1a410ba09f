"""What a ledger lacks may be assumed, openly; what it says is never overruled."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.kernel.errors import InputError
from jiugai.planning.need.weights import default_weights
from jiugai.planning.pool.assumption_file import TEMPLATE, read_assumptions
from jiugai.planning.pool.assumptions import ENTRIES, Assumptions, Case, When, derive, half_up
from jiugai.planning.pool.candidates import Why
from jiugai.planning.pool.entry import build_pool

GENERAL = {
    "households_per_building": Fraction(60),
    "area_per_household": Fraction("62.5"),
    "cost_per_m2.basic": Fraction(900),
    "cost_per_m2.upgrading": Fraction(0),
}


@pytest.fixture
def read(tmp_path):
    def reader(text):
        path = tmp_path / "假设.yaml"
        path.write_text(text, encoding="utf-8")
        return read_assumptions(path)

    return reader


def assume(*special, **general):
    values = {name.replace("__", "."): Fraction(value) for name, value in general.items()}
    return Assumptions("测试", (*special, Case(When(), values or GENERAL)))


def derived(assumptions=None, **facts):
    return derive(facts, assumptions or assume())


def pool(*rows, assumptions):
    rows = [{"estate_id": str(n), "name": f"{n}里", **row} for n, row in enumerate(rows)]
    return build_pool(rows, {}, years=(2026,), weights=default_weights(), assumptions=assumptions)


def test_households_area_and_costs_follow_from_one_another():
    found = derived(building_count=2)

    assert found.facts["household_count"] == 120
    assert found.facts["floor_area_m2"] == 7500.0
    assert found.facts["basic_cost"] == 7500 * 900 * 100
    assert found.assumed == ("household_count", "floor_area_m2", "basic_cost", "upgrading_cost")


def test_a_class_of_which_nothing_is_assumed_stays_missing_and_nought_is_nought():
    found = derived(building_count=2)

    assert found.facts.get("improving_cost") is None
    assert found.facts["upgrading_cost"] == 0


@pytest.mark.parametrize(
    ("fact", "value"),
    [("household_count", 7), ("floor_area_m2", 55.5), ("basic_cost", 1), ("basic_cost", 0)],
)
def test_what_is_given_wins(fact, value):
    found = derived(building_count=2, **{fact: value})

    assert found.facts[fact] == value
    assert fact not in found.assumed


def test_a_given_area_needs_no_households():
    found = derived(floor_area_m2=100.1)

    assert found.facts["basic_cost"] == 10010 * 900
    assert found.facts.get("household_count") is None


@pytest.mark.parametrize(
    ("general", "facts", "lacking"),
    [
        (GENERAL, {}, ("floor_area_m2", "household_count", "building_count")),
        ({"cost_per_m2.basic": 1}, {}, ("floor_area_m2",)),
        (
            {"cost_per_m2.basic": 1, "area_per_household": 9},
            {},
            ("floor_area_m2", "household_count"),
        ),
        ({"area_per_household": 9}, {"household_count": 3}, ("cost_per_m2.basic",)),
        (GENERAL, {"basic_cost": 5}, ()),
    ],
)
def test_what_stands_in_the_way_is_named(general, facts, lacking):
    assert derive(facts, Assumptions("测试", (Case(When(), general),))).lacking == lacking


def test_without_a_file_nothing_is_assumed():
    assert derive({"building_count": 2}, None).facts == {"building_count": 2}


@pytest.mark.parametrize(
    ("when", "facts", "fits"),
    [
        (When(built_to=1980), {"built_year": 1980}, True),
        (When(built_to=1980), {"built_year": 1981}, False),
        (When(built_to=1980), {}, False),
        (When(built_from=1970, built_to=1980), {"built_year": 1969}, False),
        (When(structure="brick"), {"structure": "brick"}, True),
        (When(structure="brick"), {}, False),
        (When(division="110102"), {"division": "110102001"}, True),
        (When(division="110102"), {"division": "1101"}, False),
        (When(division="110102"), {}, False),
    ],
)
def test_a_case_is_about_those_that_meet_every_condition(when, facts, fits):
    assert when.fits(facts) is fits


def test_the_first_case_that_fits_counts_and_leaves_the_rest_alone():
    old = Case(When(built_to=1980), {"cost_per_m2.basic": Fraction(1100)})
    brick = Case(When(structure="brick"), {"cost_per_m2.basic": Fraction(1000)})
    found = derived(assume(old, brick), built_year=1970, structure="brick", floor_area_m2=1.0)

    assert found.facts["basic_cost"] == 110_000
    assert found.facts["upgrading_cost"] == 0


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_half_a_unit_rounds_up_exactly(numerator, denominator):
    value = Fraction(numerator, denominator)

    assert -Fraction(1, 2) < half_up(value) - value <= Fraction(1, 2)


def test_costs_are_exact_to_the_cent():
    found = derived(assume(cost_per_m2__basic="0.1"), floor_area_m2=0.25)

    assert found.facts["basic_cost"] == 3  # 2.5 cents


def test_candidates_say_what_is_assumed_and_others_what_they_lack():
    found = pool({"building_count": 1}, {}, {"basic_cost": 100}, assumptions=assume())
    (assumed, given), (out,) = found.candidates, found.left_out

    assert "basic_cost" in assumed.assumed
    assert "basic_cost" not in given.assumed
    assert out.why is Why.NO_COST
    assert "按假设也推算不出，缺 建筑面积、户数、楼栋数" in out.reason


def test_an_assumption_changes_no_score():
    row = {"complaint_count": 5, "building_count": 1, "basic_cost": 100}
    (found,) = pool(row, assumptions=assume()).candidates

    assert "complaints" in found.estimated
    assert found.households == 60


def test_a_file_is_read_as_it_is_written(read):
    found = read(
        "source: 某区 2021 年概算\n"
        "area_per_household: 62.5\n"
        "cost_per_m2: {basic: 900}\n"
        "cases:\n"
        "  - when: {built_from: 1970, built_to: 1980, structure: 砖混, division: 西城区}\n"
        "    cost_per_m2: {basic: 0.1, improving: 0}\n"
    )

    assert (found.source, found.file) == ("某区 2021 年概算", "假设.yaml")
    assert found.cases == (
        Case(
            When(1970, 1980, "brick", "110102"),
            {"cost_per_m2.basic": Fraction(1, 10), "cost_per_m2.improving": Fraction(0)},
        ),
        Case(
            When(),
            {"area_per_household": Fraction(125, 2), "cost_per_m2.basic": Fraction(900)},
        ),
    )


@pytest.mark.parametrize("division", ["110102", "西城区", "11010200", "110102000000"])
def test_a_division_goes_by_code_or_name(read, division):
    found = read(
        f"source: s\ncases: [{{when: {{division: {division}}}, area_per_household: 60}}]\n"
    )

    assert found.cases[0].when.division.startswith("110102")


def test_the_template_names_every_entry_and_assumes_nothing(read):
    text = TEMPLATE.read_text(encoding="utf-8")

    assert all(entry.rpartition(".")[2] in text for entry in ENTRIES)
    with pytest.raises(InputError, match="没有给出任何假设"):
        read(text)


def test_the_examples_of_the_template_can_be_used(read):
    text = (
        TEMPLATE.read_text(encoding="utf-8")
        .replace("\n#  ", "\n  ")
        .replace("source:", "source: 概算")
    )

    assert len(read(text).cases) == 3


CASE = "source: s\ncases:\n  - "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "须是“名称: 值”"),
        ("- 1", "须是“名称: 值”"),
        ("a: [", "读不出来"),
        ("2021-99-99: 1", "读不出来"),
        ("source: s", "没有给出任何假设"),
        ("area_per_household: 60", "请在 source 写明依据"),
        ("source: ' '\narea_per_household: 60", "请在 source 写明依据"),
        ("source: s\npreis: 60", "没有“preis”这一项"),
        ("source: s\narea_per_household: 60\narea_per_household: 70", "写了两次"),
        ("source: s\narea_per_household: -60", "“-60”，须是大于 0"),
        ("source: s\narea_per_household: 0", "须是大于 0"),
        ("source: s\narea_per_household: 60㎡", "“60㎡”，须是大于 0、不超过 5000 的数，不带单位"),
        ("source: s\narea_per_household: true", "须是大于 0"),
        ("source: s\narea_per_household: .nan", "须是大于 0"),
        ("source: s\narea_per_household: .inf", "须是大于 0"),
        ("source: s\narea_per_household: 5001", "不超过 5000"),
        ("source: s\narea_per_household: [1]", "“…”，须是大于 0"),
        ("source: s\ncost_per_m2: 900", "须再按类别填写"),
        ("source: s\ncost_per_m2: {basic: -1}", "cost_per_m2.basic 写的是“-1”，须是不小于 0"),
        ("source: s\ncost_per_m2: {roof: 1}", "没有“roof”这一项"),
        ("source: s\ncases: 3", "cases 须是若干条"),
        (CASE + "area_per_household: 60", "cases 第 1 条：须以 when 写明"),
        (CASE + "{when: {built_to: 1980}}", "第 1 条：没有给出任何假设"),
        (CASE + "{when: {age: 3}, area_per_household: 60}", "没有“age”这一项"),
        (CASE + "{when: {built_to: 80}, area_per_household: 60}", "“80”，须是四位年份"),
        (
            CASE + "{when: {built_from: 1990, built_to: 1980}, area_per_household: 60}",
            "built_from 1990 晚于 built_to 1980",
        ),
        (CASE + "{when: {structure: 木}, area_per_household: 60}", "不认识结构类型“木”"),
        (CASE + "{when: {division: 火星}, area_per_household: 60}", "没有区划代码“火星”"),
        (
            CASE + "{when: {built_to: 1980}, area_per_household: 60}\n"
            "  - {when: {built_to: 1980}, area_per_household: 61}",
            "第 1 条与第 2 条条件相同，area_per_household 却不同",
        ),
    ],
)
def test_a_wrong_entry_is_named(read, text, words):
    with pytest.raises(InputError, match=words) as refused:
        read(text)

    assert str(refused.value).startswith("假设.yaml: ")
    assert len(str(refused.value).splitlines()) == 1


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="读不出来"):
        read_assumptions(tmp_path / "没有.yaml")


def test_a_file_of_another_kind_is_refused(tmp_path):
    path = tmp_path / "大.yaml"
    path.write_bytes(b"#" * 1_000_001)

    with pytest.raises(InputError, match="文件过大"):
        read_assumptions(path)
