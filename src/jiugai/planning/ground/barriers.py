"""What keeps neighbours apart: rivers, railways, wide roads and parks, read from GeoJSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from jiugai.kernel.coordinates import Datum
from jiugai.kernel.errors import InputError
from jiugai.kernel.geojson import datum_of, geometry_of, read_collection, shifted
from jiugai.kernel.i18n import _

Ends = NDArray[np.float64]
Whole = NDArray[np.int64]

#: Names of coordinate systems that count as longitude and latitude in WGS-84.
_GEOGRAPHIC: Final = ("crs84", "4326", "4490")


@dataclass(frozen=True, slots=True, eq=False)
class Barriers:
    """Named barriers as straight segments in WGS-84: [i, 0] to [i, 1] belongs to `owner[i]`."""

    names: tuple[str, ...]
    segments: Ends
    owner: Whole

    def between(self, starts: Ends, ends: Ends) -> Whole:
        """Return, for each way from a point to another, the first barrier it meets, or -1.

        Points are [i] = lon, lat. A way that only touches a barrier meets it; a way from a point
        to itself meets none.
        """
        found = np.full(len(starts), len(self.names), dtype=np.int64)
        if not len(self.segments) or not len(starts):
            return np.full(len(starts), -1, dtype=np.int64)
        ways = shapely.linestrings(np.stack([starts, ends], axis=1))
        lines: list[Any] = list(np.asarray(shapely.linestrings(self.segments)))
        tree = shapely.STRtree(lines)
        way, segment = tree.query(ways, predicate="intersects")
        np.minimum.at(found, way, self.owner[segment])
        found[(starts == ends).all(axis=1)] = len(self.names)
        found[found == len(self.names)] = -1
        return found


NONE: Final = Barriers((), np.zeros((0, 2, 2), dtype=np.float64), np.zeros(0, dtype=np.int64))


def read_barriers(path: Path) -> Barriers:
    """Return the barriers in a GeoJSON file: lines, and areas by their edge, each with a name.

    Inside a closed ring neighbours stay neighbours; only who crosses its edge is apart.
    Raises InputError with file and feature if it cannot be used.
    """
    content = read_collection(
        path, too_large=_("隔离物文件过大；请给出简化后的 GeoJSON。"), unreadable=_not_barriers()
    )
    _refuse_projected(content, path.name)
    datum = datum_of(content)
    names, segments = [], []
    for number, feature in enumerate(content["features"], start=1):
        name, shape = _feature(feature, number, path.name)
        names.append(name)
        segments.append(_segments(shifted(shape, datum, Datum.WGS84)))
    if not names:
        raise InputError(
            _("隔离物文件里没有任何要素；请给出河流、铁路、道路或公园的线或面。"), file=path.name
        )
    owner = np.repeat(np.arange(len(names)), [len(one) for one in segments])
    return Barriers(tuple(names), np.concatenate(segments), owner)


def _not_barriers() -> str:
    return _("不是隔离物文件；请给出由线或面组成、每个要素带 name 的 GeoJSON FeatureCollection。")


def _refuse_projected(content: dict[str, Any], file: str) -> None:
    about = content.get("crs")
    if about is not None and not any(name in str(about).lower() for name in _GEOGRAPHIC):
        raise InputError(
            _("隔离物文件的坐标系不是经纬度；请转换为 WGS-84 经纬度后再给出。"), file=file
        )


def _feature(feature: Any, number: int, file: str) -> tuple[str, Any]:
    try:
        name = str(feature["properties"]["name"] or "").strip()
        shape = geometry_of(feature)
    except (KeyError, TypeError, ValueError, shapely.errors.ShapelyError) as error:
        raise _unusable(number, _not_barriers(), file) from error
    if not name:
        raise _unusable(number, _("没有名称；请在 name 中写上河流、铁路或道路的名称。"), file)
    kinds = ("LineString", "MultiLineString", "Polygon", "MultiPolygon")
    if shape is None or shape.is_empty or shape.geom_type not in kinds:
        raise _unusable(number, _("“{name}”不是线或面；请改成线或面。").format(name=name), file)
    if not (np.abs(shape.bounds) <= (180, 90, 180, 90)).all():
        sentence = _("“{name}”的坐标不是经纬度；请转换为 WGS-84 经纬度后再给出。")
        raise _unusable(number, sentence.format(name=name), file)
    return name, shape


def _unusable(number: int, sentence: str, file: str) -> InputError:
    return InputError(sentence, file=file, cell=_("第 {number} 个要素").format(number=number))


def _segments(shape: Any) -> Ends:
    pieces = [np.stack([line[:-1], line[1:]], axis=1) for line in _lines(shape)]
    return np.concatenate(pieces)


def _lines(shape: Any) -> Iterator[Ends]:
    for part in getattr(shape, "geoms", (shape,)):
        rings = (part.exterior, *part.interiors) if part.geom_type == "Polygon" else (part,)
        for line in rings:
            yield shapely.get_coordinates(line)
