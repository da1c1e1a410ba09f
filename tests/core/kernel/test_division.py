"""Divisions by code, by name and by what clerks write."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.kernel.division import (
    LEVELS,
    ancestors,
    covers,
    division,
    divisions,
    find_division,
    shortest,
)
from jiugai.kernel.errors import UsageError

SHARED = Path(__file__).parents[4] / "shared" / "data" / "admin_district_beijing_kaifeng.csv"
DISTRICTS = [place for place in divisions().values() if len(place.code) == 6]
CODES = st.sampled_from(sorted(divisions()))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("西城", "110102"),
        ("西城区", "110102"),
        (" 西城区 ", "110102"),
        ("北京市西城区", "110102"),
        ("北京西城", "110102"),
        ("北京市市辖区西城区", "110102"),
        ("xicheng", "110102"),
        ("XICHENG DISTRICT", "110102"),
        ("Xicheng Qu", "110102"),
        ("Beijing Xicheng", "110102"),
        ("110102", "110102"),
        ("110102001", "110102"),
        ("110102001003", "110102"),
        ("１１０１０２", "110102"),
        ("宣武区", "110102"),
        ("密云县", "110118"),
        ("河南省开封市龙亭区", "410202"),
        ("顺河", "410203"),
        ("Shunhe Hui District", "410203"),
        ("杞县", "410221"),
        ("Qi County", "410221"),
        ("开封县", "410212"),
        ("示范区", "110199"),
        ("110199003", "110199"),
    ],
)
def test_a_district_is_found_by_what_clerks_write(text, code):
    assert find_division(text) == division(code)


@pytest.mark.parametrize(
    "text", ["", "区", "county", "北京", "110100", "110103", "11010", "火星区", "西城区东城区"]
)
def test_what_names_no_district_is_not_guessed(text):
    assert find_division(text) is None


@pytest.mark.parametrize(
    ("text", "within"),
    [("西城区", "110105"), ("鼓楼区", "11"), ("110102", "41"), ("示范区", "4102")],
)
def test_a_district_outside_the_place_is_not_found(text, within):
    assert find_division(text) is not None
    assert find_division(text, within) is None


@pytest.mark.parametrize("place", DISTRICTS, ids=lambda place: place.code)
def test_every_district_is_found_by_name_pinyin_and_code(place):
    for text in (place.name, place.pinyin, place.code, f"{place.code}001", *place.also):
        assert find_division(text) == place


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not here")
def test_the_districts_are_those_of_the_code_list():
    with SHARED.open(encoding="utf-8") as file:
        listed = {row["code"]: row["name"] for row in csv.DictReader(file)}
    ours = {place.code: place.name for place in DISTRICTS}
    assert ours == listed | {"110199": "示范区"}


@pytest.mark.parametrize(
    ("place", "code", "expected"),
    [
        ("", "410221", True),
        ("", "", True),
        ("11", "110102", True),
        ("1101", "110102", True),
        ("110000", "110102001", True),
        ("110100", "110102", True),
        ("110102", "110102001003", True),
        ("110102000000", "110102", True),
        ("110102", "110102000000", True),
        ("110102", "11", False),
        ("1101", "11", False),
        ("11", "", False),
        ("41", "110102", False),
        ("110102", "110105", False),
    ],
)
def test_a_place_covers_what_its_code_begins(place, code, expected):
    assert covers(place, code) is expected


@pytest.mark.parametrize(
    ("code", "above"),
    [
        ("", ()),
        ("11", ("",)),
        ("110000", ("",)),
        ("110102", ("", "11", "1101")),
        ("110199001", ("", "11", "1101", "110199")),
        ("110102001003", ("", "11", "1101", "110102", "110102001")),
    ],
)
def test_ancestors_are_told_from_the_country_down(code, above):
    assert ancestors(code) == above


@given(CODES)
def test_every_division_lies_in_each_of_its_ancestors_and_those_are_known(code):
    assert all(covers(above, code) for above in ancestors(code))
    assert set(ancestors(code)) <= set(divisions())


@given(CODES, st.sampled_from(LEVELS))
def test_filling_zeros_do_not_change_a_code(code, length):
    assert shortest(code.ljust(length, "0") if code else "") == code


@pytest.mark.parametrize("code", ["110102", "110102000", "110102000000"])
def test_a_code_may_be_written_long(code):
    assert division(code).name == "西城区"


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("110103", "110101|110102|110105|110109|110113"),
        ("西城区", "西城区（110102）"),
        ("kaifeng", "开封市（4102）"),
        ("火星", "北京市（11）、河南省（41）"),
    ],
)
def test_an_unknown_code_is_refused_with_the_nearest(code, near):
    with pytest.raises(UsageError, match=near) as refused:
        division(code)
    assert f"“{code}”" in str(refused.value)


def test_a_division_says_its_name_and_code():
    assert [str(division(code)) for code in ("", "110102")] == ["全国", "西城区（110102）"]


def test_codes_and_names_are_told_apart():
    places = list(divisions().values())
    assert len({place.code for place in places}) == len(places)
    assert all(len(place.code) in LEVELS for place in places)
    assert len({(place.code[:4], place.name) for place in places}) == len(places)
