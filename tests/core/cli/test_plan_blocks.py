"""The plan command on neighbours, barriers and tender packages."""

import csv
import json

import pytest

from tests.core.reporting.pages import Page

ROWS = """小区编号,小区名称,街道,建成年份,户数,基础类投资(万元),经度,纬度,坐标系
A1,槐安里,示范甲街道,1983,320,900,116.3500,39.9100,WGS-84
A2,槐安北里,示范甲街道,1985,210,600,116.3500,39.9114,WGS-84
A3,柳荫家园,示范甲街道,1988,150,450,116.3518,39.9107,WGS-84
A4,石桥小区,示范甲街道,1990,260,700,116.3534,39.9100,WGS-84
A5,石桥东院,示范甲街道,1992,90,1200,116.3553,39.9101,WGS-84
A6,水仙新村,示范甲街道,1994,400,800,116.3574,39.9101,WGS-84
"""
RIVER = {
    "type": "FeatureCollection",
    "features": [
        {
            "properties": {"name": "示范河"},
            "geometry": {
                "type": "LineString",
                "coordinates": [[116.3526, 39.908], [116.3526, 39.913]],
            },
        }
    ],
}


def barrier(name, lon):
    line = {"type": "LineString", "coordinates": [[lon, 39.908], [lon, 39.913]]}
    return {"properties": {"name": name}, "geometry": line}


@pytest.fixture
def plan(run, tmp_path):
    def invoke(*more, rows=ROWS):
        ledger = tmp_path / "台账.csv"
        ledger.write_text(rows, encoding="utf-8")
        (tmp_path / "河.geojson").write_text(json.dumps(RIVER), encoding="utf-8")
        where = ("--place", "110199", "--day", "2026-06-01", "--out", tmp_path / "out")
        return run("plan", ledger, *where, "--budget", "3500万", "--years", "1", *more)

    return invoke


def packages(folder):
    """Return the estates of every package by its id."""
    found = {}
    with (folder / "packages.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            found[row["package_id"]] = found.get(row["package_id"], "") + row["estate_id"]
    return found


def test_what_lies_together_is_said_written_and_drawn(plan, tmp_path):
    result = plan()
    content = json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8"))
    page = (tmp_path / "out" / "map.html").read_text(encoding="utf-8")

    assert "4 个小区成 1 个片区，1 个单独" in result.output
    assert [one["estates"] for one in content["bundles"]["list"]] == [["A1", "A2", "A3", "A4"]]
    assert [one["estate_id"] for one in content["bundles"]["missing_links"]] == ["A5"]
    assert {"document": "bj22", "clause": "三(八)③"} in content["bundles"]["clauses"]
    assert content["packages"]["bound"] == len(content["packages"]["list"]) == 2
    assert packages(tmp_path / "out") == {"P2026-01": "A1A2A3A4", "P2026-02": "A6"}
    assert page.count('<g class="hull y0"><title>2026 年 示范甲街道槐安里片区：4 个小区') == 1
    assert "补上它，2026 年的示范甲街道槐安里片区、水仙新村就连成一片" in page


def test_a_barrier_and_limits_change_the_packages(plan, tmp_path):
    result = plan("--barriers", tmp_path / "河.geojson", "--packages", "按=片区，万元=1600")

    assert "“示范河”隔开 1 对相邻小区" in result.output
    assert packages(tmp_path / "out") == {
        "P2026-01": "A1",
        "P2026-02": "A2A3",
        "P2026-03": "A6",
        "P2026-04": "A4",
    }


def test_by_street_the_clause_is_named(plan):
    assert (
        "按街道分标段共 1 个，已是最少（依据 XC18 三(五)④）"
        in plan("--packages", "按=街道").output
    )


def test_estates_without_a_point_are_counted_and_said(plan):
    rows = "\n".join(line.rsplit(",", 3)[0] for line in ROWS.splitlines())

    assert "5 个列入的小区没有坐标" in plan(rows=rows).output


@pytest.mark.parametrize(
    ("more", "code", "sentence"),
    [
        (("--packages", "按=户型"), 2, "看不懂标段规模“按=户型”"),
        (("--barriers", "台账.csv"), 1, "台账.csv: 不是隔离物文件"),
    ],
)
def test_what_cannot_be_used_is_refused_before_anything_is_written(
    plan, tmp_path, monkeypatch, more, code, sentence
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "台账.csv").write_text(ROWS, encoding="utf-8")
    result = plan(*more)

    assert result.exit_code == code
    assert sentence in result.output
    assert not (tmp_path / "out").exists()


def test_the_page_lists_bundles_and_packages(plan, tmp_path):
    plan("--packages", "小区=3")
    page = (tmp_path / "out" / "map.html").read_text(encoding="utf-8")

    assert "示范甲街道槐安里片区第 2 标段" in page
    assert not Page(page).complaints()


def test_barriers_that_separate_nobody_are_named(plan, tmp_path):
    far = tmp_path / "远.geojson"
    features = [barrier(f"河{n}", 117 + n / 10) for n in range(6)]
    far.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    result = plan("--barriers", far)
    sentence = "隔离物“河0”、“河1”、“河2”、“河3”、“河4”等 6 项没有隔开任何相距 200 米以内的小区"

    assert sentence in result.output
    assert sentence in (tmp_path / "out" / "map.html").read_text(encoding="utf-8")
    assert "没有隔开" not in plan("--barriers", tmp_path / "河.geojson").output
