"""Lines around groups of dots."""

import pytest
import shapely

from jiugai.reporting.hulls import hulls
from jiugai.reporting.map import Dot, Sheet

DOTS = (Dot(0, 100, 100), Dot(1, 200, 100), Dot(2, 300, 400), Dot(5, 101, 101))
SHEET = Sheet(1000, 1000, (), DOTS, (0, 0, 1000, 1000))


def shape(hull):
    """Return the area that a line runs around."""
    corners = [tuple(map(float, pair.split())) for pair in hull.path[1:-1].split("L")]
    return shapely.Polygon(corners)


def test_a_line_runs_around_its_dots_and_no_other():
    (found,) = hulls(SHEET, [("y0", "甲片区", "两个小区", [0, 1])])
    inside = shapely.contains_xy(shape(found), [dot.x for dot in DOTS], [dot.y for dot in DOTS])

    assert inside.tolist() == [True, True, False, True]
    assert (found.sign, found.words, found.name) == ("y0", "两个小区", "甲片区")


@pytest.mark.parametrize("rows", [[0], [0, 7], []])
def test_a_group_of_which_only_one_is_on_the_sheet_has_no_line(rows):
    assert not hulls(SHEET, [("y0", "甲片区", "", rows)])


def test_dots_on_one_spot_have_a_line_but_no_room_for_a_name():
    (found,) = hulls(SHEET, [("y0", "甲片区", "", [0, 5])])

    assert shape(found).area > 0
    assert found.name == ""


def test_only_the_first_few_groups_are_named():
    found = hulls(SHEET, [("y0", str(at), "", [0, 2]) for at in range(9)])

    assert [one.name for one in found] == [*map(str, range(6)), "", "", ""]
