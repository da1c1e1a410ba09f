"""Points and outlines land where they should on the sheet."""

import hypothesis.strategies as st
import shapely
from hypothesis import given

from jiugai.reporting.borders import Border
from jiugai.reporting.map import draw

DEGREES = st.tuples(st.floats(73, 135), st.floats(18, 53))


def test_nothing_placed_is_no_map():
    assert draw((), [(None, None), (116.0, None)]) is None


def test_north_is_up_and_east_is_right():
    sheet = draw((), [(116.0, 39.0), (117.0, 40.0)])
    south_west, north_east = sheet.dots

    assert south_west.x < north_east.x
    assert south_west.y > north_east.y


def test_one_wrong_point_does_not_shrink_the_rest():
    points = [(116.3 + i / 1000, 39.9 + i / 1000) for i in range(200)] + [(0.0, 0.0)]

    sheet = draw((), points)

    assert len(sheet.dots) < len(points)
    assert max(dot.x for dot in sheet.dots) - min(dot.x for dot in sheet.dots) > 500


def test_only_outlines_that_hold_points_are_drawn():
    here = Border("1", "此", shapely.box(116, 39, 117, 40))
    far = Border("2", "彼", shapely.box(120, 30, 121, 31))

    sheet = draw((here, far), [(116.5, 39.5)])

    assert [area.name for area in sheet.areas] == ["此"]


def test_a_mended_outline_with_stray_lines_is_drawn():
    mixed = shapely.GeometryCollection(
        [shapely.box(116, 39, 117, 40), shapely.LineString([(116, 39), (118, 41)])]
    )

    sheet = draw((Border("1", "此", mixed),), [(116.5, 39.5)])

    assert sheet.areas[0].path.count("M") == 1


@given(st.lists(DEGREES, min_size=1, max_size=60))
def test_every_point_drawn_is_on_the_sheet_and_the_focus_within_it(points):
    sheet = draw((), points)
    x, y, width, height = sheet.focus

    assert all(0 <= d.x <= sheet.width + 1 and 0 <= d.y <= sheet.height + 1 for d in sheet.dots)
    assert x >= -0.1
    assert y >= -0.1
    assert x + width <= sheet.width + 1.1
    assert y + height <= sheet.height + 1.1
