"""The compare command on plans that were written by the plan command."""

import csv
import json

import pytest
from python_calamine import CalamineWorkbook

from jiugai.kernel.i18n import use_language
from tests.core.reporting.pages import Page

HEAD = (
    "小区编号,小区名称,区划代码,建成年代,户数,抗震节能改造情况,基础类投资(万元),完善类投资(万元)"
)
ROWS = [f"A{n},{n}里,110199,19{80 + n},{100 + n},未改造,{100 + n},50" for n in range(8)]
FILES = {"comparison.json", "comparison.csv", "comparison.xlsx", "comparison.html"}


@pytest.fixture
def plans(run, tmp_path):
    """Return the folders of plans under the given budgets, called 甲, 乙 and so on."""
    ledger = tmp_path / "台账.csv"
    ledger.write_text("\n".join([HEAD, *ROWS]) + "\n", encoding="utf-8")

    def make(*budgets):
        folders = [tmp_path / name for name, _ in zip("甲乙丙", budgets, strict=False)]
        for folder, budget in zip(folders, budgets, strict=True):
            where = ("--place", "110199", "--day", "2026-06-01", "--out", folder)
            more = ("--budget", budget, "--years", "2", "--curve", "0")
            assert run("plan", ledger, *where, *more).exit_code == 0
        return folders

    return make


def test_two_plans_are_laid_side_by_side(run, plans, tmp_path):
    result = run("compare", *plans("300万", "600万"), "--out", tmp_path / "out")

    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES
    assert "“乙”的效益确实更高" in result.output


def test_the_files_tell_the_same(run, plans, tmp_path):
    run("compare", *plans("300万", "600万", "600万"), "--out", tmp_path / "out")
    content = json.loads((tmp_path / "out" / "comparison.json").read_text(encoding="utf-8"))
    with (tmp_path / "out" / "comparison.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    book = CalamineWorkbook.from_path(tmp_path / "out" / "comparison.xlsx")

    assert [one["estates"] for one in content["plans"]] == [
        sum(bool(row[f"year_{n}"]) for row in rows) for n in (1, 2, 3)
    ]
    assert [(one["first"], one["second"]) for one in content["pairs"]] == [
        ("甲", "乙"),
        ("甲", "丙"),
        ("乙", "丙"),
    ]
    assert book.sheet_names == ["摘要", "指标对照", "资金对照", "两两对照", "小区对照"]
    entering = [row["estate_id"] for row in rows if row["move_1_2"] == "enters"]
    moved = content["pairs"][0]["moved"]
    assert [one["estate_id"] for one in moved if one["move"] == "enters"] == entering


def test_the_page_keeps_every_promise(run, plans, tmp_path):
    run("compare", *plans("300万", "600万", "900万"), "--out", tmp_path / "out")

    page = Page((tmp_path / "out" / "comparison.html").read_text(encoding="utf-8"))
    assert page.complaints() == []


def test_the_same_plan_twice_is_said_to_be_the_same(run, plans, tmp_path):
    folder = plans("300万")[0]
    result = run("compare", folder, folder, "--out", tmp_path / "out")

    assert result.exit_code == 0
    assert "“甲#1”与“甲#2”选出的小区、年份和内容完全相同" in result.output


def test_the_same_plans_give_the_same_files(run, plans, tmp_path):
    folders = plans("300万", "600万")
    for out in ("one", "two"):
        run("compare", *folders, "--out", tmp_path / out)

    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_one_plan_cannot_be_compared(run, plans, tmp_path):
    result = run("compare", *plans("300万"), "--out", tmp_path / "out")

    assert result.exit_code == 2
    assert "两份以上" in result.output


@pytest.mark.parametrize("content", ["", "[]", '{"objective": 1, "format": "jiugai-plan-2"}'])
def test_a_damaged_plan_is_one_sentence_and_nothing_is_written(run, plans, tmp_path, content):
    folder = plans("300万")[0]
    other = tmp_path / "坏"
    other.mkdir()
    (other / "plan.json").write_text(content, encoding="utf-8")

    result = run("compare", folder, other, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert "plan.json" in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


def test_a_folder_without_a_plan_is_named(run, plans, tmp_path):
    result = run("compare", *plans("300万"), tmp_path / "无", "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert "jiugai plan 的输出文件夹" in result.output


def test_the_page_counts_estates_and_not_their_rows_over_pairs(run, plans, tmp_path):
    run("compare", *plans("300万", "600万", "500万"), "--out", tmp_path / "out")
    page = (tmp_path / "out" / "comparison.html").read_text(encoding="utf-8")

    assert "共 {n} 个小区、{rows} 行" in page
    run("compare", tmp_path / "甲", tmp_path / "乙", "--out", tmp_path / "pair")
    assert "{rows} 行" not in (tmp_path / "pair" / "comparison.html").read_text(encoding="utf-8")


def test_plans_written_in_two_languages_are_the_same(run, plans, tmp_path):
    use_language("en")
    (english,) = plans("600万")
    english = english.rename(tmp_path / "english")
    use_language("zh")
    (chinese,) = plans("600万")
    result = run("compare", chinese, english, "--out", tmp_path / "out")
    content = json.loads((tmp_path / "out" / "comparison.json").read_text(encoding="utf-8"))

    assert "完全相同" in result.output
    assert [set(one["by_source_wan"]) for one in content["plans"]] == [{"total"}, {"total"}]
    table = CalamineWorkbook.from_path(tmp_path / "out" / "comparison.xlsx")
    rows = table.get_sheet_by_name("资金对照").to_python()
    assert [row[:2] for row in rows if row[0] == "来源"] == [["来源", "总额"]]
