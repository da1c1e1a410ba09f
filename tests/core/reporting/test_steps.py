"""Steps over time: joined where one value follows another, apart where two are equal."""

import re
from datetime import date

from jiugai.reporting.steps import Step, Steps, step_chart

UNTIL = date(2026, 1, 1)


def _step(since, until, value):
    return Step(date.fromisoformat(since), until, value, f"{value:g}", "")


def _points(chart):
    return [
        [tuple(map(float, point.split(","))) for point in found.split()]
        for found in re.findall(r'points="([^"]+)"', chart)
    ]


def test_a_value_that_follows_another_is_joined_to_it():
    before = _step("2019-01-01", date(2019, 12, 31), 0.4)
    chart = step_chart(
        "权重", "", [Steps("a", [before, _step("2020-01-01", None, 0.3)])], until=UNTIL
    )

    first, second = _points(chart)
    assert second[0] == first[-1]
    assert second[1][1] > first[0][1]  # less lies lower


def test_a_gap_is_not_drawn_over():
    before = _step("2019-01-01", date(2019, 6, 30), 1)
    chart = step_chart("年", "", [Steps("a", [before, _step("2021-01-01", None, 2)])], until=UNTIL)

    assert [len(one) for one in _points(chart)] == [2, 2]


def test_equal_values_of_two_places_lie_beside_each_other_and_are_written_once():
    lines = [Steps(name, [_step("2020-01-01", None, 2000)]) for name in ("a", "b")]
    chart = step_chart("年", "", lines, until=UNTIL)

    first, second = _points(chart)
    assert first[0][1] != second[0][1]
    assert chart.count(">2000</text>") == 2  # the mark of the axis, and one of the two


def test_whole_numbers_have_whole_marks():
    lines = [
        Steps("a", [_step("2020-01-01", None, 1990)]),
        Steps("b", [_step("2020-01-01", None, 2000)]),
    ]

    assert "1997.5" not in step_chart("年", "", lines, until=UNTIL)
