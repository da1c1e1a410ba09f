"""Charts are sound SVG that says what it shows."""

import re
import xml.etree.ElementTree as ET

import pytest

from jiugai.reporting.charts import Series, Spread, bar_chart, combined_chart, line_chart, tornado

LABELS = ["2020", "2021", "2022"]
SVG = "{http://www.w3.org/2000/svg}"


def parsed(markup):
    return ET.fromstring(f"<div>{markup}</div>")  # noqa: S314 - our own drawing


def test_a_chart_has_a_title_and_a_description():
    found = parsed(line_chart("标题<", "说明&", LABELS, [Series("甲", [1, 2, 3])]))
    assert found.find("svg/title").text == "标题<"
    assert found.find("svg/desc").text == "说明&"


def test_a_bar_stands_on_nothing_and_says_its_value():
    found = parsed(bar_chart("a", "b", LABELS, [Series("甲", [-5, 0, 10])], unit="万元"))
    low, none, high = found.findall("svg/rect")
    assert low.find("title").text == "2020 甲：-5.00 万元"
    assert float(low.get("y")) == pytest.approx(float(high.get("y")) + float(high.get("height")))
    assert float(none.get("height")) == 0


def test_a_missing_value_breaks_a_line():
    found = parsed(line_chart("a", "b", LABELS, [Series("甲", [1, None, 3])]))
    assert len(found.findall("svg/polyline")) == 2


def test_bars_and_lines_share_a_scale():
    bars, lines = [Series("甲", [1, 1, 1])], [Series("乙", [100, 100, 100])]
    found = parsed(combined_chart("a", "b", LABELS, bars=bars, lines=lines))
    assert float(found.find("svg/rect").get("height")) < 10


def test_a_tornado_puts_the_widest_first_around_its_base():
    rows = [Spread("小", 9, 11), Spread("大", 0, 20)]
    found = parsed(tornado("a", "b", rows, base=10))
    names = [text.text for text in found.findall("svg/text") if text.text in ("小", "大")]
    widths = [float(rect.get("width")) for rect in found.findall("svg/rect")]
    assert names == ["大", "小"]
    assert widths[0] == pytest.approx(10 * widths[2], rel=1e-3)


@pytest.mark.parametrize("values", [[0, 0, 0], [1e-9, 0, 0], [1e12, -1e12, 0]])
def test_any_size_of_numbers_can_be_drawn(values):
    found = parsed(bar_chart("a", "b", LABELS, [Series("甲", values)]))
    assert all(0 <= float(rect.get("y")) <= 320 for rect in found.findall("svg/rect"))


def test_a_line_may_lie_along_a_linear_axis():
    line = [Series("a", [0.0, 1.0, 2.0])]
    drawn = str(line_chart("t", "s", ["1", "2", "4"], line, along=[1.0, 2.0, 4.0]))

    (points,) = re.findall(r'points="([^"]+)"', drawn)
    first, second, third = (float(point.split(",")[0]) for point in points.split())
    assert third - second == pytest.approx(2 * (second - first), abs=0.02)
