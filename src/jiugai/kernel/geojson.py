"""GeoJSON files: their features, and the datum that their coordinates are in."""

import json
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely

from jiugai.kernel.coordinates import Datum, Degrees, convert
from jiugai.kernel.errors import InputError

MOST_BYTES: Final = 64 << 20
#: Members that only files made on the shifted datum of public maps carry.
_SHIFTED_SIGNS: Final = {"acroutes", "subFeatureIndex", "childrenNum"}


def read_collection(path: Path, *, too_large: str, unreadable: str) -> dict[str, Any]:
    """Return the content of a file that is a collection of features.

    Raises InputError with one of the two sentences if it is larger than 64 MiB or anything else.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(too_large, file=path.name)
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(unreadable, file=path.name) from error
    if not isinstance(content, dict) or not isinstance(content.get("features"), list):
        raise InputError(unreadable, file=path.name)
    return content


def geometry_of(feature: Any) -> Any:
    """Return the shape of a feature.

    Raises KeyError, TypeError, ValueError or ShapelyError if it has none that can be read.
    """
    return shapely.from_geojson(json.dumps(feature["geometry"]))


def datum_of(content: dict[str, Any]) -> Datum:
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


def shifted(shape: Any, source: Datum, target: Datum) -> Any:
    """Return a shape in another datum."""
    if source is target:
        return shape

    def shift(points: Degrees) -> Degrees:
        return np.column_stack(convert(points[:, 0], points[:, 1], source=source, target=target))

    return shapely.transform(shape, shift)
