"""Vector tiles are written as the format says, whatever they hold."""

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiugai.apps.registry.tiles.draw import commands_of, to_tile
from jiugai.apps.registry.tiles.mvt import Features, layer, points, shape_commands
from jiugai.kernel.quad import Tile, column_row

WORDS = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.integers(-(2**40), 2**40),
    st.booleans(),
    st.floats(-1e9, 1e9),
)
ROWS = st.lists(
    st.tuples(st.integers(0, 2**60), st.integers(0, 4095), st.integers(0, 4095), WORDS, WORDS),
    min_size=1,
    max_size=300,
)


@given(ROWS)
def test_points_read_back_as_they_were_written(rows):
    ids, x, y, first, second = zip(*rows, strict=True)
    tile = layer("甲", [points(ids, {"a": first, "b": second}, np.column_stack((x, y)))])

    (found,) = read(tile)

    assert found["name"] == "甲"
    assert found["features"] == [
        (
            id_,
            1,
            [[(x, y)]],
            {key: word for key, word in (("a", a), ("b", b)) if word is not None},
        )
        for id_, x, y, a, b in rows
    ]


def test_shapes_of_two_kinds_share_a_layer():
    ring = np.array([[0, 0], [10, 0], [10, 10]])
    line = np.array([[5, 5], [6, 9]])
    parts = [
        Features(3, [1], {"n": ["x"]}, *sized(shape_commands([ring, ring + 20], closed=True))),
        Features(2, [2], {"m": [7]}, *sized(shape_commands([line], closed=False))),
    ]

    (found,) = read(layer("l", parts))

    assert found["features"] == [
        (1, 3, [ring.tolist(), (ring + 20).tolist()], {"n": "x"}),
        (2, 2, [line.tolist()], {"m": 7}),
    ]


def test_a_tile_without_features_is_empty():
    assert layer("l", [points((), {}, np.zeros((0, 2), np.int64))]) == b""


@given(st.floats(-179, 179), st.floats(-84, 84), st.integers(0, 18))
def test_a_place_lands_inside_its_tile(lon, lat, level):
    tile = Tile(level, *column_row(lon, lat, level))

    ((x, y),) = to_tile(tile, [lon], [lat]).tolist()

    assert -1 <= x <= 4096
    assert -1 <= y <= 4096


@pytest.mark.parametrize("turn", [1, -1])
def test_areas_are_wound_as_the_format_wants_them(turn):
    tile = Tile(14, *column_row(116.4, 39.9, 14))
    square = [[116.4, 39.9], [116.401, 39.9], [116.401, 39.901], [116.4, 39.901], [116.4, 39.9]]
    hole = [[116.4003, 39.9003], [116.4006, 39.9003], [116.4006, 39.9006], [116.4003, 39.9003]]
    shape = {"type": "Polygon", "coordinates": [square[::turn], hole[::turn]]}

    kind, commands = commands_of(tile, shape)
    (found,) = read(layer("l", [Features(kind, [1], {}, *sized(commands))]))
    outer, inner = found["features"][0][2]

    assert area(outer) > 0 > area(inner)
    assert len(outer) == 4


def sized(commands):
    return commands, np.array([len(commands)])


def area(ring):
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, ring[1:] + ring[:1], strict=True))


def read(tile):
    """Read a tile with nothing but the description of the format."""
    return [read_layer(body) for number, body in fields(tile) if number == 3]


def read_layer(body):
    found = {"features": [], "keys": [], "values": []}
    features = []
    for number, value in fields(body):
        match number:
            case 1:
                found["name"] = value.decode()
            case 2:
                features.append(value)
            case 3:
                found["keys"].append(value.decode())
            case 4:
                found["values"].append(read_value(value))
            case 5:
                assert value == 4096
            case 15:
                assert value == 2
    found["features"] = [read_feature(one, found["keys"], found["values"]) for one in features]
    return found


def read_value(body):
    ((number, value),) = fields(body)
    match number:
        case 1:
            return value.decode()
        case 3:
            return struct.unpack("<d", value)[0]
        case 5:
            return value
        case 6:
            return (value >> 1) ^ -(value & 1)
        case 7:
            return bool(value)


def read_feature(body, keys, values):
    said = dict(fields(body))
    tags = list(varints(said.get(2, b"")))
    pairs = zip(tags[::2], tags[1::2], strict=True)
    return said[1], said[3], read_geometry(said[4]), {keys[k]: values[v] for k, v in pairs}


def read_geometry(body):
    numbers, rings, x, y = list(varints(body)), [], 0, 0
    while numbers:
        command, count = numbers[0] & 7, numbers[0] >> 3
        del numbers[0]
        if command == 7:
            continue
        for _ in range(count):
            dx, dy = ((n >> 1) ^ -(n & 1) for n in numbers[:2])
            del numbers[:2]
            x, y = x + dx, y + dy
            if command == 1:
                rings.append([])
            rings[-1].append([x, y])
    return [[tuple(p) for p in ring] if len(ring) == 1 else ring for ring in rings]


def fields(body):
    at = 0
    while at < len(body):
        tag, at = varint(body, at)
        match tag & 7:
            case 0:
                value, at = varint(body, at)
            case 1:
                value, at = body[at : at + 8], at + 8
            case 2:
                size, at = varint(body, at)
                value, at = body[at : at + size], at + size
        yield tag >> 3, value


def varints(body):
    at = 0
    while at < len(body):
        value, at = varint(body, at)
        yield value


def varint(body, at):
    found = shift = 0
    while True:
        byte = body[at]
        at += 1
        found |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return found, at
