"""The schedule command: its files, its page, its refusals."""

import csv
import json
from xml.etree import ElementTree

import pytest

from jiugai.kernel.sheets import read_sheet, sheet_names
from tests.core.reporting.pages import Page

WORKS = """楼栋,户数,工种,工程量
1号楼,40,护栏拆除,
1号楼,,上水,
1号楼,,搭脚手架,800
1号楼,,屋面防水,300
"""
CREWS = "拆除队=1,水暖队=1,架子队=1,屋面队=1"


@pytest.fixture
def works(tmp_path):
    path = tmp_path / "工程.csv"
    path.write_text(WORKS, encoding="utf-8")
    return path


@pytest.fixture
def schedule(run, tmp_path):
    def invoke(works, *more, crews=CREWS, out="out"):
        where = ("--place", "110102", "--day", "2026-03-16", "--out", tmp_path / out)
        given = ("--crews", crews) if crews else ()
        return run("schedule", works, *where, "--seconds", "2", *given, *more)

    return invoke


def test_every_file_that_was_promised_is_written(schedule, works, tmp_path):
    result = schedule(works)

    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "schedule.json",
        "schedule.csv",
        "schedule.xlsx",
        "schedule.html",
        "gantt.svg",
    }
    assert "差距" in result.output


def test_the_figures_carry_proof_path_and_reasons(schedule, works, tmp_path):
    schedule(works, "--day-cost", "2万")
    found = json.loads((tmp_path / "out" / "schedule.json").read_text(encoding="utf-8"))

    assert found["stop"] == "proven"
    assert [stage["gap"] for stage in found["stages"]] == [0, 0]
    assert found["critical_path"]
    first = found["activities"][0]
    assert first["id"] == "1号楼/拆除外窗护栏"
    assert first["why"][0]["cause"] == "start"


def test_the_table_has_a_line_for_every_activity(schedule, works, tmp_path):
    schedule(works)
    with (tmp_path / "out" / "schedule.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    assert {"1号楼/屋面防水", "1号楼/拆脚手架", "治理完成"} <= {row["id"] for row in rows}


def test_the_page_and_the_drawing_keep_every_promise(schedule, works, tmp_path):
    schedule(works, "--start", "2026-05-25")
    html = (tmp_path / "out" / "schedule.html").read_text(encoding="utf-8")
    drawing = ElementTree.parse(tmp_path / "out" / "gantt.svg").getroot()  # noqa: S314 - our own

    assert Page(html).complaints() == []
    names = [child.tag.rpartition("}")[2] for child in drawing]
    assert names[:2] == ["title", "desc"]
    assert "BJ22 五(二)③" in html


def test_the_same_input_gives_the_same_files(schedule, works, tmp_path):
    for out in ("a", "b"):
        schedule(works, out=out)

    for name in ("schedule.csv", "schedule.xlsx", "gantt.svg"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_the_form_can_be_filled_in_and_read(run, tmp_path):
    form = tmp_path / "模板.xlsx"
    result = run("schedule", "--template", form)

    assert result.exit_code == 0, result.output
    assert {"工程", "队伍", "停工和静默"} <= set(sheet_names(form))
    assert "工种" in [cell.text for cell in read_sheet(form, sheet="工程")[0]]


def test_a_stop_changes_little_and_says_how_much(schedule, works, tmp_path):
    schedule(works)
    last = tmp_path / "out" / "schedule.json"
    result = schedule(
        works, "--last", last, "--stopped", "1号楼/供水管道=2026-03-23..2026-03-24", out="again"
    )

    assert result.exit_code == 0, result.output
    assert "改动 0 项" in result.output


def test_a_file_of_psplib_needs_no_law(run, tmp_path):
    from tests.core.planning.schedule.test_psplib import FILE

    path = tmp_path / "j.sm"
    path.write_text(FILE, encoding="utf-8")
    result = run("schedule", path, "--out", tmp_path / "out")

    assert result.exit_code == 0, result.output
    found = json.loads((tmp_path / "out" / "schedule.json").read_text(encoding="utf-8"))
    assert (found["makespan"], found["bound"]) == (7, 7)


@pytest.mark.parametrize(
    ("more", "code", "word"),
    [
        (("--deadline", "2026-03-20"), 1, "完不成"),
        (("--deadline", "2026-03-01"), 2, "--deadline"),
        (("--last", "工程.csv"), 2, "--stopped"),
        (("--stopped", "1号楼=2026-07-01..2026-07-02"), 2, "--last"),
        (("--day-cost", "很多"), 2, "金额"),
        (("--reading", "no.such=thing"), 2, "no.such"),
    ],
)
def test_what_cannot_be_is_one_sentence(schedule, works, tmp_path, monkeypatch, more, code, word):
    monkeypatch.chdir(tmp_path)
    result = schedule(works, *more)

    assert result.exit_code == code, result.output
    assert word in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


def test_without_crews_it_says_where_to_put_them(schedule, works):
    result = schedule(works, crews="")

    assert result.exit_code == 2
    assert "--crews" in result.output


def test_without_a_law_it_asks_for_one(run, works, tmp_path):
    result = run("schedule", works, "--out", tmp_path / "out")

    assert result.exit_code == 2
    assert "--place" in result.output
