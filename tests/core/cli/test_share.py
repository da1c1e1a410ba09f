"""`jiugai share`, as a person runs it."""

import csv
import json

import pytest
from python_calamine import load_workbook

from tests.core.finance.project import HOUSEHOLDS, SHARES, WORKS, given


@pytest.fixture
def share(run, tmp_path):
    def invoke(*more, **tables):
        found = given(tmp_path, **tables)
        files = (found.file, "--works", found.works, "--shares", found.shares)
        where = ("--place", "110102", "--day", "2022-03-01", "--out", tmp_path / "out")
        return run("share", *files, "--floors", "even_steps", *where, *more)

    return invoke


@pytest.mark.slow
def test_the_three_files_say_the_same(share, tmp_path):
    assert share().exit_code == 0
    data = json.loads((tmp_path / "out/shares.json").read_text("utf-8"))
    with (tmp_path / "out/shares.csv").open(encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    book = load_workbook(tmp_path / "out/shares.xlsx").get_sheet_by_name("住户").to_python()
    owed = [household["cash"] for household in data["households"]]
    assert [round(float(row["现金应付(元)"]) * 100) for row in rows] == owed
    assert [round(row[-1] * 100) for row in book[1:]] == owed
    assert sum(data["parties"].values()) == data["cost"]


@pytest.mark.slow
def test_names_of_persons_leave_masked(share, tmp_path):
    share()
    text = (tmp_path / "out/shares.csv").read_text("utf-8-sig")
    assert "张建国" not in text
    assert "示范机械厂" in text


def test_open_evidence_ends_with_1_and_says_so(share):
    found = share(households=HOUSEHOLDS.replace("王芳,,", "王芳,,500"))
    assert found.exit_code == 1
    assert "1 项居民投入或资金证据不足" in found.output


def test_nothing_is_written_where_something_is_wrong(share, tmp_path):
    found = share(shares=SHARES.replace("10%", "11%"))
    assert found.exit_code == 1
    assert "不是 100%" in found.output
    assert not (tmp_path / "out").exists()


def test_an_area_that_is_none_is_wrong_usage(share):
    found = share("--area", "很大")
    assert found.exit_code == 2
    assert "--area “很大”不是面积" in found.output


def test_a_missing_table_is_named(run, tmp_path):
    found = given(tmp_path)
    where = ("--place", "110102", "--day", "2022-03-01", "--out", tmp_path / "out")
    result = run("share", found.file, *where)
    assert result.exit_code == 1
    assert "没有“改造内容”表" in result.output


@pytest.mark.slow
def test_the_template_filled_in_is_read_back(run, tmp_path):
    from xlsxwriter import Workbook

    path = tmp_path / "模板.xlsx"
    assert run("share", "--template", path).exit_code == 0
    heads = {
        sheet: load_workbook(path).get_sheet_by_name(sheet).to_python()[0]
        for sheet in ("住户", "改造内容", "出资比例", "居民投入", "楼层系数")
    }
    filled = {"住户": HOUSEHOLDS, "改造内容": WORKS, "出资比例": SHARES}
    with Workbook(tmp_path / "项目.xlsx") as book:
        for sheet, head in heads.items():
            rows = [row.split(",") for row in filled.get(sheet, "").splitlines()[1:]]
            into = book.add_worksheet(sheet)
            for at, row in enumerate([head, *rows]):
                into.write_row(at, 0, row)
    where = ("--place", "110102", "--day", "2022-03-01", "--out", tmp_path / "out")
    result = run("share", tmp_path / "项目.xlsx", "--floors", "even_steps", *where)
    assert result.exit_code == 0, result.output


@pytest.mark.slow
def test_fifty_thousand_households_are_shared_to_the_cent(share, tmp_path):
    rows = [
        f"{b}号楼,{u}单元,{d},1,{50 + d % 41}.5,,,"
        for b in range(1, 101)
        for u in range(1, 6)
        for d in range(100, 200)
    ]
    works = "内容,类别,金额(元),范围\n屋面,基础类,123456789.01,小区\n"
    head = HOUSEHOLDS.splitlines()[0]
    shares = "\n".join(line for line in SHARES.splitlines() if not line.startswith("加装电梯"))
    found = share(households="\n".join([head, *rows]), works=works, shares=shares)
    assert found.exit_code == 0, found.output
    data = json.loads((tmp_path / "out/shares.json").read_text("utf-8"))
    assert len(data["households"]) == 50_000
    assert sum(one["part"] for one in data["households"]) == data["parties"]["residents"]
