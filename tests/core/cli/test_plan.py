"""The plan command on small ledgers, and the demonstration as a whole."""

import csv
import json

import pytest

from jiugai.kernel.i18n import use_language
from tests.core.reporting.pages import Page

COLUMNS = "小区编号 小区名称 区划代码 建成年代 户数 抗震节能改造情况 必做".split()
HEAD = ",".join([*COLUMNS[:-1], "基础类投资(万元)", "完善类投资(万元)", COLUMNS[-1]])
ROWS = f"""{HEAD}
A1,甲里,110199,1980,100,未改造,100,50,
A2,乙里,110199,1981,100,未改造,100,50,
A3,丙里,110199,1982,100,未改造,,,
A4,丁里,110199,2005,100,未改造,100,,
"""


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture
def plan(run, tmp_path):
    def invoke(ledger, *, budget="150万", years="2", more=()):
        where = ("--place", "110199", "--day", "2026-06-01", "--out", tmp_path / "out")
        return run("plan", ledger, *where, "--budget", budget, "--years", years, *more)

    return invoke


def lines(folder):
    with (folder / "plan.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["estate_id"]: row for row in csv.DictReader(file)}


def test_the_files_that_were_promised_are_written(plan, ledger, tmp_path):
    result = plan(ledger)

    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {
        "plan.json",
        "plan.csv",
        "plan.xlsx",
        "map.html",
    }


def test_the_table_has_the_columns_that_others_rely_on(plan, ledger, tmp_path):
    plan(ledger)
    header = (tmp_path / "out" / "plan.csv").read_text(encoding="utf-8-sig").splitlines()[0]

    assert header == (
        "estate_id,name,year,classes,cost_basic_wan,cost_improving_wan,cost_upgrading_wan,"
        "score,reason"
    )


def test_the_figures_are_those_that_others_rely_on(plan, ledger, tmp_path):
    plan(ledger)
    figures = json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8"))

    keys = {"objective", "bound", "gap", "seconds", "binding", "left_out"}
    assert keys <= figures.keys()
    assert figures["bound"] >= figures["objective"]
    assert figures["gap"] == 0


def test_the_same_input_gives_the_same_plan_to_the_byte_but_for_the_clock(plan, ledger, tmp_path):
    found = []
    for folder in ("a", "b"):
        plan(ledger, budget="200万")
        (tmp_path / "out").rename(tmp_path / folder)
        *same, clock, end = (tmp_path / folder / "plan.json").read_bytes().splitlines()
        assert (clock.partition(b":")[0].strip(), end) == (b'"seconds"', b"}")
        found.append(same)
    assert found[0] == found[1]
    for name in ("plan.csv", "packages.csv", "plan.xlsx", "map.html"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_source_has_the_same_id_in_every_language(plan, ledger, tmp_path):
    titles = []
    for language in ("en", "zh"):
        use_language(language)
        plan(ledger)
        (first, *_rest) = json.loads((tmp_path / "out" / "plan.json").read_bytes())["money"]
        titles.append((first["source"], first["source_title"]))
    assert titles == [("total", "Total"), ("total", "总额")]


def test_money_for_one_a_year_takes_one_a_year(plan, ledger, tmp_path):
    plan(ledger, budget="200万")
    found = lines(tmp_path / "out")

    assert {found["A1"]["year"], found["A2"]["year"]} == {"2026", "2027"}
    assert found["A1"]["classes"] == "basic"
    assert found["A3"]["year"] == ""
    assert "投资" in found["A3"]["reason"]


def test_an_estate_that_a_rule_puts_out_says_which(plan, ledger, tmp_path):
    text = ledger.read_text(encoding="utf-8").replace("A4,丁里,110199,2005", "A4,丁里,110199,1985")
    ledger.write_text(text.replace("1985,100,未改造", "1985,100,已完成(2009年)"), encoding="utf-8")
    plan(ledger)
    reason = lines(tmp_path / "out")["A4"]["reason"]

    assert lines(tmp_path / "out")["A4"]["year"] == ""
    assert "XC18" in reason


def test_strict_leaves_out_what_lacks_evidence(plan, ledger, tmp_path):
    plan(ledger, budget="10亿", more=("--strict",))

    assert lines(tmp_path / "out")["A4"]["year"] == ""


def test_the_page_keeps_every_promise(plan, ledger, tmp_path):
    plan(ledger)

    page = Page((tmp_path / "out" / "map.html").read_text(encoding="utf-8"))
    assert page.complaints() == []


@pytest.mark.parametrize(
    ("budget", "years", "code"),
    [("很多钱", "2", 2), ("-5万", "2", 2), ("150万", "0", 2), ("150万", "99", 2)],
)
def test_wrong_usage_is_one_sentence(plan, ledger, tmp_path, budget, years, code):
    result = plan(ledger, budget=budget, years=years)

    assert result.exit_code == code
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


def test_a_budget_file_with_an_unknown_source_names_the_cell(plan, ledger, tmp_path):
    budget = tmp_path / "预算.csv"
    text = "年度,资金来源,可用于,金额(万元)\n2026,彩票,基础类,100\n"
    budget.write_text(text, encoding="utf-8")

    result = plan(ledger, budget=str(budget))

    assert result.exit_code == 1
    assert "预算.csv" in result.output
    assert "彩票" in result.output
    assert not (tmp_path / "out").exists()


def test_mandatory_estates_beyond_the_money_are_refused_in_words(plan, ledger, tmp_path):
    text = ledger.read_text(encoding="utf-8").replace("100,50,\n", "100,50,是\n")
    ledger.write_text(text, encoding="utf-8")

    result = plan(ledger, budget="20万")

    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert "万元" in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_the_demonstration_writes_both_pages(run, tmp_path):
    result = run("demo", "--out", tmp_path / "out")

    assert result.exit_code == 0, result.output
    for name in ("assess/report.html", "plan/map.html"):
        page = Page((tmp_path / "out" / name).read_text(encoding="utf-8"))
        assert page.complaints() == []
    assert len(lines(tmp_path / "out" / "plan")) >= 400
