"""plan.csv, plan.json and plan.xlsx."""

import csv
import io
import json
from dataclasses import replace
from fractions import Fraction

import pytest
from python_calamine import CalamineWorkbook

from jiugai.kernel.source import Clause
from jiugai.planning.model.limits import BasicShare, Unit
from jiugai.planning.money.budget import OWN, Source
from jiugai.planning.output.files import plan_csv, plan_files, plan_json, write_plan
from jiugai.planning.output.money_table import money_lines
from jiugai.planning.pool.candidates import LeftOut, Why
from tests.core.planning.build import BASIC, cents, estate, plan, pot, pots

SHARE = BasicShare(Fraction(1, 5), Unit.INVESTMENT, Clause("p14", "三(一)⑩"))


@pytest.fixture(scope="module")
def found():
    """Return a plan with a chosen, a partly chosen and two left out estates."""
    money = pots(
        pot(2026, 30, BASIC, Source.CITY), pot(2026, 12.5), pot(2027, 3, source=Source.STREET)
    )
    estates = [
        estate("a", 20, 5, 4, score=80.25, social=4),
        estate("b", 15.5, 8, score=70),
        estate("c", 40, None, 2.75, score=60),
    ]
    outside = LeftOut(estate("d", None, 3, score=90), Why.NO_COST, "没有填写基础类投资")
    made = plan(estates, money, share=SHARE)
    return replace(made, left_out=(*made.left_out, outside))


def lines(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_the_csv_has_one_line_per_estate_in_the_agreed_columns(found):
    text = plan_csv(found)

    assert text.splitlines()[0] == (
        "estate_id,name,year,classes,cost_basic_wan,cost_improving_wan,cost_upgrading_wan,"
        "score,reason"
    )
    assert [line["estate_id"] for line in lines(text)] == ["a", "b", "d", "c"]


def test_the_csv_says_year_classes_and_exact_costs(found):
    by_id = {line["estate_id"]: line for line in lines(plan_csv(found))}

    assert by_id["a"] | {"reason": ""} == {
        "estate_id": "a",
        "name": "a小区",
        "year": "2026",
        "classes": "basic+improving+upgrading",
        "cost_basic_wan": "20",
        "cost_improving_wan": "5",
        "cost_upgrading_wan": "4",
        "score": "80.25",
        "reason": "",
    }
    assert by_id["b"]["cost_basic_wan"] == "15.5"
    assert by_id["c"]["year"] == by_id["c"]["classes"] == by_id["c"]["cost_improving_wan"] == ""
    assert all(line["reason"] for line in by_id.values())


def test_the_csv_opens_in_a_spreadsheet_and_runs_no_formula():
    strange = replace(estate("a", 1), name="=1+1")
    content = plan_files(plan([strange], pots(pot(2026, 5))))["plan.csv"]

    assert content.startswith(b"\xef\xbb\xbf")
    assert lines(content.decode("utf-8-sig"))[0]["name"] == "'=1+1"


def test_the_json_has_proof_reasons_and_money(found):
    content = json.loads(plan_json(found))

    assert {"objective", "bound", "gap", "seconds", "binding", "left_out"} <= set(content)
    assert content["objective"] == content["bound"] == found.milli / 1000
    assert content["gap"] == 0
    assert {one["estate_id"]: one["why"] for one in content["left_out"]} == {
        "c": "money",
        "d": "no_cost",
    }
    assert (content["place"], content["day"], content["years"]) == (
        "110199",
        "2026-06-01",
        [2026, 2027],
    )


def test_every_cent_of_every_source_is_accounted_for(found):
    found_lines = money_lines(found)

    for line in found_lines:
        assert line.given == line.used + line.left
        assert line.left >= 0
    own = [line for line in found_lines if line.source == OWN]
    assert [(line.year, line.used) for line in own] == [(2026, cents(4))]
    assert sum(line.used for line in found_lines) == sum(one.cost for one in found.chosen)


def test_the_workbook_has_a_sheet_for_every_question(found):
    book = CalamineWorkbook.from_filelike(io.BytesIO(plan_files(found)["plan.xlsx"]))

    assert book.sheet_names == [
        "摘要",
        "列入",
        "未列入",
        "资金",
        "各街道",
        "公平",
        "片区与标段",
        "得分",
    ]
    chosen = book.get_sheet_by_name("列入").to_python()
    assert [row[2] for row in chosen[1:]] == ["a", "b"]
    assert [row[0] for row in book.get_sheet_by_name("未列入").to_python()[1:]] == ["d", "c"]
    summary = {row[0]: row[1] for row in book.get_sheet_by_name("摘要").to_python()}
    assert summary["列入小区（个）"] == 2
    assert summary["求解"] == "已证明没有更好的计划"


def test_the_workbook_of_the_same_plan_is_the_same_to_the_byte(found):
    assert plan_files(found)["plan.xlsx"] == plan_files(found)["plan.xlsx"]


def test_a_plan_is_written_as_files(found, tmp_path):
    write_plan(tmp_path, found)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "needs.csv",
        "packages.csv",
        "plan.csv",
        "plan.json",
        "plan.xlsx",
    ]
