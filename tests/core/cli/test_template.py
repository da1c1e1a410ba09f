"""The form that clerks get can be filled in and handed back."""

import json

import pytest
from python_calamine import load_workbook
from xlsxwriter import Workbook

KNOWN = {
    "小区编号": "KF-001",
    "小区名称": "示例里",
    "区划代码": "410204",
    "建成年代": "1992",
    "户数": "120",
    "同意率": "92%",
    "危房鉴定": "无危房",
}


@pytest.fixture
def template(run, tmp_path):
    path = tmp_path / "模板.xlsx"
    result = run("census", "template", "--out", path)
    assert result.exit_code == 0, result.output
    return path


def headings(path):
    """Return the headings of the first sheet as they are written."""
    book = load_workbook(str(path))
    return book.get_sheet_by_name(book.sheet_names[0]).to_python()[0]


def filled(path, template, values):
    """Write a ledger under the template's headings."""
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet("小区")
        for column, heading in enumerate(headings(template)):
            sheet.write(0, column, heading)
            sheet.write(1, column, values.get(heading.split("(")[0], ""))
    return path


def test_the_empty_form_has_no_rows_to_read(run, template, tmp_path):
    result = run("census", "read", template, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert "模板.xlsx" in result.output


def test_a_filled_form_of_kaifeng_is_judged_by_its_own_document(assess, template, tmp_path):
    ledger = filled(tmp_path / "开封.xlsx", template, KNOWN)

    result = assess(ledger, place="4102", day="2020-06-01")

    assert result.exit_code == 0, result.output
    line = (tmp_path / "out" / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()[0]
    verdicts = {v["rule"]: v for v in json.loads(line)["verdicts"]}
    assert verdicts["kf19.scope"]["verdict"] == "unknown"
    assert verdicts["kf19.scope"]["missing"]
    assert verdicts["kf19.scope.willing"]["verdict"] == "met"
    assert not [rule for rule in verdicts if rule.startswith(("xc18", "bj", "p14"))]


def test_the_form_asks_for_every_column_that_a_plan_needs(template):
    asked = {heading.split("(")[0] for heading in headings(template)}

    assert asked >= set(
        "小区编号 小区名称 区划代码 区县 街道 社区 建成年代 建筑面积 楼栋数 户数 居民数"
        " 老年人口占比 经度 纬度 坐标系 结构类型 产权性质 管理方式 抗震节能改造情况"
        " 节能达标率 危房鉴定 基础类投资 完善类投资 提升类投资 社会资本 诉求件数 同意率"
        " 业主组织 物业企业 护栏拆除同意率 必做 最早年份 最晚年份".split()
    )
