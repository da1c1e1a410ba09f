"""Amounts as offices write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.kernel.errors import UsageError
from jiugai.kernel.money import CENTS_PER_WAN, UNITS, Cents, grouped, in_wan, parse_amount, wan

AMOUNTS = {
    "12.8亿": 128_000_000_000,
    "12.8亿元": 128_000_000_000,
    "60000万": 60_000_000_000,
    "60,000 万元": 60_000_000_000,
    "600000000": 60_000_000_000,
    "6亿": 60_000_000_000,
    "5,767.33万元": 5_767_330_000,
    "５，７６７．３３万元": 5_767_330_000,
    "1亿2000万": 12_000_000_000,
    "1亿2000万元整": 12_000_000_000,
    "1万5000元": 1_500_000,
    "3千万": 3_000_000_000,
    "2百万元": 200_000_000,
    "¥600": 60_000,
    "￥1,000.50": 100_050,
    "人民币5圆整": 500,
    "0.01": 1,
    "0": 0,
    "0.000001万元": 1,
}


@pytest.mark.parametrize(("text", "cents"), AMOUNTS.items())
def test_an_amount_is_read_to_the_cent(text, cents):
    assert parse_amount(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "万", "元", "一亿", "十二亿", "-5万", "+5", "5%", "12.8亿美元", "abc"),
        *("1,2345", "12,34.5", "1.2.3", ".5", "5.", "1万2亿", "1亿1亿", "1亿2000", "5元元"),
        *("1e9", "9" * 16, "inf", "nan", "12.8亿 60000万亿"),
    ],
)
def test_what_is_no_amount_is_refused_with_an_example(text):
    with pytest.raises(UsageError, match="看不懂金额") as refused:
        parse_amount(text)
    assert f"“{text}”" in str(refused.value)
    assert "12.8亿" in str(refused.value)


@pytest.mark.parametrize("text", ["0.001", "0.0000001万", "1.23456789万元"])
def test_less_than_a_cent_is_refused_and_not_rounded(text):
    with pytest.raises(UsageError, match="整数分"):
        parse_amount(text)


def test_a_bare_number_counts_what_the_heading_says():
    assert parse_amount("5767.33", unit="万") == 5_767_330_000
    assert parse_amount("5767.33元", unit="万") == 576_733


def test_a_unit_that_does_not_exist_is_a_mistake_of_the_caller():
    with pytest.raises(KeyError, match="dollar"):
        parse_amount("5", unit="dollar")


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (5_767_330_000, "5767.33"),
        (128_000_000_000, "128000"),
        (1, "0.000001"),
        (0, "0"),
        (-500_000, "-0.5"),
        (10_000_000, "10"),
    ],
)
def test_wan_is_exact_and_without_trailing_zeros(cents, text):
    assert wan(Cents(cents)) == text


@given(st.integers(min_value=0, max_value=10**17))
def test_what_wan_writes_is_read_back(cents):
    assert parse_amount(f"{wan(cents)}万元") == cents
    assert parse_amount(wan(cents), unit="万") == cents


@given(st.integers(0, 10**9), st.sampled_from(sorted(UNITS)))
def test_a_unit_multiplies_exactly(number, unit):
    assert parse_amount(f"{number}{unit}") == number * UNITS[unit] * 100
    assert parse_amount(f"{number:,}{unit}") == number * UNITS[unit] * 100


def test_a_wan_has_a_million_cents():
    assert CENTS_PER_WAN == 1_000_000


@pytest.mark.parametrize(
    ("cents", "text"),
    [(0, "0"), (576_733_000_000, "576,733"), (5_767_330_000, "5,767.33"), (-1, "-0.000001")],
)
def test_an_amount_can_be_read_in_thousands(cents, text):
    assert grouped(cents) == text


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (0, "0.00"), (4_999, "0.00"), (5_000, "0.01"), (-4_999, "0.00"), (-5_000, "-0.01"),
        (5_595_000, "5.60"), (25_475_205_729, "25,475.21"), (-1_234_560_000, "-1,234.56"),
    ],
)  # fmt: skip
def test_people_read_an_amount_to_a_hundredth_of_a_wan(cents, text):
    assert in_wan(cents) == text
