"""In English a form can be written, filled in and read back, whatever language reads it."""

import json
import re

import pytest
import xlsxwriter

from jiugai.consent.columns import BALLOT, ROLL
from jiugai.consent.roll import read_roll
from jiugai.kernel.headings import names_in, title_of
from jiugai.kernel.i18n import use_language
from jiugai.kernel.sheets import read_sheet, sheet_names
from jiugai.planning.schedule.words import CREW_HEADINGS, QUIET_HEADINGS, WORKS_HEADINGS

ESTATES = """小区编号,小区名称,建成年代,户数,楼栋数,危房鉴定,基本功能不足,基础设施不足,基础类投资
A,Alder Court,1985,100,2,,,,150
B,Birch Court,1985,120,2,B级,是,是,150
"""
HAN = re.compile(r"[\u4e00-\u9fff]")


def filled(form, path, sheets):
    """Write a workbook with the headings of a form and rows below them, by heading."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            assert name in sheet_names(form)
            heads = [cell.text for cell in read_sheet(form, sheet=name)[0]]
            assert not any(map(HAN.search, heads)), heads
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, heads)
            for line, row in enumerate(rows, 1):
                assert set(row) <= set(heads)
                sheet.write_row(line, 0, [row.get(head, "") for head in heads])
    return path


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_english_form_of_a_schedule_is_read(run, tmp_path, language):
    use_language("en")
    form = tmp_path / "form.xlsx"
    assert run("schedule", "--template", form).exit_code == 0
    stairs = {"Building": "1", "Trade": "Stairwell painting and handrails", "Quantity": "3"}
    before = {"Unit": "Stairwell unit", "Predecessors": "Water supply pipes, 1/Drainage pipes"}
    works = filled(
        form,
        tmp_path / "works.xlsx",
        {
            "Works list": [
                {"Building": "1", "Households": "12", "Trade": "Water supply pipes"},
                stairs | before,
                {"Building": "1", "Trade": "Drainage pipes"},
                {"Building": "Public area", "Trade": "Estate roads", "Quantity": "100"},
            ],
            "Crew": [
                {"Crew": "Plumbing crew", "Quantity": "2"},
                {"Crew": "Painting crew", "Quantity": "1"},
                {"Crew": "Civil works crew", "Quantity": "1"},
            ],
            "Rest and quiet days": [
                {"From": "2026-05-01", "To": "2026-05-05", "Class": "Closed", "Name": "May"}
            ],
        },
    )
    use_language(language)
    out = tmp_path / "out"
    where = ("--place", "110102", "--day", "2026-03-16", "--out", out, "--seconds", "2")
    result = run("schedule", works, *where)

    assert result.exit_code == 0, result.output
    found = json.loads((out / "schedule.json").read_text("utf-8"))
    assert {one["trade"] for one in found["activities"]} >= {
        "water",
        "drainage",
        "stairs",
        "roads",
    }


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_english_form_of_a_vote_is_read(run, tmp_path, language):
    use_language("en")
    form = tmp_path / "form.xlsx"
    assert run("vote", "template", "--out", form).exit_code == 0
    flats = [
        {"Building": "Building 1", "Flat number": f"Flat {door}", "Owner": name}
        for door, name in ((101, "A"), (102, "B"), (201, "C"))
    ]
    area = next(
        head.text for head in read_sheet(form, sheet="Roll")[0] if "area" in head.text.lower()
    )
    roll = [flat | {area: "80", "Unsold by the developer": "No"} for flat in flats]
    roll.append({"Building": "1", "Flat number": "P1", "Owner": "C", area: "12"})
    roll[-1]["Use"] = "Parking space"
    ballots = [
        {"Building": "1", "Flat number": door, "Mark": mark, "Channel": "Paper"}
        for door, mark in (("101", "Agree"), ("102", "Agree"), ("201", "Oppose"))
    ]
    book = filled(form, tmp_path / "vote.xlsx", {"Roll": roll, "Ballots": ballots})
    use_language(language)
    where = ("--place", "11", "--day", "2026-06-01", "--out", tmp_path / "out")
    result = run("vote", "tally", "--roll", book, "--ballots", book, *where, "--matter", "other")

    assert "not on the roll" not in result.output, result.output
    (outcome,) = json.loads((tmp_path / "out" / "result.json").read_text("utf-8"))["outcomes"]
    assert (outcome["heads"]["agree"], outcome["heads"]["oppose"]) == (2, 1)
    assert read_roll(book).flats["accessory"].to_list() == [False, False, False, True]


@pytest.mark.parametrize("headings", [ROLL, BALLOT, WORKS_HEADINGS, CREW_HEADINGS, QUIET_HEADINGS])
def test_no_english_heading_is_taken_for_another(headings):
    use_language("en")
    titles = [title_of(said) for said in headings.values()]
    assert names_in(titles, headings) == list(headings)


def test_what_threads_say_is_said_in_the_language_of_the_command(run, tmp_path):
    use_language("en")
    ledger = tmp_path / "a.csv"
    ledger.write_text(ESTATES, encoding="utf-8")
    where = ("--place", "110199", "--day", "2026-06-01", "--out", tmp_path / "out")
    result = run("plan", ledger, *where, "--budget", "200万", "--years", "1", "--curve", "0")

    assert result.exit_code == 0, result.output
    plan = json.loads((tmp_path / "out" / "plan.json").read_text("utf-8"))
    said = [one["ways_in"]["says"] for one in plan["left_out"]]
    assert any("evidence" in one for one in said), said
    assert not any(map(HAN.search, said)), said
