"""The template: what it asks for comes back as it was filled in."""

import random
from datetime import date, timedelta

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from jiugai.census import IssueKind, read_ledgers, write_template
from jiugai.census.headings import index, match
from jiugai.census.rows import EXAMPLE
from jiugai.census.template import example_of, template_facts, template_heading
from jiugai.kernel.errors import InputError
from jiugai.policy.vocabulary import Building, Estate, Kind

SUBJECTS = [Estate, Building]


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "模板.xlsx"
    write_template(path)
    return path


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_heading_means_the_fact_that_it_asks_for(subject):
    for fact in template_facts(subject):
        found, _unit = match([template_heading(fact)], index(subject))
        assert found.fact is fact


def test_the_empty_template_has_no_rows(template):
    with pytest.raises(InputError, match="没有一行数据"):
        read_ledgers([template], place="410204")


def test_the_template_has_a_sheet_for_each_subject_and_one_that_explains(template):
    book = CalamineWorkbook.from_path(template)
    assert book.sheet_names == ["小区", "楼栋", "填写说明"]
    rows = book.get_sheet_by_name("小区").to_python()
    assert len(rows) == 2
    assert EXAMPLE in rows[1][0]


def test_the_same_vocabulary_gives_the_same_file(template, tmp_path):
    write_template(tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == template.read_bytes()


def test_a_template_that_cannot_be_written_is_refused(tmp_path):
    with pytest.raises(InputError, match="写不了"):
        write_template(tmp_path / "no" / "folder.xlsx")


def written(fact, rng):
    """Return what may be filled in for a fact, and what should be read."""
    if fact.kind is Kind.CHOICE:
        word, term = rng.choice(list(fact.choices.items()))
        return term, word
    if fact.kind is Kind.DAY:
        day = date(1950, 1, 1) + timedelta(days=rng.randrange(40_000))
        return day.isoformat(), day
    low, high = fact.low or 0, fact.high or 10**6
    number, share, cents = (
        rng.randint(int(low), int(high)),
        rng.randint(2, 100),
        rng.randrange(10**12),
    )
    measured = round(rng.uniform(low, high), 3)
    return {
        Kind.FLAG: rng.choice([("是", True), ("否", False)]),
        Kind.SHARE: (share, share / 100),
        Kind.MONEY: (cents / 1_000_000, cents),
        Kind.WHOLE: (number, number),
        Kind.YEAR: (number, number),
        Kind.DECIMAL: (measured, measured),
        Kind.TEXT: rng.choice([("示范路一号", "示范路一号"), ("（甲） 方", "（甲） 方")]),
    }[fact.kind]


FIXED = {
    Estate.id: ("A1", "A1"),
    Estate.name: ("甲小区", "甲小区"),
    Estate.division: ("410204", "410204"),
    Estate.district: ("鼓楼区", "鼓楼区"),
    Estate.lon: (114.35, 114.35),
    Estate.lat: (34.79, 34.79),
    Estate.datum: ("WGS-84", "wgs84"),
    Estate.earliest_year: (2024, 2024),
    Estate.latest_year: (2026, 2026),
    Building.id: ("1号楼", "1号楼"),
    Building.estate_id: ("A1", "A1"),
}


def filled(subject, rng):
    """Return what a clerk fills in for each fact, and what should come back."""
    return {fact: FIXED.get(fact) or written(fact, rng) for fact in template_facts(subject)}


@pytest.mark.slow
@settings(max_examples=40)
@given(seed=st.integers(0, 2**32))
def test_a_filled_template_comes_back(tmp_path_factory, seed):
    rng = random.Random(seed)
    estate, building = filled(Estate, rng), filled(Building, rng)
    path = tmp_path_factory.mktemp("t") / "filled.xlsx"
    book = xlsxwriter.Workbook(path)
    for subject, cells in ((Estate, estate), (Building, building)):
        sheet = book.add_worksheet(subject.title)
        sheet.write_row(0, 0, [template_heading(fact) for fact in cells])
        sheet.write_row(1, 0, [str(example_of(fact)) for fact in cells])
        sheet.write_row(2, 0, [shown for shown, _value in cells.values()])
    book.close()
    found = read_ledgers([path], place="410204")
    assert [issue.kind for issue in found.issues] == [IssueKind.EXAMPLE] * 2
    assert_row(found.estates, estate, "estate")
    assert_row(found.buildings, building, "building")


def assert_row(frame, cells, subject):
    row = frame.row(0, named=True)
    for fact, (_shown, value) in cells.items():
        if fact.subject == subject:
            expected = pytest.approx(value) if fact.kind == Kind.DECIMAL else value
            assert row[fact.name] == expected, fact
