"""Which estates are neighbours: near one another, with nothing that keeps them apart."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _
from jiugai.planning.ground.barriers import NONE, Barriers, Ends
from jiugai.planning.pairs import Pair, Place

__all__ = ["Nearness", "Pair", "Place", "find_neighbours", "nearness"]

#: The mean radius of the earth in metres; a great circle is within 0.5 % of the ellipsoid.
EARTH: Final = 6_371_008.8
#: More pairs than this come from a distance or points that nobody meant.
MOST_PAIRS: Final = 5_000_000

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Nearness:
    """Every pair within reach in order of ids, and how many pairs each barrier keeps apart."""

    pairs: tuple[Pair, ...]
    apart: tuple[tuple[str, int], ...] = ()
    without_point: tuple[str, ...] = ()


def find_neighbours(
    places: Sequence[Place], *, within_m: int, most: int, barriers: Barriers = NONE
) -> tuple[Pair, ...]:
    """Return the neighbours among places, in order of ids, each place in at most `most` pairs.

    Pairs are taken from the shortest to the longest, equal ones in order of ids, while both
    estates still have room: a pair within reach is left out only where one of the two already
    has `most` neighbours that are no farther. A place without a point has no neighbours.
    Raises InputError if so many places are within reach that the distance cannot be meant.
    """
    return _with_room(nearness(places, within_m=within_m, barriers=barriers).pairs, most)


def nearness(places: Sequence[Place], *, within_m: int, barriers: Barriers = NONE) -> Nearness:
    """Return every pair of places within a distance with no barrier between them.

    Raises InputError if there are more than five million pairs within reach.
    """
    known = sorted((one for one in places if one.is_known), key=lambda one: one.id)
    without = tuple(sorted(one.id for one in places if not one.is_known))
    if len(known) < 2:
        return Nearness((), (), without)
    points = np.array([(one.lon, one.lat) for one in known], dtype=np.float64)
    first, second = _within(points, within_m)
    metres = metres_between(points[first], points[second])
    reached = metres <= within_m
    first, second, metres = first[reached], second[reached], metres[reached]
    met = barriers.between(points[first], points[second])
    free = np.flatnonzero(met < 0).tolist()
    pairs = (Pair(known[first[i]].id, known[second[i]].id, float(metres[i])) for i in free)
    return Nearness(tuple(pairs), _counted(met, barriers), without)


def refuse_crowds(places: Sequence[Place], *, within_m: int) -> None:
    """Raise InputError if more than five million pairs of places are within a distance."""
    points = np.array([(one.lon, one.lat) for one in places if one.is_known], dtype=np.float64)
    if len(points):
        _sphere(points, within_m)


def metres_between(starts: Ends, ends: Ends) -> Numbers:
    """Return the great-circle metres between points [i] = lon, lat, to the centimetre."""
    here, there = np.radians(starts), np.radians(ends)
    half = np.sin((there - here) / 2) ** 2
    chord = half[:, 1] + np.cos(here[:, 1]) * np.cos(there[:, 1]) * half[:, 0]
    return np.asarray(np.round(2 * EARTH * np.arcsin(np.sqrt(np.minimum(chord, 1))), 2))


def _within(points: Ends, within_m: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the pairs of points that may be within a distance, in order."""
    tree, reach = _sphere(points, within_m)
    found = tree.query_pairs(reach, output_type="ndarray")
    first, second = found.min(axis=1), found.max(axis=1)
    order = np.lexsort((second, first))
    return first[order], second[order]


def _sphere(points: Ends, within_m: int) -> tuple[Any, float]:
    """Return the points on the unit sphere, and how far through it a distance reaches."""
    lon, lat = np.radians(points).T
    # On the unit sphere a distance along the ground is a distance through it: no projection.
    sphere = np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
    tree = cKDTree(sphere)
    reach = float(2 * np.sin(min((within_m + 1) / EARTH, np.pi) / 2))
    pairs = (int(tree.count_neighbors(tree, reach)) - len(points)) // 2
    if pairs > MOST_PAIRS:
        raise InputError(
            _(
                "{within} 米之内有 {pairs} 对小区，多到没有意义；"
                "请改小 neighbours.within_m，或核对坐标是否都落在同一点。"
            ).format(within=within_m, pairs=pairs)
        )
    return tree, reach


def _counted(met: NDArray[np.int64], barriers: Barriers) -> tuple[tuple[str, int], ...]:
    counts = Counter(met[met >= 0].tolist())
    return tuple((barriers.names[index], counts[index]) for index in sorted(counts))


def _with_room(pairs: Iterable[Pair], most: int) -> tuple[Pair, ...]:
    taken: Counter[str] = Counter()
    kept = []
    for pair in sorted(pairs, key=lambda one: (one.metres, one.first, one.second)):
        if taken[pair.first] < most and taken[pair.second] < most:
            taken[pair.first] += 1
            taken[pair.second] += 1
            kept.append(pair)
    return tuple(sorted(kept))
