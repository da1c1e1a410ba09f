"""District outlines: which district a point lies in."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from jiugai.kernel.coordinates import Datum, Degrees, convert
from jiugai.kernel.division import DISTRICT, shortest
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _

_MOST_BYTES: Final = 64 << 20
_HEAD: Final = 4096
_SUFFIXES: Final = (".json", ".geojson")
#: Members that only outlines published on the shifted datum of public maps carry.
_SHIFTED_SIGNS: Final = {"acroutes", "subFeatureIndex", "childrenNum"}


@dataclass(frozen=True, slots=True)
class Outlines:
    """Areas by division code, all in one datum; equal lengths, sorted by code."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    areas: tuple[shapely.Geometry, ...]
    datum: Datum

    def holds(self, code: str, lon: Degrees, lat: Degrees) -> NDArray[np.bool_]:
        """Return which points, in the outlines' datum, lie in the district with that code."""
        return shapely.contains_xy(self.areas[self.codes.index(code)], lon, lat)

    def locate(self, lon: Degrees, lat: Degrees) -> list[str | None]:
        """Return the code of the district in which each point lies, None outside all."""
        found: list[str | None] = [None] * len(lon)
        at, area = shapely.STRtree(self.areas).query(shapely.points(lon, lat), "within")
        for point, index in zip(at, area, strict=True):
            found[point] = self.codes[index]
        return found

    def name(self, code: str) -> str:
        """Return the name of the district with a code."""
        return self.names[self.codes.index(code)]


def find_outlines(ledgers: Iterable[Path]) -> list[Path]:
    """Return the files beside the ledgers that look like outlines of districts."""
    folders = dict.fromkeys(path.parent for path in ledgers)
    return [path for folder in folders for path in _candidates(folder) if _looks_right(path)]


def _candidates(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)


def _looks_right(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False  # what cannot be opened was not handed over either
    return all(word in head for word in (b'"FeatureCollection"', b'"adcode"', b"Polygon"))


def read_outlines(paths: Sequence[Path]) -> Outlines | None:
    """Return the outlines in some files, None if there is no file.

    Raises InputError if a file is no collection of areas with `adcode` and `name`.
    """
    found: dict[str, tuple[str, shapely.Geometry]] = {}
    datums: list[Datum] = []
    for path in paths:
        content = _content(path)
        datum = _datum(content)
        datums.append(datum)
        for code, name, area in _features(content, path.name):
            if len(shortest(code)) < DISTRICT:
                continue  # a city holds all its districts and would hide them
            found[code] = (name, _shifted(area, datum, datums[0]))
    if not found:
        return None
    codes = sorted(found)
    areas = tuple(found[code][1] for code in codes)
    shapely.prepare(list(areas))
    return Outlines(tuple(codes), tuple(found[code][0] for code in codes), areas, datums[0])


def _content(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(_("区界文件过大；请给出简化后的 GeoJSON。"), file=path.name)
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(path.name) from error
    if not isinstance(content, dict) or not isinstance(content.get("features"), list):
        raise _unreadable(path.name)
    return content


def _unreadable(file: str) -> InputError:
    return InputError(
        _("不是区界文件；请给出每个要素带 adcode 和 name 的 GeoJSON FeatureCollection。"),
        file=file,
    )


def _features(content: dict[str, Any], file: str) -> Iterator[tuple[str, str, shapely.Geometry]]:
    for feature in content["features"]:
        try:
            about = feature["properties"]
            code, name = str(about["adcode"]), str(about["name"])
            area = shapely.from_geojson(json.dumps(feature["geometry"]))
        except (KeyError, TypeError, ValueError, shapely.errors.ShapelyError) as error:
            raise _unreadable(file) from error
        if area.geom_type not in ("Polygon", "MultiPolygon"):
            raise _unreadable(file)
        yield code, name, area if area.is_valid else shapely.make_valid(area)


def _datum(content: dict[str, Any]) -> Datum:
    """Return the datum that a collection names, or that its members give away.

    GeoJSON is in WGS-84 unless it says otherwise (RFC 7946, 4).
    """
    if content.get("datum") in list(Datum):
        return Datum(content["datum"])
    members = {
        name
        for feature in content["features"][:5]
        if isinstance(feature, dict) and isinstance(feature.get("properties"), dict)
        for name in feature["properties"]
    }
    return Datum.GCJ02 if members & _SHIFTED_SIGNS else Datum.WGS84


def _shifted(area: shapely.Geometry, source: Datum, target: Datum) -> shapely.Geometry:
    if source is target:
        return area

    def shift(points: Degrees) -> Degrees:
        return np.column_stack(convert(points[:, 0], points[:, 1], source=source, target=target))

    return shapely.transform(area, shift)
