"""Codes typed from paper become answers, and wrong ones are named."""

from datetime import date

import pytest

from jiugai.asking.paper import numbered, read_codes

TODAY = date(2026, 11, 27)


def test_questions_are_numbered_and_choices_have_letters(sheet):
    assert [(one.number, one.question.name) for one in numbered(sheet)] == [
        (1, "home"), (2, "people"), (3, "width"), (4, "grille"), (5, "note"), (6, "wishes"),
    ]  # fmt: skip
    assert numbered(sheet)[5].letters == (("A", "roof"), ("B", "lift"))


def test_a_line_of_codes_is_read(sheet):
    answers, wrong = read_codes(sheet, '1a 2=3 3.1=1.5 3.2=2 5.2="要换 新的" 6BA', on=TODAY)

    assert wrong == []
    assert answers == {
        "home": "yes",
        "people": "3",
        "windows": [{"width": "1.5"}, {"width": "2", "note": "要换 新的"}],
        "wishes": "roof lift",
    }


@pytest.mark.parametrize(
    ("codes", "says"),
    [
        ("1C", "“1C”：这一题没有选项 C"),
        ("1AB", "只能选一个"),
        ("9A", "没有第 9 题"),
        ("2A", "不是选择题"),
        ("2=99", "一户 1 到 20 人"),
        ("1.2A", "没有第 2 行"),
        ("x", "“x”：看不懂"),
        ("3.99=1", "没有第 99 行"),
    ],
)
def test_a_wrong_code_is_named(sheet, codes, says):
    _answers, wrong = read_codes(sheet, f"6A {codes}", on=TODAY)

    assert len(wrong) == 1
    assert says in wrong[0]
