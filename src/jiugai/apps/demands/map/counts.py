"""How many demands of a selection there are at each estate, and at each spot of a tile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Avg, Count, F, Min, Q, QuerySet

from jiugai.apps.demands.ledger.queries import Sought, find_demands
from jiugai.apps.demands.models import Demand
from jiugai.apps.demands.models.choices import OPEN
from jiugai.apps.registry.queries.estates import Wanted, fitting
from jiugai.apps.registry.tiles.make import cell_of
from jiugai.kernel.quad import Tile

#: What a tile says of each spot beside its place; `count` is how many estates lie there.
COLUMNS: Final = ("count", "n", "overdue", "name")


@dataclass(frozen=True, slots=True)
class AtEstate:
    """The demands of one estate."""

    estate: int
    name: str
    n: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Sums:
    """The demands of the estates that are looked at; those without a place are not drawn."""

    estates: int
    n: int
    overdue: int
    placeless: int


def by_estate(sought: Sought, among: Wanted, *, on: date, most: int) -> list[AtEstate]:
    """Return the estates with the most demands of a selection."""
    rows = (
        _found(sought, among, on)
        .values_list("estate", "estate__name")
        .annotate(n=Count("pk"), overdue=_overdue(on))
        .order_by("-n", "estate")[:most]
    )
    return [AtEstate(estate, name or "", n, late) for estate, name, n, late in rows]


def sums_of(sought: Sought, among: Wanted, *, on: date) -> Sums:
    """Return what the demands of a selection add up to."""
    row = _found(sought, among, on).aggregate(
        estates=Count("estate", distinct=True),
        n=Count("pk"),
        overdue=_overdue(on),
        placeless=Count("pk", filter=Q(estate__quad=None)),
    )
    return Sums(**row)


def spots_in(tile: Tile, sought: Sought, among: Wanted, *, on: date) -> list[tuple[Any, ...]]:
    """Return id, longitude, latitude and COLUMNS of each spot: an estate, or several from afar."""
    low, high = tile.numbers
    shift = cell_of(tile)
    spot = F("estate") if shift is None else F("estate__quad").bitrightshift(shift)
    return list(
        _found(sought, among, on)
        .filter(estate__quad__gte=low, estate__quad__lt=high)
        .annotate(spot=spot)
        .values("spot")
        .annotate(
            first=Min("estate"),
            lon=Avg("estate__lon"),
            lat=Avg("estate__lat"),
            estates=Count("estate", distinct=True),
            n=Count("pk"),
            overdue=_overdue(on),
            name=Min("estate__name"),
        )
        .values_list("first", "lon", "lat", "estates", "n", "overdue", "name")
    )


def at_marks(sought: Sought, marks: Sequence[int], *, on: date) -> dict[int, AtEstate]:
    """Return the demands of some estates by the estate."""
    found = by_estate(sought, Wanted(ids=tuple(marks)), on=on, most=len(marks))
    return {one.estate: one for one in found}


def _found(sought: Sought, among: Wanted, on: date) -> QuerySet[Demand]:
    found = find_demands(sought, on=on).select_related(None).order_by()
    return found.filter(estate__in=fitting(among).values("pk"))


def _overdue(on: date) -> Count:
    return Count("pk", filter=Q(state__in=OPEN, due_on__lt=on))
