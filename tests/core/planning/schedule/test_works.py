"""Reading the lists: menu items become trades, and what is wrong names its cell."""

import pytest

from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.sheets import Cell
from jiugai.planning.schedule.crews import parse_crews, read_crews
from jiugai.planning.schedule.quiet import Kind
from jiugai.planning.schedule.quiet_file import read_quiet
from jiugai.planning.schedule.trades import default_choices
from jiugai.planning.schedule.works import read_works
from tests.core.planning.schedule.build import line, site, works_of


def trades(*lines, **more):
    return [works.trade.id for works in works_of(*lines, **more).works]


def table(*texts):
    return [
        tuple(Cell(cell, f"{chr(65 + column)}{row}") for column, cell in enumerate(text.split()))
        for row, text in enumerate(texts, start=1)
    ]


def test_a_menu_item_becomes_its_trades():
    assert trades(line("1号楼", "xc18.menu.energy", "3000", 单位="m²")) == [
        "scaffold_up",
        "windows",
        "insulation",
        "render",
        "scaffold_down",
    ]


def test_a_menu_item_is_known_by_its_title_in_force():
    titles = {"xc18.menu.services": "楼内水电气热通信防水改造"}
    assert "water" in trades(line("1号楼", "楼内水电气热通信防水改造"), titles=titles)


def test_what_is_counted_by_household_takes_them_from_the_building():
    (works,) = works_of(line("1号楼", "上水")).works
    assert works.quantity == 40


def test_a_scaffold_that_works_need_is_added_and_said():
    found = works_of(line("1号楼", "外墙保温", "2000"))

    assert [one.trade.id for one in found.works] == ["insulation", "scaffold_up", "scaffold_down"]
    assert "2000 m²" in found.notes[0]


def test_works_on_public_ground_disturb_everybody():
    found = works_of(line("1号楼", "上水"), line("2号楼", "上水"), line("公共区域", "道路", "100"))
    assert found.residents(found.works[2].place) == 80


@pytest.mark.parametrize(
    ("bad", "cell", "word"),
    [
        (line("1号楼", "贴金"), "D3", "贴金"),
        (line("1号楼", ""), "D3", "不认识"),
        (line("1号楼", "上水", "-3"), "E3", "负数"),
        (line("1号楼", "上水", "许多"), "E3", "不是数字"),
        (line("1号楼", "外墙保温"), "E3", "缺工程量"),
        (line("1号楼", "外墙保温", "30", 单位="部"), "F3", "m²"),
        (line("1号楼", "外墙保温", "30", 单位="斤"), "F3", "斤"),
        (line("1号楼", "下水", 最早开工="2026-02-30"), "H3", "没有"),
        (line("1号楼", "下水", 最早开工="下周"), "H3", "不是日期"),
        (line("1号楼", "排水", 户数="41"), "C3", "41"),
        (line("1号楼", "排水", 户数="4.5"), "C3", "整数"),
        (line("9号楼", "排水", 户数=""), "C3", "户数"),
        (line("1号楼", "下水", 工期="0"), "G3", "工期"),
        (line("1号楼", "xc18.menu.services", 工期="5"), "G3", "分开"),
        (line("1号楼", "xc18.menu.group_rental"), "D3", "施工内容"),
        (line("1号楼", "雨落管", "20"), "D3", "搭脚手架"),
        (line("1号楼", "上水"), "D3", "重复"),
    ],
)
def test_a_wrong_cell_is_named_with_what_to_do(bad, cell, word):
    with pytest.raises(InputError, match=word) as refused:
        works_of(line("1号楼", "上水"), bad)

    assert (refused.value.file, refused.value.cell) == ("工程.csv", cell)


def test_a_missing_heading_is_named():
    with pytest.raises(InputError, match="工种"):
        read_works(table("楼栋 户数", "1号楼 40"), "a.csv", default_choices(), titles={})


def test_a_list_without_lines_is_refused():
    with pytest.raises(InputError, match="没有任何行"):
        works_of()


def test_a_circle_of_precedence_is_named():
    with pytest.raises(InputError, match=r"供水管道 → \S+排水管道|排水管道 → \S+供水管道"):
        site(line("1号楼", "上水", 紧前="下水"), line("1号楼", "下水", 紧前="1号楼/供水管道"))


def test_works_that_must_come_before_have_to_be_in_the_list():
    with pytest.raises(InputError, match="贴金"):
        site(line("1号楼", "上水", 紧前="贴金"))


def test_works_without_a_crew_are_refused_with_what_is_needed():
    with pytest.raises(InputError, match="水暖队"):
        site(line("1号楼", "上水"), crews={})


@pytest.mark.parametrize(
    ("fixed", "word"), [("2026-03-01", "早于"), ("2026-03-22", "停工"), ("2039-01-01", "停工")]
)
def test_a_fixed_start_that_cannot_be_is_refused(fixed, word):
    with pytest.raises(InputError, match=word):
        site(line("1号楼", "上水", 固定开工=fixed))


def test_works_too_long_for_every_season_are_refused():
    with pytest.raises(InputError, match="雨期"):
        site(line("1号楼", "搭脚手架", "300"), line("1号楼", "屋面防水", "100000"))


def test_crews_are_read_from_text_and_table():
    choices = default_choices()
    assert parse_crews("架子队=2, 水暖队=1", choices) == {"架子队": 2, "水暖队": 1}
    assert read_crews(table("队伍 数量", "架子队 2"), "队伍.csv", choices) == {"架子队": 2}


@pytest.mark.parametrize("text", ["架子队", "架子队=多", "贴金队=1"])
def test_crews_that_cannot_be_read_are_refused(text):
    with pytest.raises(UsageError):
        parse_crews(text, default_choices())


@pytest.mark.parametrize("rows", [("贴金队 1",), ("架子队 1", "架子队 2"), ("架子队 -1",)])
def test_a_wrong_crew_in_a_table_names_its_cell(rows):
    with pytest.raises(InputError, match=r"队伍\.csv [AB]\d"):
        read_crews(table("队伍 数量", *rows), "队伍.csv", default_choices())


def test_quiet_days_are_read():
    (found,) = read_quiet(table("起 止 类别 名称", "2026-06-07 2026-06-10 静默 高考"), "a.csv")
    assert (found.kind, found.title, len(found.days())) == (Kind.QUIET, "高考", 4)


@pytest.mark.parametrize(
    "row",
    [
        "2026-06-10 2026-06-07 静默",
        "2026-06-07 2026-06-10 开心",
        "六月 2026-06-10 静默",
        "2026-06-07 2036-06-10 静默",
    ],
)
def test_a_wrong_stretch_names_its_cell(row):
    with pytest.raises(InputError, match=r"a\.csv [ABC]2"):
        read_quiet(table("起 止 类别", row), "a.csv")
