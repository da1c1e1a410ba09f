"""Where the demands of a list are: the register's picture, a dot for each estate by its count."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from django.db.models import Count, QuerySet

from jiugai.apps.demands.models import Demand
from jiugai.apps.registry.map.drawing import borders
from jiugai.reporting.map import Area, draw

#: Estates on the picture; the others are in the list.
MOST: Final = 500
SMALLEST, LARGEST = 5.0, 22.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """The demands of one estate on the sheet."""

    estate: int
    name: str
    count: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Clusters:
    """A sheet with the estates from which the demands of a list come."""

    width: float
    height: float
    areas: tuple[Area, ...]
    marks: Sequence[Cluster]


def open_demands_drawn(found: QuerySet[Demand]) -> Clusters | None:
    """Return the picture of the demands of a list, None where no estate has a place."""
    rows = list(
        found.order_by()
        .filter(estate__lon__isnull=False, estate__lat__isnull=False)
        .values_list("estate", "estate__name", "estate__lon", "estate__lat")
        .annotate(n=Count("pk"))
        .order_by("-n", "estate")[:MOST]
    )
    sheet = draw(borders(), [(row[2], row[3]) for row in rows])
    if sheet is None:
        return None
    most = max(row[4] for row in rows)
    marks = [_cluster(rows[dot.index], dot.x, dot.y, most) for dot in sheet.dots]
    return Clusters(sheet.width, sheet.height, sheet.areas, marks)


def _cluster(row: tuple[int, str, float, float, int], x: float, y: float, most: int) -> Cluster:
    estate, name, _lon, _lat, count = row
    # By its area, so that twice the demands look twice as much.
    radius = SMALLEST + (LARGEST - SMALLEST) * sqrt(count / most)
    return Cluster(estate, name or "", count, x, y, round(radius, 1))
