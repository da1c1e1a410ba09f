"""Shapes of the register in the coordinates of one tile."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from jiugai.apps.registry.tiles.mvt import EXTENT, LINE, POLYGON, Whole, shape_commands
from jiugai.kernel.quad import HIGHEST_LATITUDE, Tile

#: Further out than this nothing is drawn: whole numbers of 16 bits hold it on every map.
_FAR: Final = 3 * EXTENT


def to_tile(tile: Tile, lon: Sequence[float], lat: Sequence[float]) -> Whole:
    """Return rows of whole coordinates in a tile for places in degrees."""
    angle = np.radians(np.clip(np.asarray(lat, float), -HIGHEST_LATITUDE, HIGHEST_LATITUDE))
    side = 1 << tile.level
    x = (np.asarray(lon, float) + 180) / 360 * side - tile.column
    y = (1 - np.log(np.tan(angle) + 1 / np.cos(angle)) / np.pi) / 2 * side - tile.row
    found: Whole = np.floor(np.column_stack((x, y)) * EXTENT).astype(np.int64)
    return found


def commands_of(tile: Tile, shape: Mapping[str, Any]) -> tuple[int, Whole] | None:
    """Return the kind and commands of a GeoJSON line or area, None where it is far away."""
    kind = str(shape["type"])
    inner = shape["coordinates"]
    if kind in ("LineString", "MultiLineString"):
        lines = [inner] if kind == "LineString" else inner
        return _drawn(tile, lines, LINE)
    if kind in ("Polygon", "MultiPolygon"):
        areas = [inner] if kind == "Polygon" else inner
        return _drawn(tile, [ring for area in areas for ring in area], POLYGON, areas)
    return None


def _drawn(
    tile: Tile, lines: Sequence[Any], kind: int, areas: Sequence[Any] = ()
) -> tuple[int, Whole] | None:
    outer = {id(area[0]) for area in areas}
    rings = []
    for line in lines:
        xy = _without_repeats(to_tile(tile, *np.asarray(line, float)[:, :2].T))
        if kind == POLYGON:
            xy = _wound(xy, outside=id(line) in outer)
        if len(xy) >= kind:  # two corners make a line, three an area
            rings.append(xy)
    if not rings or _is_far(np.concatenate(rings)):
        return None
    return kind, shape_commands(rings, closed=kind == POLYGON)


def _without_repeats(xy: Whole) -> Whole:
    keep = np.ones(len(xy), bool)
    keep[1:] = (np.diff(xy, axis=0) != 0).any(axis=1)
    return xy[keep]


def _wound(xy: Whole, *, outside: bool) -> Whole:
    """Return a ring without its last corner, wound as the format wants it; empty if flat."""
    if len(xy) > 1 and (xy[0] == xy[-1]).all():
        xy = xy[:-1]
    x, y = xy.T
    area = int((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())
    if not area:
        return xy[:0]
    return xy if (area > 0) is outside else xy[::-1]


def _is_far(xy: Whole) -> bool:
    low, high = xy.min(axis=0), xy.max(axis=0)
    outside = bool((high < 0).any() or (low > EXTENT).any())
    return outside or bool((low < -_FAR).any() or (high > EXTENT + _FAR).any())
