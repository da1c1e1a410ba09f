"""Expressions come to what collectors make of them."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.asking.expressions import NotUnderstood, Scope, as_text, evaluate, is_true, parse
from jiugai.asking.expressions.values import as_number

TODAY = date(2026, 11, 27)


def found(text, own="", **answers):
    return evaluate(parse(text), Scope(lambda name: answers.get(name, ""), TODAY, own))


@pytest.mark.parametrize(
    ("text", "answers", "expected"),
    [
        ("1 + 2 * 3", {}, 7),
        ("(1 + 2) * 3", {}, 9),
        ("7 div 2", {}, 3.5),
        ("7 mod 3", {}, 1),
        ("-${a} + 1", {"a": "4"}, -3),
        ("10 - 3 - 2", {}, 5),
        ("${a} = 'yes'", {"a": "yes"}, True),
        ("${a} != 'yes'", {}, True),
        ("${a} > 18", {}, False),
        ("${a} > 18 or ${b} = 'x'", {"b": "x"}, True),
        ("not(${a} > 18) and true()", {"a": "18"}, True),
        ("selected(${a}, 'lift')", {"a": "roof lift"}, True),
        ("selected(${a}, 'li')", {"a": "roof lift"}, False),
        ("count-selected(${a})", {"a": "roof lift"}, 2),
        ("selected-at(${a}, 1)", {"a": "roof lift"}, "lift"),
        ("selected-at(${a}, 9)", {"a": "roof lift"}, ""),
        ("if(${a} >= 60, 'old', 'young')", {"a": "60"}, "old"),
        ("coalesce(${a}, 'none')", {}, "none"),
        ("regex('13800138000', '1[0-9]{10}')", {}, True),
        ("string-length('一二三')", {}, 3),
        ("concat(${a}, '-', 2)", {"a": "x"}, "x-2"),
        ("round(2.5)", {}, 3),
        ("round(1.234, 2)", {}, 1.23),
        ("int(-1.7)", {}, -1),
        ("${d} <= today()", {"d": "2026-11-27"}, True),
        ("${d} > today()", {"d": "2026-11-27"}, False),
        ("today() - date('2026-11-20')", {}, 7),
        ("count(${w})", {"w": ("row", "row")}, 2),
        ("sum(${w})", {"w": ("1.5", "2")}, 3.5),
        ("max(${w})", {"w": ("1.5", "2")}, 2),
        ("min(3, 1, 2)", {}, 1),
        ("${a.b} = 1", {"a.b": "1"}, True),
        ("starts-with('abc', 'ab') and contains('abc', 'bc')", {}, True),
    ],
)
def test_an_expression_comes_to_its_value(text, answers, expected):
    assert found(text, **answers) == expected


def test_the_answer_at_hand_is_a_point():
    assert found(". >= 0 and . <= 20", own="20") is True
    assert found(". >= 0 and . <= 20", own="21") is False


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("pulldata('x', 'y')", "不支持“pulldata”"),
        ("${a} ==", "不该在这里"),
        ("1 +", "没有写完"),
        ("(1", "没有写完"),
        ("1 2", "多了内容"),
        ("if(1, 2)", "参数个数不对"),
        ("$x", "看不懂“$x”"),
        ("'open", "看不懂"),
        ("count", "没有写完"),
        ("not(1 2)", "应为“,”"),
        ("(" * 60 + "1" + ")" * 60, "套得太深"),
        ("1+" * 1200 + "1", "2000 个字符"),
    ],
)
def test_what_is_not_understood_is_refused_with_words(text, says):
    with pytest.raises(NotUnderstood, match="^(.|\n)*" + "".join(f"[{c}]" for c in says)):
        parse(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), (" 4.5 ", 4.5), ("1970-01-02", 1), ("", None), ("2026-02-30", None)],
)
def test_texts_become_numbers_as_collectors_take_them(text, number):
    value = as_number(text)
    assert math.isnan(value) if number is None else value == number


def test_division_by_nothing_is_no_number_of_ours():
    assert math.isnan(found("0 div 0"))
    assert found("1 div 0") == math.inf
    assert math.isnan(found("1 mod 0"))
    assert as_text(found("1 div 0")) == "Infinity"
    assert as_text(-math.inf) == "-Infinity"
    assert not is_true(math.nan)


NUMBERS = st.integers(-999, 999)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_sums_and_products_are_those_of_python(a, b, c):
    text = f"({a}) + ({b}) * ({c})"
    assert found(text) == a + b * c


@given(NUMBERS)
def test_a_whole_number_is_written_without_a_point(number):
    assert as_text(float(number)) == str(number)


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.sampled_from("abcdef"))
def test_a_choice_is_selected_exactly_if_it_was_picked(picked, one):
    assert found(f"selected(${{q}}, '{one}')", q=" ".join(picked)) is (one in picked)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text):
    try:
        node = parse(text)
    except NotUnderstood:
        return
    evaluate(node, Scope(lambda _name: "", TODAY))
