"""District outlines: which district a point lies in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from jiugai.kernel.coordinates import Datum, Degrees
from jiugai.kernel.division import DISTRICT, shortest
from jiugai.kernel.errors import InputError
from jiugai.kernel.geojson import datum_of, geometry_of, read_collection, shifted
from jiugai.kernel.i18n import _

_HEAD: Final = 4096
_SUFFIXES: Final = (".json", ".geojson")


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
        datum = datum_of(content)
        datums.append(datum)
        for code, name, area in _features(content, path.name):
            if len(shortest(code)) < DISTRICT:
                continue  # a city holds all its districts and would hide them
            found[code] = (name, shifted(area, datum, datums[0]))
    if not found:
        return None
    codes = sorted(found)
    areas = tuple(found[code][1] for code in codes)
    shapely.prepare(list(areas))
    return Outlines(tuple(codes), tuple(found[code][0] for code in codes), areas, datums[0])


def _content(path: Path) -> dict[str, Any]:
    return read_collection(
        path,
        too_large=_("区界文件过大；请给出简化后的 GeoJSON。"),
        unreadable=_not_outlines(),
    )


def _unreadable(file: str) -> InputError:
    return InputError(_not_outlines(), file=file)


def _not_outlines() -> str:
    return _("不是区界文件；请给出每个要素带 adcode 和 name 的 GeoJSON FeatureCollection。")


def _features(content: dict[str, Any], file: str) -> Iterator[tuple[str, str, shapely.Geometry]]:
    for feature in content["features"]:
        try:
            about = feature["properties"]
            code, name = str(about["adcode"]), str(about["name"])
            area = geometry_of(feature)
        except (KeyError, TypeError, ValueError, shapely.errors.ShapelyError) as error:
            raise _unreadable(file) from error
        if area.geom_type not in ("Polygon", "MultiPolygon"):
            raise _unreadable(file)
        yield code, name, area if area.is_valid else shapely.make_valid(area)
