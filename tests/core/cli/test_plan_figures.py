"""Missing costs, assumptions, two scores and buildings that leave, in the plan command."""

import csv
import json
from pathlib import Path

import pytest

HEAD = "小区编号,小区名称,区划代码,建成年代,户数,建筑面积(㎡),抗震节能改造情况,基础类投资(万元)\n"
ROWS = """A1,甲里,110199,1980,100,,未改造,
A2,乙里,110199,1990,100,5000,未改造,
A3,丙里,110199,1985,,,未改造,
A4,丁里,110199,1987,100,,未改造,120
"""
ASSUMED = "source: 概算\narea_per_household: 60\ncost_per_m2: {basic: 1000.005}\n"
DATA = Path(__file__).parents[4] / "shared" / "data"
REAL = [
    DATA / "beijing_lianjia_community_full_510.csv",
    DATA / "beijing_lianjia_xiaoqu_buildyear_4851.csv",
]


@pytest.fixture
def plan(run, tmp_path):
    """Return a function that plans some rows and gives the result and the folder."""

    def invoke(*more, rows=ROWS, ledgers=()):
        path = tmp_path / "台账.csv"
        path.write_text(HEAD + rows, encoding="utf-8")
        where = ("--place", "110199", "--day", "2026-06-01", "--out", tmp_path / "out")
        return run("plan", path, *ledgers, *where, "--budget", "1亿", "--years", "1", *more)

    return invoke


@pytest.fixture
def assumptions(tmp_path):
    path = tmp_path / "假设.yaml"
    path.write_text(ASSUMED, encoding="utf-8")
    return path


def lines(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["estate_id"]: row for row in csv.DictReader(file)}


def test_estates_without_costs_are_counted_named_and_listed(plan, tmp_path):
    result = plan()

    assert result.exit_code == 0, result.output
    assert "3 个小区缺投资，未列入：甲里（A1）、乙里（A2）、丙里（A3）" in result.output
    assert set(lines(tmp_path / "out" / "needs.csv")) == {"A1", "A2", "A3"}
    assert lines(tmp_path / "out" / "plan.csv")["A4"]["year"] == "2026"


def test_more_than_five_are_in_the_file_only(plan, tmp_path):
    rows = "".join(f"B{n},庚里{n},110199,1980,100,,未改造,\n" for n in range(7))
    result = plan(rows=ROWS + rows)

    assert "庚里1（B1） 等；全部名单见 needs.csv" in result.output
    assert len(lines(tmp_path / "out" / "needs.csv")) == 10


def test_where_none_has_a_cost_the_plan_is_refused_in_one_sentence(plan, tmp_path):
    result = plan(rows=ROWS.replace(",120\n", ",\n"))
    (sentence,) = [line for line in result.output.splitlines() if "不能编制计划" in line]

    assert result.exit_code == 1
    assert "4 个小区都没有基础类投资" in sentence
    assert "甲里（A1）" in sentence
    assert "--assumptions" in sentence
    assert not (tmp_path / "out").exists()


def test_where_every_estate_has_a_cost_there_is_no_such_file(plan, tmp_path):
    result = plan(rows="A4,丁里,110199,1987,100,,未改造,120\n")

    assert "缺投资" not in result.output
    assert not (tmp_path / "out" / "needs.csv").exists()


def test_what_is_assumed_is_marked_and_its_sum_told(plan, assumptions, tmp_path):
    result = plan("--assumptions", assumptions)
    found = lines(tmp_path / "out" / "plan.csv")
    figures = json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8"))

    assert result.exit_code == 0, result.output
    assert found["A1"]["assumed"] == "floor_area_m2+basic_cost"
    assert found["A1"]["cost_basic_wan"] == "600.003"
    assert found["A2"]["assumed"] == "basic_cost"
    assert found["A4"]["assumed"] == "floor_area_m2"
    assert found["A4"]["cost_basic_wan"] == "120"
    assert "建筑面积、基础类投资是按假设推算的" in found["A1"]["reason"]
    assert "总投资 1,220.01 万元中 1,100.01 万元是假设（依据：概算）" in result.output
    assert figures["assumptions"]["assumed_wan"] == "1100.0055"
    assert figures["assumptions"]["estates"] == 3


def test_what_cannot_be_derived_stays_missing_and_is_named(plan, assumptions, tmp_path):
    result = plan("--assumptions", assumptions)

    assert "1 个小区缺投资，未列入：丙里（A3）" in result.output
    assert lines(tmp_path / "out" / "needs.csv")["A3"]["missing"].endswith("建筑面积、户数")


@pytest.mark.parametrize("name", ["假设.yaml", "没有.yaml"])
def test_a_wrong_file_of_assumptions_is_one_sentence(plan, tmp_path, name):
    (tmp_path / "假设.yaml").write_text("source: s\narea_per_household: -1\n", encoding="utf-8")
    result = plan("--assumptions", tmp_path / name)

    assert result.exit_code == 1
    assert result.output.startswith(f"{name}: ")
    assert not (tmp_path / "out").exists()


def test_the_template_is_written_without_a_ledger_and_never_over_a_file(run, tmp_path):
    path = tmp_path / "neu" / "模板.yaml"

    assert run("plan", "--assumptions-template", path).exit_code == 0
    assert "households_per_building" in path.read_text(encoding="utf-8")
    path.write_text("mine", encoding="utf-8")
    result = run("plan", "--assumptions-template", path)
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (2, "mine")
    assert "已经存在" in result.output


def test_both_scores_are_told_and_either_can_drive(plan, assumptions, tmp_path):
    result = plan("--assumptions", assumptions, "--scoring", "topsis")
    figures = json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8"))
    scores = {one["estate_id"]: one for one in figures["chosen"]}

    assert "计划按熵权 TOPSIS" in result.output
    assert figures["scoring"] == {"drives": "topsis", "rank_correlation": 1.0}
    assert scores["A1"]["score"] == scores["A1"]["scores"]["topsis"] == 100.0
    assert scores["A2"]["scores"]["topsis"] == 0.0
    assert scores["A1"]["scores"]["weighted"] < 100.0


def test_a_file_of_weights_says_which_score_drives_and_the_option_goes_first(plan, tmp_path):
    weights = tmp_path / "权重.yaml"
    weights.write_text("scoring: topsis\n", encoding="utf-8")

    assert "计划按熵权 TOPSIS" in plan("--weights", weights).output
    assert "计划按显式权重" in plan("--weights", weights, "--scoring", "weighted").output


def test_a_building_that_keeps_its_guards_is_in_no_file_but_named_in_all(plan, tmp_path):
    buildings = tmp_path / "楼栋.csv"
    buildings.write_text(
        "所属小区编号,楼栋编号,层数,户数,有外窗护栏,同意拆除护栏\n"
        "A4,1号楼,6,70,是,是\nA4,2号楼,6,30,是,否\n",
        encoding="utf-8",
    )
    plan(ledgers=[buildings])
    found = lines(tmp_path / "out" / "plan.csv")["A4"]

    assert found["cost_basic_wan"] == "84"
    assert found["dropped_buildings"] == "2号楼（BJ22 三(五)④）"
    assert "已减去 36 万元、30 户（楼栋台账所填、按户数占比）" in found["reason"]


@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason="the ledgers of the trial are not here")
def test_real_ledgers_are_planned_only_with_assumptions(run, tmp_path):
    given = ("--place", "11", "--day", "2021-11-01", "--budget", "12.8亿", "--years", "1")
    out = tmp_path / "out"
    refused = run("plan", *REAL, *given, "--out", out)
    assert refused.exit_code == 1
    assert "不能编制计划" in refused.output
    assert not out.exists()

    path = tmp_path / "假设.yaml"
    path.write_text(ASSUMED, encoding="utf-8")
    planned = run("plan", *REAL, *given, "--out", out, "--assumptions", path)
    figures = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    assert planned.exit_code in (0, 1)
    assert figures["assumptions"]["assumed_wan"] == figures["assumptions"]["total_wan"]
    assert len(figures["chosen"]) > 0
    assert figures["without_cost"] == len(lines(out / "needs.csv"))
