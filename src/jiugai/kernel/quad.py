"""A place as one whole number, such that every map tile is one range of numbers.

Web Mercator (EPSG:3857) tiles of level 26, about half a metre wide, are numbered along a
Z-shaped curve (Morton 1966) by weaving the bits of column and row. All places in a tile of any
coarser level then lie between two numbers, so an ordinary index finds them.
"""

from collections.abc import Iterator
from math import atan, cos, degrees, log, pi, radians, sinh, tan
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

LEVEL: Final = 26
#: Web Mercator ends here.
HIGHEST_LATITUDE: Final = 85.05112877980659
_SIDE: Final = 1 << LEVEL
#: Steps that pull the bits of a number apart, and what is kept after each.
_SPREAD: Final = (
    (16, 0x0000FFFF0000FFFF),
    (8, 0x00FF00FF00FF00FF),
    (4, 0x0F0F0F0F0F0F0F0F),
    (2, 0x3333333333333333),
    (1, 0x5555555555555555),
)


class Tile(NamedTuple):
    """A tile of Web Mercator: its level, its column from the west, its row from the north."""

    level: int
    column: int
    row: int

    @property
    def numbers(self) -> tuple[int, int]:
        """Return the first number in the tile and the first after it."""
        shift = 2 * (LEVEL - self.level)
        woven = weave(self.column, self.row)
        return woven << shift, (woven + 1) << shift

    @property
    def west_north(self) -> tuple[float, float]:
        """Return the longitude and latitude of the upper left corner, degrees."""
        side = 1 << self.level
        lat = degrees(atan(sinh(pi * (1 - 2 * self.row / side))))
        return self.column / side * 360 - 180, lat


def quad_of(lon: float, lat: float) -> int:
    """Return the number of a place given in degrees of WGS-84."""
    return weave(*column_row(lon, lat, LEVEL))


def quads_of(lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the numbers of many places at once, for imports; equal to `quad_of` for each.

    A place that is not a number has the number -1.
    """
    known = np.isfinite(lon) & np.isfinite(lat)
    angle = np.radians(np.clip(np.where(known, lat, 0), -HIGHEST_LATITUDE, HIGHEST_LATITUDE))
    east = (np.where(known, lon, 0) + 180) / 360
    south = (1 - np.log(np.tan(angle) + 1 / np.cos(angle)) / pi) / 2
    column, row = (
        np.clip((share * _SIDE).astype(np.int64), 0, _SIDE - 1) for share in (east, south)
    )
    return np.where(known, spread(column) | spread(row) << 1, -1)


def spread(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return numbers with a bit left free after each of theirs."""
    for shift, mask in _SPREAD:
        numbers = (numbers | numbers << shift) & mask
    return numbers


def column_row(lon: float, lat: float, level: int) -> tuple[int, int]:
    """Return the column and row of the tile that holds a place."""
    side = 1 << level
    x, y = (min(side - 1, max(0, int(share * side))) for share in shares(lon, lat))
    return x, y


def shares(lon: float, lat: float) -> tuple[float, float]:
    """Return how far east and south a place lies on the square map, 0 to 1."""
    lat = max(-HIGHEST_LATITUDE, min(HIGHEST_LATITUDE, lat))
    angle = radians(lat)
    return (lon + 180) / 360, (1 - log(tan(angle) + 1 / cos(angle)) / pi) / 2


def weave(column: int, row: int) -> int:
    """Return a number whose bits are those of column and row in turn, row first."""
    return _spread(column) | _spread(row) << 1


def _spread(number: int) -> int:
    number &= 0xFFFFFFFF
    for shift, mask in _SPREAD:
        number = (number | number << shift) & mask
    return number


def ranges(
    west: float, south: float, east: float, north: float, *, most: int = 16
) -> list[tuple[int, int]]:
    """Return at most `most` ranges of numbers that together hold every place in a box.

    They hold places around it, too: the caller looks at the coordinates of what is found.
    """
    level = LEVEL
    while level and _count(west, south, east, north, level) > most:
        level -= 1
    found = sorted(tile.numbers for tile in _tiles(west, south, east, north, level))
    joined = found[:1]
    for low, high in found[1:]:
        if low == joined[-1][1]:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined


def _count(west: float, south: float, east: float, north: float, level: int) -> int:
    left, top = column_row(west, north, level)
    right, bottom = column_row(east, south, level)
    return (right - left + 1) * (bottom - top + 1)


def _tiles(west: float, south: float, east: float, north: float, level: int) -> Iterator[Tile]:
    left, top = column_row(west, north, level)
    right, bottom = column_row(east, south, level)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            yield Tile(level, column, row)
