"""A map that needs no network: outlines and points as one SVG."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from jiugai.reporting.borders import Border

WIDTH: Final = 1000.0
MARGIN: Final = 16.0
#: A map cut down by less than this would only lose its rim.
MOST_CROPPED: Final = 0.7


@dataclass(frozen=True, slots=True)
class Area:
    """An outline on the sheet."""

    code: str
    name: str
    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A point on the sheet; `index` is the row it stands for."""

    index: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything drawn, in the units of the view box."""

    width: float
    height: float
    areas: tuple[Area, ...]
    dots: tuple[Dot, ...]
    focus: tuple[float, float, float, float]


class Projection:
    """Plate carrée true to scale in the middle of the drawing, fitted to a width."""

    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        lons, lats = [p[0] for p in points], [p[1] for p in points]
        self.west, self.north = min(lons), max(lats)
        self.squeeze = math.cos(math.radians((min(lats) + max(lats)) / 2))
        across = max((max(lons) - self.west) * self.squeeze, 1e-4)
        down = max(self.north - min(lats), 1e-4)
        # A tall region is fitted to a square, so that a screen shows it whole.
        self.scale = min(WIDTH / across, WIDTH / down)
        self.width = across * self.scale + 2 * MARGIN
        self.height = down * self.scale + 2 * MARGIN

    def __call__(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the place of a point on the sheet."""
        x = (lon - self.west) * self.squeeze * self.scale + MARGIN
        y = (self.north - lat) * self.scale + MARGIN
        return round(x, 1), round(y, 1)


def draw(
    outlines: Sequence[Border], points: Sequence[tuple[float | None, float | None]]
) -> Sheet | None:
    """Return the map of some points, or None where nothing has a place.

    The sheet shows the outlines that hold points, or the points alone.
    """
    placed = [
        (index, lon, lat)
        for index, (lon, lat) in enumerate(points)
        if lon is not None and lat is not None
    ]
    if not placed:
        return None
    shown = [outline for outline in outlines if _holds_any(outline, placed)]
    corners = [corner for outline in shown for corner in _corners(outline.shape)]
    inside = [(lon, lat) for _, lon, lat in placed]
    project = Projection(corners or _without_strays(inside))
    dots = tuple(
        Dot(index, *at)
        for index, lon, lat in placed
        if _on_sheet(at := project(lon, lat), project)
    )
    areas = tuple(_area(outline, project) for outline in shown)
    return Sheet(round(project.width), round(project.height), areas, dots, _focus(project, dots))


def _focus(project: Projection, dots: Sequence[Dot]) -> tuple[float, float, float, float]:
    """Return the part of the sheet to show first: where nearly all points are, in its shape."""
    xs, ys = sorted(dot.x for dot in dots), sorted(dot.y for dot in dots)
    rim = len(dots) // 40
    left, right = xs[rim], xs[len(xs) - 1 - rim]
    top, bottom = ys[rim], ys[len(ys) - 1 - rim]
    needed = max((right - left) / project.width, (bottom - top) / project.height)
    share = needed * 1.15 + 0.02
    if share > MOST_CROPPED:
        return 0, 0, round(project.width), round(project.height)
    width, height = project.width * share, project.height * share
    x = min(max((left + right - width) / 2, 0), project.width - width)
    y = min(max((top + bottom - height) / 2, 0), project.height - height)
    return round(x, 1), round(y, 1), round(width, 1), round(height, 1)


def _holds_any(outline: Border, placed: Sequence[tuple[int, float, float]]) -> bool:
    west, south, east, north = outline.shape.bounds
    near = [(x, y) for _, x, y in placed if west <= x <= east and south <= y <= north]
    if not near:
        return False
    import shapely

    return bool(shapely.contains_xy(outline.shape, *zip(*near, strict=True)).any())


def _on_sheet(at: tuple[float, float], project: Projection) -> bool:
    return 0 <= at[0] <= project.width and 0 <= at[1] <= project.height


def _corners(shape: Any) -> Iterator[tuple[float, float]]:
    west, south, east, north = shape.bounds
    yield from ((west, south), (east, north))


def _without_strays(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Leave out the outermost hundredth, so that one wrong point does not shrink the map."""
    drop = len(points) // 100
    for axis in (0, 1):
        points = sorted(points, key=lambda p: p[axis])[drop : len(points) - drop or None]
    return list(points)


def _area(outline: Border, project: Projection) -> Area:
    tolerance = 0.6 / project.scale
    simple = outline.shape.simplify(tolerance)
    path = "".join(_path(ring, project) for ring in _rings(simple))
    middle = outline.shape.representative_point()
    return Area(outline.code, outline.name, path, *project(middle.x, middle.y))


def _rings(shape: Any) -> Iterable[Any]:
    # A mended border may hold stray lines beside its areas, and collections in collections.
    for part in getattr(shape, "geoms", ()):
        yield from _rings(part)
    if shape.geom_type == "Polygon":
        yield shape.exterior
        yield from shape.interiors


def _path(ring: Any, project: Projection) -> str:
    corners = [project(x, y) for x, y in ring.coords]
    if len(corners) < 4:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in corners) + "Z"
