"""Lists and notes are written as the language in use writes them."""

from jiugai.kernel.counts import estates
from jiugai.kernel.i18n import headed, listed, measured, noted, use_language


def test_chinese_lists_have_chinese_marks():
    assert listed([2026, 2027]) == "2026、2027"
    assert listed("甲乙", "；") == "甲；乙"
    assert (noted("甲", 1), headed("甲", "乙")) == ("甲（1）", "甲：乙")


def test_english_lists_have_english_marks():
    use_language("en")
    assert listed([2026, 2027]) == "2026, 2027"
    assert listed("ab", "；") == "a; b"
    assert (noted("a", 1), headed("a", "b")) == ("a (1)", "a: b")


def test_a_unit_that_is_a_number_is_multiplied():
    assert measured(300, "户") == "300 户"
    assert measured(300, "") == "300"
    assert measured(300, "10,000 yuan") == "300 × 10,000 yuan"


def test_one_thing_is_said_otherwise_than_several_where_a_language_does_so():
    assert [estates(n) for n in (1, 2)] == ["1 个小区", "2 个小区"]

    use_language("en")

    assert [estates(n) for n in (0, 1, 2)] == ["0 estates", "1 estate", "2 estates"]
