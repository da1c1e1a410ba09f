"""Pipes, idle resources and households across estates."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from jiugai.apps.registry.models import Building, Household, Pipe, Resource


def pipes(*, words: str = "", kind: str = "", condition: str = "") -> QuerySet[Pipe]:
    """Return the pipes that fit, estate by estate."""
    exact = {"kind": kind, "condition": condition, "estate__name__contains": words}
    asked = {name: value for name, value in exact.items() if value}
    return (
        Pipe.objects.filter(estate__retired_on=None, **asked)
        .select_related("estate", "organisation")
        .order_by("division", "estate_id", "kind", "id")
    )


def pipe_totals(found: QuerySet[Pipe]) -> list[dict[str, Any]]:
    """Return count, length and cost per kind."""
    rows = (
        found.order_by()
        .values("kind")
        .annotate(count=Count("id"), length=Sum("length_m"), cents=Sum("cost_cents"))
    )
    return [
        {
            "kind": Pipe.Kind(row["kind"]).label,
            "count": row["count"],
            "length": row["length"],
            "wan": None if row["cents"] is None else row["cents"] / 1_000_000,
        }
        for row in sorted(rows, key=lambda row: Pipe.Kind.values.index(row["kind"]))
    ]


def resources(*, words: str = "", kind: str = "", owner: str = "") -> QuerySet[Resource]:
    """Return the idle resources that fit."""
    asked = Q(estate__retired_on=None)
    if words:
        asked &= Q(name__contains=words) | Q(estate__name__contains=words)
    if kind:
        asked &= Q(facts__kind=kind)
    if owner:
        asked &= Q(facts__owner_kind=owner)
    found = Resource.objects.filter(asked).select_related("estate")
    return found.order_by("division", "estate_id", "name", "id")


@dataclass(frozen=True, slots=True)
class Stairs:
    """A unit of a building, floor by floor from the top."""

    name: str
    floors: Sequence[tuple[str, Sequence[Household]]]


def stairs_of(building: Building) -> list[Stairs]:
    """Return the households of a building by unit and floor; a door 302 is on floor 3."""
    by_unit: dict[str, dict[str, list[Household]]] = defaultdict(lambda: defaultdict(list))
    for household in building.households.select_related("unit").order_by("unit__name", "door"):
        name = household.unit.name if household.unit else ""
        by_unit[name][floor_of(household.door)].append(household)
    return [
        Stairs(name, sorted(floors.items(), key=_from_the_top)) for name, floors in by_unit.items()
    ]


def floor_of(door: str) -> str:
    """Return the floor that a door number names: all but its last two digits."""
    digits = "".join(letter for letter in door.rpartition("-")[2] if letter.isdigit())
    return digits[:-2] if len(digits) >= len("302") else ""


def _from_the_top(floor: tuple[str, Sequence[Household]]) -> int:
    return -int(floor[0]) if floor[0] else 1
