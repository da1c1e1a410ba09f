"""`jiugai finance`, as a person runs it."""

import json
import re

import pytest
from python_calamine import load_workbook

from tests.core.finance.test_profit import TABLE


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "模型.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.slow
def test_page_workbook_and_data_say_the_same(run, model, tmp_path):
    out = tmp_path / "out"
    result = run("finance", model, "--place", "110105", "--day", "2022-01-01", "--out", out)
    assert result.exit_code == 0, result.output
    data = json.loads((out / "finance.json").read_text("utf-8"))
    book = load_workbook(out / "finance.xlsx")
    page = (out / "finance.html").read_text("utf-8")
    assert [one["name"] for one in data["scenarios"]] == ["贷款", "补助"]
    for one in data["scenarios"]:
        rows = book.get_sheet_by_name(f"现金流 {one['name']}").to_python()
        at = rows[0].index("项目净现金流（万元）")
        assert [round(row[at] * 10**6) for row in rows[1:]] == [y["project"] for y in one["years"]]
        assert f"{one['irr'][0]:.2%}" in page
    assert page.count('<svg class="chart"') == 6
    assert "P14 三(七)⑨" in page


@pytest.mark.slow
def test_the_page_is_sound(run, model, tmp_path):
    run("finance", model, "--out", tmp_path / "out")
    page = (tmp_path / "out/finance.html").read_text("utf-8")
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert page.count("<h1") == 1
    assert "{{" not in page
    assert "没有给出 --place 和 --day" in page


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--place", "110105"), "要一起给出"),
        (("--grid", "收入,收入"), "两个不同的因素"),
        (("--grid", "收入"), "两个不同的因素"),
    ],
)
def test_wrong_usage_is_said_in_a_sentence(run, model, tmp_path, more, said):
    result = run("finance", model, "--out", tmp_path / "out", *more)
    assert result.exit_code == 2
    assert said in result.output


def test_the_template_has_the_columns_that_are_read(run, tmp_path):
    path = tmp_path / "模板.xlsx"
    assert run("finance", "--template", path).exit_code == 0
    rows = load_workbook(path).get_sheet_by_name("微利模型").to_python()
    assert rows[0][:4] == ["方案", "类别", "名称", "数值(万元)"]
    assert [row[2] for row in rows[1:4]] == ["起始年", "结束年", "折现率"]
