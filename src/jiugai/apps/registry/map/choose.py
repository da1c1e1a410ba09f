"""Estates within a line that somebody drew on the map."""

from typing import Final

import shapely
from django.utils.translation import gettext as _
from shapely.geometry.base import BaseGeometry

from jiugai.apps.registry.queries.estates import Wanted, fitting
from jiugai.kernel.errors import Refusal

#: An address cannot name more; a box of the map can hold any number.
MOST: Final = 1000


def inside(wanted: Wanted, ring: str) -> list[int]:
    """Return the estates that fit and lie within a ring given as lon,lat,lon,lat,…

    Raises Refusal if the ring is none, or holds more than an address can name.
    """
    area = _area(ring)
    west, south, east, north = area.bounds
    rows = list(
        fitting(wanted)
        .filter(lon__range=(west, east), lat__range=(south, north))
        .values_list("pk", "lon", "lat")
    )
    if not rows:
        return []
    ids, lon, lat = zip(*rows, strict=True)
    held = shapely.contains_xy(area, lon, lat)
    found = [pk for pk, is_in in zip(ids, held.tolist(), strict=True) if is_in]
    if len(found) > MOST:
        raise Refusal(
            _("圈出的小区有 {n} 个，超过 {most} 个；请圈小一些，或改用矩形框选。").format(
                n=len(found), most=MOST
            )
        )
    return found


def _area(ring: str) -> BaseGeometry:
    try:
        numbers = [float(word) for word in ring.split(",")]
        area = shapely.Polygon(list(zip(numbers[::2], numbers[1::2], strict=True)))
    except (ValueError, shapely.errors.ShapelyError) as error:
        raise Refusal(_("圈出的范围不完整；请在地图上至少点三个点。")) from error
    mended = area if area.is_valid else shapely.make_valid(area)
    if mended.is_empty or not mended.area > 0:
        raise Refusal(_("圈出的范围不完整；请在地图上至少点三个点。"))
    return mended
