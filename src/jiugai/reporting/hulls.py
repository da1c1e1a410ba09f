"""Groups of dots on a map, each with a line around it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import shapely

from jiugai.reporting.map import Dot, Sheet

#: How far from its dots a line runs at most and at least, as a part of the width shown first.
_ROOM: Final = 0.012
_LEAST_ROOM: Final = 0.002
#: In between, as a part of how wide its dots lie: zoomed in, a line must not take in others.
_SHARE: Final = 0.4
#: So many names are written on a map before they cover it, of groups that are wide enough.
_MOST_NAMES: Final = 6
_WIDE: Final = 2


@dataclass(frozen=True, slots=True)
class Hull:
    """A line around dots, the sign of its year, its words, and its name where it is written."""

    sign: str
    path: str
    words: str
    x: float
    y: float
    name: str = ""


def hulls(sheet: Sheet, groups: Sequence[tuple[str, str, str, Sequence[int]]]) -> tuple[Hull, ...]:
    """Return a line around each group, given as sign, name, words and rows, the largest first.

    Rows that are not on the sheet are left out, and so is a group of which only one is.
    """
    dots = {dot.index: dot for dot in sheet.dots}
    room = _ROOM * sheet.focus[2]
    found: list[Hull] = []
    for sign, name, words, rows in groups:
        here = [dots[row] for row in rows if row in dots]
        if len(here) > 1:
            wide = _width(here)
            seen = len(found) < _MOST_NAMES and wide >= _WIDE * room
            near = min(room, max(_SHARE * wide, _LEAST_ROOM * sheet.focus[2]))
            found.append(_hull(here, near, sign, words, name if seen else ""))
    return tuple(found)


def _width(dots: Sequence[Dot]) -> float:
    xs, ys = [dot.x for dot in dots], [dot.y for dot in dots]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _hull(dots: Iterable[Dot], room: float, sign: str, words: str, name: str) -> Hull:
    points = shapely.multipoints([(dot.x, dot.y) for dot in dots])
    shape: Any = shapely.buffer(shapely.convex_hull(points), room, quad_segs=5)
    corners = shapely.get_coordinates(shapely.get_exterior_ring(shape))
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z"
    west, north, east, _south = shape.bounds
    return Hull(sign, path, words, round((west + east) / 2, 1), round(north - room / 2, 1), name)
