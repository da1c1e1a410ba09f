"""The map as a picture that needs no script: borders, and a dot for each estate."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import shapely

from jiugai.apps.registry.models import Outline
from jiugai.apps.registry.queries.estates import Wanted, fitting
from jiugai.reporting.borders import Border
from jiugai.reporting.map import Area, draw

#: More dots than this make a picture too heavy for a page; the list and the tiles show all.
MOST: Final = 1500


@dataclass(frozen=True, slots=True)
class Mark:
    """An estate on the sheet."""

    pk: int
    name: str
    stage: str
    verdict: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sheet with its areas and marks; `is_cut` says that there are more estates."""

    width: float
    height: float
    areas: tuple[Area, ...]
    marks: tuple[Mark, ...]
    is_cut: bool
    bounds: tuple[float, float, float, float]


def drawing_of(wanted: Wanted) -> Drawing | None:
    """Return the picture of the estates that fit, None where none has a place."""
    rows = list(
        fitting(wanted)
        .filter(lon__isnull=False, lat__isnull=False)
        .order_by("pk")
        .values_list("pk", "name", "stage", "assessment__overall", "lon", "lat")[: MOST + 1]
    )
    shown = rows[:MOST]
    sheet = draw(borders(), [(row[4], row[5]) for row in shown])
    if sheet is None:
        return None
    marks = tuple(
        Mark(pk, name or "", stage, verdict or "unknown", dot.x, dot.y)
        for dot in sheet.dots
        for pk, name, stage, verdict, _lon, _lat in [shown[dot.index]]
    )
    return Drawing(sheet.width, sheet.height, sheet.areas, marks, len(rows) > MOST, _bounds(shown))


def bounds_of_borders() -> tuple[float, float, float, float] | None:
    """Return the box around the divisions in scope, None where no border is known."""
    shapes = [border.shape for border in borders()]
    if not shapes:
        return None
    west, south, east, north = shapely.total_bounds(shapes).tolist()
    return west, south, east, north


def _bounds(rows: Sequence[tuple[Any, ...]]) -> tuple[float, float, float, float]:
    """Return the box to show first, without the outermost hundredth on each side."""
    lon, lat = sorted(row[4] for row in rows), sorted(row[5] for row in rows)
    rim = -(-len(rows) // 100) if len(rows) > 20 else 0
    return lon[rim], lat[rim], lon[-1 - rim], lat[-1 - rim]


def borders() -> Sequence[Border]:
    """Return the borders of divisions that are known."""
    return [
        Border(one.code, one.name, shapely.from_geojson(json.dumps(one.shape)))
        for one in Outline.objects.all()
    ]
