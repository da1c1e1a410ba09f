"""Shares are exact, and no rounding ever makes them look as if they crossed a threshold."""

from datetime import date
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

from jiugai.consent.shares import percent, requirements
from jiugai.consent.thresholds import Matter
from jiugai.policy.arithmetic import OPERATORS
from jiugai.policy.conditions import Op
from jiugai.policy.law import law_of

LAW = law_of("11", date(2026, 6, 1))


@pytest.mark.parametrize(
    ("share", "op", "threshold", "shown"),
    [
        (Fraction(2, 3), Op.GE, Fraction(2, 3), "66.67%"),
        (Fraction(2_000_000, 3_000_001), Op.GE, Fraction(2, 3), "66.66%"),
        (Fraction(1, 2), Op.GT, Fraction(1, 2), "50.00%"),
        (Fraction(500_001, 1_000_000), Op.GT, Fraction(1, 2), "50.01%"),
        (Fraction(749_999, 1_000_000), Op.GE, Fraction(3, 4), "74.99%"),
        (Fraction(1, 3), Op.GE, Fraction(3, 4), "33.33%"),
        (Fraction(1), Op.GE, Fraction(3, 4), "100.00%"),
        (None, Op.GE, Fraction(3, 4), "–"),
    ],
)
def test_a_share_is_shown_on_its_side_of_the_threshold(share, op, threshold, shown):
    assert percent(share, op, threshold) == shown


@given(st.integers(0, 10**12), st.integers(1, 10**12), st.sampled_from(["2/3", "3/4", "1/2"]))
def test_what_is_shown_suffices_exactly_when_the_share_does(part, whole, threshold):
    share, asked = Fraction(min(part, whole), whole), Fraction(threshold)
    for op in (Op.GE, Op.GT):
        shown = Fraction(percent(share, op, asked).rstrip("%")) / 100
        # Two thirds are shown as 66.67: above them, as they must be.
        assert OPERATORS[op](shown, asked) == OPERATORS[op](share, asked)
        assert abs(shown - share) < Fraction(1, 10_000)


@given(st.integers(1, 10**6), st.data())
def test_the_least_that_suffices_is_the_least(whole, data):
    count = data.draw(st.integers(0, whole))
    facts = {f"{kind}_{what}": whole for kind in ("area", "heads") for what in ("total", "voting")}
    facts |= {"area_agreeing": count, "heads_agreeing": count}
    for one in requirements(facts, Matter.OTHER, LAW):
        assert one.met == (one.spare >= 0)
        at_least = Fraction(one.least, one.base)
        below = Fraction(one.least - 1, one.base)
        suffices = OPERATORS[one.op]
        assert suffices(at_least, one.threshold)
        assert not suffices(below, one.threshold)
        assert one.over == one.share - one.threshold


def test_nothing_is_no_share_of_nothing():
    facts = {f"{k}_{w}": 0 for k in ("area", "heads") for w in ("total", "voting", "agreeing")}

    assert [one.met for one in requirements(facts, Matter.OTHER, LAW)] == [False] * 4
