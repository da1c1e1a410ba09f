"""The estates next to an estate."""

from functools import reduce
from math import asin, cos, radians, sin, sqrt
from operator import or_
from typing import Final, NamedTuple

from django.db.models import Q

from jiugai.apps.registry.models import Estate
from jiugai.kernel.quad import ranges

#: Metres of one degree of latitude; the radius of the earth, metres.
_DEGREE: Final = 111_195
_RADIUS: Final = 6_371_000
REACHES: Final = (1_000, 4_000)
MOST: Final = 6
_LOOKED_AT: Final = 2_000


class Neighbour(NamedTuple):
    """An estate nearby, and how far it is, metres."""

    estate: Estate
    metres: int


def neighbours(estate: Estate) -> list[Neighbour]:
    """Return the nearest estates within four kilometres; none without a place on the map."""
    if estate.lon is None or estate.lat is None:
        return []
    found: list[Neighbour] = []
    for reach in REACHES:
        found = _within(estate, float(estate.lon), float(estate.lat), reach)
        if len(found) >= MOST:
            break
    return found[:MOST]


def _within(estate: Estate, lon: float, lat: float, reach: int) -> list[Neighbour]:
    north = reach / _DEGREE
    east = north / max(cos(radians(lat)), 0.01)
    boxes = ranges(lon - east, lat - north, lon + east, lat + north)
    near = reduce(or_, (Q(quad__gte=low, quad__lt=high) for low, high in boxes))
    rows = Estate.objects.filter(near, retired_on=None).exclude(pk=estate.pk)
    found = [
        Neighbour(one, round(metres_between(lon, lat, one.lon, one.lat)))
        for one in rows.defer("facts", "origins", "outline")[:_LOOKED_AT]
    ]
    return sorted((n for n in found if n.metres <= reach), key=lambda n: (n.metres, n.estate.pk))


def metres_between(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Return the distance of two places on a sphere."""
    north, east = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    share = sin(north) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(east) ** 2
    return 2 * _RADIUS * asin(sqrt(min(1.0, share)))
