"""Questions come when they should, and answers fit or are refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.asking.answering import (
    Step,
    check,
    completed,
    first_problem,
    steps_of,
    value_at,
    with_value,
)
from jiugai.asking.form import as_json, from_json
from jiugai.kernel.errors import Refusal

TODAY = date(2026, 11, 27)


def keys(form, answers):
    return [step.key for step in steps_of(form, answers, on=TODAY)]


def step(form, name, repeat="", row=0):
    return Step(form.question(name), repeat, row)


def test_what_is_not_relevant_is_not_asked(sheet):
    assert keys(sheet, {"home": "no", "windows": [{}]}) == ["home", "wishes"]


def test_each_row_of_a_group_is_asked_by_itself(sheet):
    answers = {"home": "yes", "windows": [{"grille": "yes"}, {"grille": "no"}]}

    assert keys(sheet, answers) == [
        "home", "people", "windows~0~width", "windows~0~grille", "windows~0~note",
        "windows~1~width", "windows~1~grille", "wishes",
    ]  # fmt: skip


def test_answers_to_what_is_not_asked_any_more_fall_away(sheet):
    answers = {"home": "no", "people": "3", "windows": [{"width": "1"}], "wishes": "lift"}

    assert completed(sheet, answers, on=TODAY) == {"home": "no", "wishes": "lift", "total": "0"}


def test_what_follows_is_computed_over_the_rows(sheet):
    answers = {"home": "yes", "windows": [{"width": "1.5"}, {"width": "0.75"}]}

    assert completed(sheet, answers, on=TODAY)["total"] == "2.25"


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("people", " 03 ", "3"),
        ("width", "1.50", "1.5"),
        ("wishes", "lift roof", "roof lift"),
        ("wishes", "", ""),
    ],
)
def test_answers_are_kept_in_one_spelling(sheet, name, given, kept):
    one = step(sheet, name, "windows" if name == "width" else "")
    assert check(sheet, one, given, {"home": "yes"}, on=TODAY) == kept


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("home", "", "这一题要回答"),
        ("home", "maybe", "没有“maybe”这个选项"),
        ("people", "三", "请填整数"),
        ("people", "99", "一户 1 到 20 人"),
        ("width", "1,5", "请填数字"),
        ("width", "0", "不在允许的范围内"),
        ("wishes", "roof pool", "没有“pool”"),
        ("note", "长" * 2001, "最多写 2000 个字"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_with_words(sheet, name, given, says):
    repeat = "windows" if name in {"width", "note"} else ""
    with pytest.raises(Refusal, match=says):
        check(sheet, step(sheet, name, repeat), given, {"home": "yes"}, on=TODAY)


def test_the_refusal_speaks_the_language_of_the_reader(sheet):
    with pytest.raises(Refusal, match="1 to 20"):
        check(sheet, step(sheet, "people"), "99", {}, on=TODAY, language="en")


def test_the_first_thing_that_is_missing_is_named(sheet):
    missing, why = first_problem(sheet, {"home": "yes", "windows": [{}]}, on=TODAY)

    assert (missing.key, why) == ("windows~0~width", "这一题要回答后再继续。")
    assert first_problem(sheet, {"home": "no"}, on=TODAY) is None


@given(st.lists(st.integers(0, 5), max_size=6))
def test_a_value_is_found_where_it_was_put(sheet_rows):
    answers = {}
    for row in sheet_rows:
        answers = with_value(answers, Step(_width(), "windows", row), str(row))
    assert all(value_at(answers, Step(_width(), "windows", row)) == str(row) for row in sheet_rows)


def _width():
    from jiugai.asking.form import Kind, Question

    return Question("width", Kind.DECIMAL)


def test_a_form_is_kept_and_found_again_under_the_same_digest(sheet):
    again = from_json(as_json(sheet))

    assert again == sheet
    assert again.digest == sheet.digest
