"""The whatif command on small ledgers, and on the register of published estates."""

import csv
import json
from datetime import date

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from tests.core.reporting.pages import Page
from tests.repo.files import ROOT

DATA = ROOT.parent / "shared" / "data"
REGISTER = [
    DATA / "beijing_lianjia_community_full_510.csv",
    DATA / "beijing_lianjia_xiaoqu_buildyear_4851.csv",
]
HEAD = "小区编号,小区名称,区划代码,建成年代,户数,抗震节能改造情况,基础类投资(万元),节能达标率,必做"
ROWS = f"""{HEAD}
A1,甲里,110199,1980,100,未改造,100,,
A2,乙里,110199,1988,120,未改造,100,,
A3,丙里,110199,1992,60,未改造,100,80%,
A4,丁里,110199,2005,40,未改造,100,80%,
"""
FILES = {"whatif.json", "whatif.csv", "whatif.xlsx", "whatif.html", "issues.csv", "mapping.yaml"}
EARLIER = ("--number", "xc18.early_year=1985", "--number", "xc18.energy_standard=90%")
LATER = ("--number", "xc18.early_year=1995")


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture
def whatif(run, tmp_path):
    def invoke(*ledgers, place="110199", day="2026-06-01", more=LATER):
        where = ("--place", place, "--day", day, "--out", tmp_path / "out")
        return run("policy", "whatif", *ledgers, *where, *more)

    return invoke


@pytest.fixture
def content(tmp_path):
    def read():
        return json.loads((tmp_path / "out" / "whatif.json").read_text(encoding="utf-8"))

    return read


def lines(folder):
    with (folder / "whatif.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["estate_id"]: row for row in csv.DictReader(file)}


def test_the_files_that_were_promised_are_written(whatif, ledger, tmp_path):
    result = whatif(ledger)

    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES


def test_who_changes_is_told_with_both_grounds(whatif, ledger, tmp_path, content):
    whatif(ledger)
    row = lines(tmp_path / "out")["A3"]

    assert (row["scope_before"], row["scope_after"]) == ("unknown", "met")
    assert "拟议 XC18 二(一)①" in row["because_after"]
    assert "< 1990" in row["why"]
    assert "< 1995" in row["why"]
    assert "1992" in row["why"]
    assert content()["change"]["numbers"] == {"xc18.early_year": "1995"}
    assert content()["after"]["met"] == content()["before"]["met"] + 1


def test_estates_that_do_not_change_are_not_listed(whatif, ledger, tmp_path, content):
    whatif(ledger)

    assert lines(tmp_path / "out").keys() == {one["estate_id"] for one in content()["changed"]}
    assert "A1" not in lines(tmp_path / "out")


def test_numbers_come_from_a_file_too(whatif, ledger, tmp_path, content):
    file = tmp_path / "拟议.yaml"
    file.write_text("xc18.early_year: 1995\nxc18.energy_standard: 2/5\n", encoding="utf-8")
    result = whatif(ledger, more=("--numbers", file))

    assert result.exit_code == 0, result.output
    assert content()["change"]["numbers"]["xc18.energy_standard"] == "2/5"


def test_the_pages_keep_every_promise(whatif, ledger, tmp_path):
    whatif(ledger, more=(*LATER, "--budget", "150万", "--years", "2"))

    page = Page((tmp_path / "out" / "whatif.html").read_text(encoding="utf-8"))
    assert page.complaints() == []


def test_a_page_without_changes_says_so(whatif, ledger, tmp_path):
    whatif(ledger, more=("--number", "xc18.early_year=1990"))
    text = (tmp_path / "out" / "whatif.html").read_text(encoding="utf-8")

    assert "没有小区发生变化" in text
    assert Page(text).complaints() == []


def test_the_workbook_has_a_sheet_per_table(whatif, ledger, tmp_path):
    whatif(ledger, more=(*LATER, "--budget", "150万", "--years", "2"))
    book = CalamineWorkbook.from_path(tmp_path / "out" / "whatif.xlsx")

    assert book.sheet_names[0] == "摘要"
    assert {"谁进谁出", "逐条规则", "计划对照", "计划资金对照", "变化的小区"} <= set(
        book.sheet_names
    )


def test_the_same_question_has_the_same_answer(whatif, ledger, tmp_path):
    found = []
    for _ in range(2):
        whatif(ledger)
        found.append({name: (tmp_path / "out" / name).read_bytes() for name in FILES})

    assert found[0] == found[1]


def test_the_plan_changes_with_the_law(whatif, ledger, tmp_path, content):
    result = whatif(ledger, more=("--adopt", "p14", "--budget", "800万", "--years", "2"))
    plan, row = content()["plan"], lines(tmp_path / "out")["A4"]

    assert result.exit_code == 0, result.output
    assert row["scope_after"] == "not_met"
    assert plan["counts"]["leaves"] == 1
    assert (bool(row["plan_year_before"]), row["plan_year_after"]) == (True, "")
    assert plan["outcome"] == "less"
    assert "“现行”的效益确实更高" in result.output


def test_what_must_be_done_but_is_put_out_is_refused_for_the_proposal(whatif, ledger, tmp_path):
    text = ledger.read_text(encoding="utf-8").replace(
        "2005,40,未改造,100,80%,", "2005,40,未改造,100,80%,是"
    )
    ledger.write_text(text, encoding="utf-8")
    result = whatif(ledger, more=("--adopt", "p14", "--budget", "800万", "--years", "2"))

    assert result.exit_code == 1
    assert "按拟议的规定" in result.output
    assert not (tmp_path / "out").exists()


def test_a_law_without_scope_says_that_nobody_can_be_judged(whatif, ledger):
    assert "没有范围规则" in whatif(ledger, more=("--without", "xc18")).output


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ((), "--number"),
        (("--number", "xc18.early_year"), "编号=值"),
        (("--number", "xc18.early_year=x"), "年"),
        (("--number", "xc18.early=1995"), "xc18.early_year"),
        ((*LATER, "--number", "xc18.early_year=1996"), "两个值"),
        ((*LATER, "--budget", "100万"), "--years"),
        ((*LATER, "--years", "2"), "--budget"),
        (("--adopt", "xc18"), "已经适用"),
        (("--without", "kf19"), "不适用"),
        (("--reading", "xc18.list"), "="),
        (("--on-day", "soon"), "2021-11-01"),
        (("--as-place", "9999"), "9999"),
    ],
)
def test_wrong_usage_is_one_sentence(whatif, ledger, tmp_path, more, words):
    result = whatif(ledger, more=more)

    assert result.exit_code == 2, result.output
    assert words in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "text", ["- 1\n", "a: [1]\n", "a: b: c\n", "5", "xc18.early_year:\n  x: 1"]
)
def test_a_file_of_numbers_that_cannot_be_used_is_named(whatif, ledger, tmp_path, text):
    file = tmp_path / "拟议.yaml"
    file.write_text(text, encoding="utf-8")
    result = whatif(ledger, more=("--numbers", file))

    assert result.exit_code == 1
    assert "拟议.yaml" in result.output
    assert "Traceback" not in result.output


@pytest.mark.slow
@pytest.mark.skipif(not DATA.is_dir(), reason="the published estates are not here")
def test_on_the_published_estates_it_is_who_was_built_in_between(whatif, content):
    whatif(*REGISTER, place="11", day="2021-11-01", more=("--number", "p14.last_year=2005"))
    years = published_years()
    between = years.filter((pl.col("year") > 2000) & (pl.col("year") <= 2005))

    assert {one["estate_id"] for one in content()["changed"]} == set(between["id"])
    assert content()["after"]["met"] == years.filter(pl.col("year") <= 2005).height


def published_years():
    """Return the year of every published estate by id, counted without the census."""
    first, second = (pl.read_csv(file, infer_schema_length=0) for file in REGISTER)
    full = first.select("id", pl.col("year").str.extract(r"(\d{4})").cast(pl.Int64))
    long = second.select(
        id=pl.col(second.columns[0]), other=pl.col("BUILDTIME").cast(pl.Int64)
    ).unique("id", keep="first")
    both = full.unique("id", keep="first").join(long, on="id", how="full", coalesce=True)
    return both.select("id", year=pl.coalesce("year", "other"))


def test_a_day_in_the_change_is_written_as_a_day(whatif, ledger, content):
    whatif(ledger, more=("--on-day", "2026-07-01"))

    assert date.fromisoformat(content()["change"]["on_day"]) == date(2026, 7, 1)
