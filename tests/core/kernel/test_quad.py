"""Places as whole numbers: every tile is one range, and ranges cover a box."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jiugai.kernel.quad import LEVEL, Tile, column_row, quad_of, quads_of, ranges, weave

LON = st.floats(-180, 180, exclude_max=True)
LAT = st.floats(-85, 85)
LEVELS = st.integers(0, LEVEL)


@given(LON, LAT, LEVELS)
def test_a_place_lies_in_the_numbers_of_its_tile_at_every_level(lon, lat, level):
    low, high = Tile(level, *column_row(lon, lat, level)).numbers

    assert low <= quad_of(lon, lat) < high


@given(LON, LAT, LON, LAT, LEVELS)
def test_a_place_in_another_tile_lies_outside_its_numbers(lon, lat, lon2, lat2, level):
    tile = Tile(level, *column_row(lon, lat, level))
    low, high = tile.numbers

    is_inside = column_row(lon2, lat2, level) == (tile.column, tile.row)

    assert (low <= quad_of(lon2, lat2) < high) == is_inside


@given(st.integers(0, 2**LEVEL - 1), st.integers(0, 2**LEVEL - 1))
def test_woven_numbers_can_be_taken_apart_again(column, row):
    woven = weave(column, row)

    assert int(bin(woven)[2:].zfill(64)[1::2], 2) == column
    assert int(bin(woven)[2:].zfill(64)[0::2], 2) == row


@given(
    LON, LAT, st.floats(0, 2), st.floats(0, 2), st.floats(0, 1), st.floats(0, 1),
    st.sampled_from((1, 4, 16, 64)),
)  # fmt: skip
def test_ranges_hold_every_place_of_a_box_and_are_few(lon, lat, wide, tall, east, north, most):
    right, top = min(lon + wide, 179.9), min(lat + tall, 85)
    lon = min(lon, right)
    found = ranges(lon, lat, right, top, most=most)
    number = quad_of(min(right, lon + east * (right - lon)), min(top, lat + north * (top - lat)))

    assert 1 <= len(found) <= most
    assert any(low <= number < high for low, high in found)
    assert all(before[1] < after[0] for before, after in pairwise(found))


@given(st.lists(st.tuples(LON, LAT), min_size=1, max_size=50))
def test_many_places_at_once_get_the_same_numbers_as_one_by_one(places):
    lon, lat = np.array(places).T

    fine = quads_of(lon, lat)

    # numpy's logarithm may differ in the last bit, which moves a place by half a metre at most.
    for number, place in zip(fine.tolist(), places, strict=True):
        here = column_row(*place, LEVEL)
        there = apart(number)
        assert max(abs(here[0] - there[0]), abs(here[1] - there[1])) <= 1


def test_a_place_that_is_no_number_gets_none():
    found = quads_of(np.array([116.4, np.nan]), np.array([39.9, 39.9]))

    assert found.tolist() == [quad_of(116.4, 39.9), -1]


def test_the_corner_of_a_tile_is_where_the_web_has_it():
    lon, lat = Tile(1, 1, 1).west_north

    assert (lon, round(lat, 9)) == (0.0, 0.0)
    assert Tile(0, 0, 0).numbers == (0, 4**LEVEL)


def apart(number):
    bits = bin(number)[2:].zfill(64)
    return int(bits[1::2], 2), int(bits[0::2], 2)
