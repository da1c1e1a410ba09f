"""Where the made-up district lies: six streets side by side in a desert."""

from dataclasses import dataclass
from random import Random
from typing import Any, Final

#: Longitude and latitude in WGS-84.
Place = tuple[float, float]

CODE: Final = "110199"
NAME: Final = "示范区"

#: The south-west corner, and the width and height of one street, in degrees.
WEST, SOUTH = 101.52, 40.21
WIDE, HIGH = 0.034, 0.031
COLUMNS, ROWS = 3, 2
#: How far corners and the middles of borders stray, so that nothing looks drawn with a ruler.
STRAY: Final = 0.18
#: Estates keep this share of a street's width away from its borders.
MARGIN: Final = 0.14


@dataclass(frozen=True, slots=True)
class Street:
    """A street: code, name, and its column and row in the grid."""

    code: str
    letter: str
    column: int
    row: int

    @property
    def name(self) -> str:
        """Return what the street is called."""
        return f"示范{self.letter}街道"


STREETS: Final = tuple(
    Street(f"{CODE}{index + 1:03d}", letter, index % COLUMNS, index // COLUMNS)
    for index, letter in enumerate("甲乙丙丁戊己")
)


def place_in(street: Street, random: Random) -> Place:
    """Return a place well inside a street."""
    across, up = (random.uniform(MARGIN, 1 - MARGIN) for _axis in range(2))
    corners = [
        _corner(street.column + right, street.row + above)
        for right, above in ((0, 0), (1, 0), (0, 1), (1, 1))
    ]
    low = _between(corners[0], corners[1], across)
    return _between(low, _between(corners[2], corners[3], across), up)


def outlines() -> dict[str, Any]:
    """Return the district and its streets as a GeoJSON collection in WGS-84."""
    features = [_feature(CODE, NAME, _ring(0, 0, COLUMNS, ROWS))]
    features += [
        _feature(one.code, one.name, _ring(one.column, one.row, one.column + 1, one.row + 1))
        for one in STREETS
    ]
    return {"type": "FeatureCollection", "name": "示范区为虚构", "features": features}


def _feature(code: str, name: str, ring: list[Place]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"adcode": code, "name": name},
        "geometry": {"type": "Polygon", "coordinates": [[list(place) for place in ring]]},
    }


def _ring(west: int, south: int, east: int, north: int) -> list[Place]:
    """Return the border round some cells of the grid, counter-clockwise and closed."""
    edge = [(column, south) for column in range(west, east)]
    edge += [(east, row) for row in range(south, north)]
    edge += [(column, north) for column in range(east, west, -1)]
    edge += [(west, row) for row in range(north, south, -1)]
    ring: list[Place] = []
    for here, there in zip(edge, [*edge[1:], edge[0]], strict=True):
        ring += [_corner(*here), _middle(here, there)]
    return [*ring, ring[0]]


def _corner(column: int, row: int) -> Place:
    stray = Random(f"{column},{row}")  # noqa: S311 - the same corner is the same for each street
    lon = WEST + (column + stray.uniform(-STRAY, STRAY)) * WIDE
    lat = SOUTH + (row + stray.uniform(-STRAY, STRAY)) * HIGH
    return round(lon, 6), round(lat, 6)


def _middle(here: tuple[int, int], there: tuple[int, int]) -> Place:
    first, second = sorted((here, there))
    stray = Random(f"{first},{second}")  # noqa: S311 - both sides of a border must agree
    lon, lat = _between(_corner(*first), _corner(*second), stray.uniform(0.4, 0.6))
    bend = stray.uniform(-STRAY, STRAY) / 3
    return round(lon + bend * WIDE, 6), round(lat + bend * HIGH, 6)


def _between(here: Place, there: Place, share: float) -> Place:
    return (
        here[0] + (there[0] - here[0]) * share,
        here[1] + (there[1] - here[1]) * share,
    )
