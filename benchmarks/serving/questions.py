"""What is asked of every side, the same each time: pages, estates, boxes, buildings, tiles."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.serving.data import (
    BUILDINGS,
    DISTRICTS,
    EAST,
    ESTATES,
    NORTH,
    SOUTH,
    VERDICTS,
    WEST,
    building_points,
)

PAGE: Final = 50
FEATURES: Final = 100
#: What a tile may carry at most; the most that tipg gives unless told otherwise.
TILE_FEATURES: Final = 10_000
#: Degrees along the side of a box: some hundred buildings at the edge, thousands in the middle.
SIDE: Final = 0.01
SMALL_SIDE: Final = 0.0006


@dataclass(frozen=True, slots=True)
class Page:
    """A page of estates sorted by name, of all or of those that a clerk filters for."""

    offset: int = 0
    division: str = ""
    built_before: int | None = None
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A box in degrees, of which the first hundred features are asked."""

    west: float
    south: float
    east: float
    north: float

    def __str__(self) -> str:
        return f"{self.west:.6f},{self.south:.6f},{self.east:.6f},{self.north:.6f}"


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile of the web's usual grid."""

    zoom: int
    row: int
    column: int


def pages() -> list[Page]:
    """Return the first forty pages of the whole register."""
    return [Page(offset=number * PAGE) for number in range(40)]


def filtered_pages() -> list[Page]:
    """Return pages of a district's estates built before a year with one verdict."""
    chance = np.random.default_rng(11)
    return [
        Page(
            offset=int(chance.integers(0, 3)) * PAGE,
            division=DISTRICTS[chance.integers(len(DISTRICTS))],
            built_before=int(chance.choice((1980, 1990, 2000, 2005))),
            verdict=VERDICTS[chance.integers(len(VERDICTS))],
        )
        for _ in range(200)
    ]


def estate_ids() -> list[int]:
    """Return a thousand estates, by id."""
    return _ids(ESTATES)


def building_ids() -> list[int]:
    """Return a thousand buildings, by id."""
    return _ids(BUILDINGS)


def boxes(side: float = SIDE) -> list[Box]:
    """Return boxes around two hundred buildings, so that busy places are asked for more often."""
    lon, lat = building_points()
    chosen = np.random.default_rng(12).integers(0, BUILDINGS, 200)
    half = side / 2
    return [
        Box(*(round(edge, 6) for edge in (x - half, y - half, x + half, y + half)))
        for x, y in zip(lon[chosen].tolist(), lat[chosen].tolist(), strict=True)
    ]


def tiles(zoom: int) -> list[Tile]:
    """Return every tile that touches the buildings, at most two hundred, in a mixed order."""
    west, north = _column_and_row(WEST, NORTH, zoom)
    east, south = _column_and_row(EAST, SOUTH, zoom)
    found = [
        Tile(zoom, row, col) for row in range(north, south + 1) for col in range(west, east + 1)
    ]
    np.random.default_rng(13).shuffle(found)
    return found[:200]


def _ids(count: int) -> list[int]:
    chosen = np.random.default_rng(14).choice(count, 1000, replace=False)
    return [int(one) + 1 for one in chosen]


def _column_and_row(lon: float, lat: float, zoom: int) -> tuple[int, int]:
    across = 2**zoom
    down = math.asinh(math.tan(math.radians(lat)))
    return int((lon + 180) / 360 * across), int((1 - down / math.pi) / 2 * across)


def corners(tile: Tile) -> Box:
    """Return the box of a tile."""
    across = 2**tile.zoom
    west, east = (column / across * 360 - 180 for column in (tile.column, tile.column + 1))
    north, south = (
        math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * row / across))))
        for row in (tile.row, tile.row + 1)
    )
    return Box(west, south, east, north)
