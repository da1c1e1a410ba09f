"""Estates that lie together 连片: groups of neighbours within a distance."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import shapely

from jiugai.apps.registry.queries.estates import Wanted, fitting
from jiugai.planning.pairs import Place

#: Distances that may be chosen, metres.
DISTANCES: Final = (100, 200, 300, 500)
MOST: Final = 200
#: A line runs around a group at this distance, degrees.
_ROOM: Final = 0.0006


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours, and neighbours of these: ids, names, households, and a line around them."""

    ids: tuple[int, ...]
    name: str
    households: int
    shape: dict[str, Any]


def groups_of(wanted: Wanted, *, within_m: int) -> list[Group]:
    """Return the groups of two or more among the estates that fit, the largest first.

    Raises InputError if so many lie within the distance that it cannot be meant.
    """
    rows = {
        str(row[0]): row
        for row in fitting(wanted)
        .filter(lon__isnull=False, lat__isnull=False)
        .values_list("pk", "name", "household_count", "lon", "lat")
    }
    places = [Place(key, row[3], row[4]) for key, row in rows.items()]
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for key, root in _roots(places, within_m).items():
        found[root].append(rows[key])
    made = [_group(members) for members in found.values() if len(members) > 1]
    return sorted(made, key=lambda one: (-len(one.ids), -one.households, one.ids))[:MOST]


def _roots(places: Sequence[Place], within_m: int) -> dict[str, str]:
    root = {one.id: one.id for one in places}

    def top(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    from jiugai.planning.ground.neighbours import nearness  # SciPy loads for long

    for pair in nearness(places, within_m=within_m).pairs:
        root[top(pair.second)] = top(pair.first)
    return {key: top(key) for key in root}


def _group(members: Sequence[tuple[Any, ...]]) -> Group:
    first = max(members, key=lambda row: (row[2] or 0, -row[0]))
    points = shapely.multipoints([row[3:5] for row in members])
    around = shapely.buffer(shapely.convex_hull(points), _ROOM, quad_segs=4)
    return Group(
        ids=tuple(sorted(row[0] for row in members)),
        name=first[1] or "",
        households=sum(row[2] or 0 for row in members),
        shape=json.loads(shapely.to_geojson(shapely.set_precision(around, 1e-6))),
    )


def as_geojson(groups: Sequence[Group]) -> dict[str, Any]:
    """Return groups as a map draws them."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": one.shape,
                "properties": {
                    "name": one.name,
                    "count": len(one.ids),
                    "households": one.households,
                    "ids": list(one.ids),
                },
            }
            for one in groups
        ],
    }
