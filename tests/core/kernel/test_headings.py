"""Headings are found whatever their marks, units and language."""

import pytest

from jiugai.kernel.headings import by_word, columns_in, find_head, named, names_in, word
from jiugai.kernel.sheets import Cell

HEADINGS = {"year": ("年度", "年份"), "amount": ("金额", "预算金额")}


def rows(*lines):
    return [
        tuple(Cell(text, f"{'ABCDE'[at]}{line}") for at, text in enumerate(texts))
        for line, texts in enumerate(lines, 1)
    ]


@pytest.mark.parametrize("text", ["上下 楼", "上下楼", " 上／下_楼 ", "上下（楼）", "上-下·楼"])
def test_blanks_marks_and_widths_tell_no_words_apart(text):
    assert word(text) == "上下楼"


@pytest.mark.parametrize(
    "heading", ["金额", "金额（万元）", "金 额 (万元", "预算金额[元]", "Amount", "AMOUNT (yuan)"]
)
def test_a_heading_is_known_with_its_unit_and_in_every_language(heading):
    assert names_in([heading, "备注"], HEADINGS) == ["amount", None]


def test_of_two_columns_with_one_name_the_first_wins():
    assert columns_in(["金额", "年度", "预算金额"], HEADINGS) == {"amount": 0, "year": 1}


def test_titles_may_stand_above_the_headings():
    table = rows(["预算表", ""], ["年份", "金额"], ["2026", "5"])
    assert find_head(table, HEADINGS, ("year", "amount")) == (1, {"year": 0, "amount": 1})
    assert find_head(table[:1], HEADINGS, ("year",)) is None


def test_a_word_that_is_said_goes_before_a_translation():
    assert by_word({"a": ("年度",), "b": ("x", "Year")})["year"] == "b"
    assert named(" YEAR ", ("年度",))
