"""`jiugai allocate`, as a person runs it."""

import json

import pytest
from python_calamine import load_workbook

from tests.core.finance.test_grants import PROJECTS, TABLE


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "地区.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_each_region_and_each_difference_is_named(run, table, tmp_path):
    out = tmp_path / "out"
    asked = ("--total", "1亿", "--day", "2022-01-01", "--due", "下达金额", "--out", out)
    result = run("allocate", table, *asked)
    assert result.exit_code == 1
    assert (
        "甲市：下达 30,000,000.00 元，应得 26,986,217.70 元，多 3,013,782.30 元。" in result.output
    )
    data = json.loads((out / "allocation.json").read_text("utf-8"))
    assert sum(one["cents"] for one in data["regions"]) == data["total"] == 10**10
    why = load_workbook(out / "allocation.xlsx").get_sheet_by_name("为什么").to_python()
    assert len(why) == 1 + 3 * 5
    assert why[1][-1] == "CFUND 8⑦"


def test_without_a_column_to_check_nothing_is_wrong(run, table, tmp_path):
    asked = ("--total", "1亿", "--day", "2019-12-01", "--out", tmp_path / "out")
    result = run("allocate", table, *asked)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("more", "code", "said"),
    [
        ((), 2, "没有给出要分配的总额"),
        (("--total", "一亿"), 2, "看不懂金额"),
        (("--total", "1亿", "--formula", "山东"), 2, "没有分配公式"),
        (("--total", "1亿", "--due", "不存在"), 1, "缺少列：不存在"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(run, table, tmp_path, more, code, said):
    result = run("allocate", table, "--day", "2022-01-01", "--out", tmp_path / "out", *more)
    assert result.exit_code == code
    assert said in result.output


def test_residents_who_raise_too_little_are_named(run, tmp_path):
    path = tmp_path / "项目.csv"
    path.write_text(PROJECTS, encoding="utf-8")
    asked = ("--formula", "wenzhou", "--day", "2021-01-01", "--out", tmp_path / "out")
    result = run("allocate", path, *asked)
    assert result.exit_code == 1
    assert "新村：基础类居民自筹低于最低比例" in result.output
    assert (tmp_path / "out/cofunding.xlsx").exists()


def test_the_template_is_read_back_where_it_is_filled_in(run, tmp_path):
    path = tmp_path / "模板.xlsx"
    assert run("allocate", "--template", path).exit_code == 0
    heads = load_workbook(path).get_sheet_by_name("各地区任务").to_python()[0]
    assert heads[:3] == ["地区", "财政困难系数", "面积(㎡)"]
