"""The weights by which central money is shared between provinces."""

from datetime import date
from fractions import Fraction

import pytest

from jiugai.policy.law import law_of

WEIGHTS = ("area", "households", "buildings", "estates", "performance")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 8, 29), (40, 40, 10, 10, 0)),
        (date(2019, 12, 31), (40, 40, 10, 10, 0)),
        (date(2020, 1, 1), (40, 30, 10, 10, 10)),
    ],
)
def test_the_weights_are_exact_and_make_a_whole(day, expected):
    numbers = law_of("41", day).numbers
    weights = [numbers[f"cfund.weight_{name}"].value for name in WEIGHTS]

    assert weights == [Fraction(part, 100) for part in expected]
    assert sum(weights) == 1


def test_there_are_no_weights_before_the_measures():
    numbers = law_of("41", date(2019, 8, 28)).numbers

    assert not {f"cfund.weight_{name}" for name in WEIGHTS} & numbers.keys()
