"""Where things stand in a made-up estate: blocks in rows, pipes in lanes, sheds at the edge."""

from itertools import pairwise
from math import ceil, cos, hypot, radians
from typing import Any, Final

from jiugai.kernel.quad import quad_of

#: Degrees of latitude in one metre.
METRE: Final = 1 / 111_195
#: Length and depth of a block of flats, and the space from one to the next, metres.
LONG, DEEP, APART = 56.0, 13.0, 34.0
PITCH: Final = LONG + 14
PER_ROW: Final = 5
#: How far from the blocks each kind of pipe lies in the lane and turns, metres; lanes are 21 wide.
LANES: Final = {"drain": 3.0, "water": 7.0, "heat": 11.0, "gas": 15.0}
#: How far off the street is, metres.
STREET: Final = 30.0


def block(lon: float, lat: float, index: int, count: int) -> dict[str, Any]:
    """Return where a building stands: in rows of at most five, one behind the other."""
    row, column = divmod(index, PER_ROW)
    x = (column - (min(count, PER_ROW) - 1) / 2) * PITCH
    y = _row(row, count)
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
    ring = [_degrees(lon, lat, x + dx * LONG / 2, y + dy * DEEP / 2) for dx, dy in corners]
    east, north = _degrees(lon, lat, x, y)
    return {
        "lon": east,
        "lat": north,
        "quad": quad_of(east, north),
        "outline": {"type": "Polygon", "coordinates": [ring]},
    }


def pipe(lon: float, lat: float, count: int, kind: str) -> tuple[dict[str, Any], float]:
    """Return the line of a pipe from the street along every row of blocks, and its metres."""
    half = min(count, PER_ROW) * PITCH / 2 + LANES[kind]
    places = [(-half - STREET, _lane(0, count, kind))]
    for row in range(ceil(count / PER_ROW)):
        ends = (-half, half) if row % 2 == 0 else (half, -half)
        places += [(x, _lane(row, count, kind)) for x in ends]
    steps = pairwise(places)
    metres = sum(hypot(x - u, y - v) for (x, y), (u, v) in steps)
    line = [_degrees(lon, lat, x, y) for x, y in places]
    return {"type": "LineString", "coordinates": line}, round(metres, 1)


def edge(lon: float, lat: float, count: int, number: int) -> tuple[float, float]:
    """Return the place of a shed or room at the eastern edge of an estate."""
    x = min(max(count, 1), PER_ROW) * PITCH / 2 + 14
    east, north = _degrees(lon, lat, x, 18.0 * (number - 1))
    return east, north


def _row(row: int, count: int) -> float:
    return (row - (ceil(count / PER_ROW) - 1) / 2) * APART


def _lane(row: int, count: int, kind: str) -> float:
    return _row(row, count) - DEEP / 2 - LANES[kind]


def _degrees(lon: float, lat: float, x: float, y: float) -> list[float]:
    return [round(lon + x * METRE / cos(radians(lat)), 7), round(lat + y * METRE, 7)]
