"""Coordinates against published points, and there and back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.kernel.coordinates import Datum, convert

# Published test points of the open converters eviltransform (the first three, on another
# ellipsoid) and coordtransform (the rest; its way back from BD-09 takes one step only).
PUBLISHED = [
    (Datum.WGS84, (121.5272106, 31.1774276), Datum.GCJ02, (121.531541859215, 31.17530398364597)),
    (Datum.WGS84, (113.912316, 22.543847), Datum.GCJ02, (113.9171764808363, 22.540796131694766)),
    (Datum.WGS84, (116.377817, 39.911954), Datum.GCJ02, (116.38404722455657, 39.91334545536069)),
    (Datum.WGS84, (116.404, 39.915), Datum.GCJ02, (116.41024449916938, 39.91640428150164)),
    (Datum.GCJ02, (116.404, 39.915), Datum.BD09, (116.41036949371029, 39.92133699351021)),
    (Datum.BD09, (116.404, 39.915), Datum.GCJ02, (116.39762729119315, 39.90865673957631)),
]
# Sanya to Mohe, Kashgar to Fuyuan; away from the edge of the box, where a shift could leave it.
INLAND = st.tuples(st.floats(73.5, 135.0), st.floats(18.0, 53.5))
DATUMS = st.sampled_from(list(Datum))
CHUNK = st.lists(INLAND, min_size=1, max_size=20)


@pytest.mark.parametrize(("source", "point", "target", "expected"), PUBLISHED)
def test_published_points_are_met(source, point, target, expected):
    assert convert(*point, source=source, target=target) == pytest.approx(
        expected, rel=0, abs=1e-6
    )


@pytest.mark.parametrize(("source", "point", "target", "expected"), PUBLISHED)
def test_published_points_are_met_backwards(source, point, target, expected):
    assert convert(*expected, source=target, target=source) == pytest.approx(
        point, rel=0, abs=1e-6
    )


@given(INLAND, DATUMS, DATUMS)
def test_there_and_back_is_within_a_centimetre(point, source, target):
    there = convert(*point, source=source, target=target)
    back = convert(*there, source=target, target=source)
    assert back == pytest.approx(point, rel=0, abs=1e-7)


@given(INLAND)
def test_the_way_over_gcj02_is_the_way_to_bd09(point):
    middle = convert(*point, source=Datum.WGS84, target=Datum.GCJ02)
    assert convert(*middle, source=Datum.GCJ02, target=Datum.BD09) == convert(
        *point, source=Datum.WGS84, target=Datum.BD09
    )


@given(CHUNK, DATUMS, DATUMS)
def test_an_array_gives_what_its_points_give(points, source, target):
    lon, lat = np.array(points).T
    many = np.transpose(convert(lon, lat, source=source, target=target))
    single = [convert(x, y, source=source, target=target) for x, y in points]
    assert many == pytest.approx(np.array(single), rel=0, abs=1e-9)


@pytest.mark.parametrize(
    "point",
    [(2.35, 48.85), (-74.0, 40.7), (0.0, 0.0), (39.9, 116.4), (1e300, -1e300), (np.inf, 30.0)],
)
@pytest.mark.parametrize("target", list(Datum))
def test_points_outside_china_come_back_as_they_went_in(point, target):
    for source in Datum:
        assert convert(*point, source=source, target=target) == point


def test_missing_points_stay_missing_and_do_not_touch_the_others():
    lon, lat = convert(
        np.array([np.nan, 116.404]), np.array([39.9, 39.915]), source="gcj02", target=Datum.BD09
    )
    assert np.isnan(lon[0])
    assert lat[0] == 39.9
    assert (lon[1], lat[1]) == pytest.approx((116.41036949371029, 39.92133699351021))


def test_cgcs2000_counts_as_wgs84():
    assert convert(116.4, 39.9, source=Datum.CGCS2000, target=Datum.WGS84) == (116.4, 39.9)


def test_the_shift_in_beijing_is_some_hundred_metres():
    lon, lat = convert(116.4, 39.9, source=Datum.WGS84, target=Datum.GCJ02)
    metres = np.hypot((lon - 116.4) * 85_300, (lat - 39.9) * 111_000)
    assert 400 < metres < 700


def test_an_empty_ledger_has_no_points():
    lon, lat = convert([], [], source=Datum.BD09, target=Datum.WGS84)
    assert lon.size == lat.size == 0
