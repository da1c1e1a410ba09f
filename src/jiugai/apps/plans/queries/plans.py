"""What is asked about plans: those in force, their versions, what each changed."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from jiugai.apps.plans.models import Change, Plan
from jiugai.kernel.money import grouped
from jiugai.planning.classes import class_titles
from jiugai.planning.comparing.compare import Move, move_title
from jiugai.policy.entries import Works


@dataclass(frozen=True, slots=True)
class Item:
    """An estate that a plan treats otherwise than the one before."""

    name: str
    move: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What a plan changed in another, in words."""

    change: Change
    items: tuple[Item, ...]


def plans_seen() -> QuerySet[Plan]:
    """Return the plans that are seen, the latest first, without their heavy parts."""
    return (
        Plan.objects.select_related("result", "by")
        .defer("result__content", "result__workbook")
        .order_by("-on", "-id")
    )


def versions_of(plan: Plan) -> QuerySet[Plan]:
    """Return every version of a plan for the same division that touches its years."""
    return plans_seen().filter(division=plan.division, first__lte=plan.last, last__gte=plan.first)


def changes_of(plan: Plan) -> list[Changed]:
    """Return what a plan changed in those whose place it took."""
    found = Change.objects.filter(after=plan).select_related("before", "after", "by")
    return [Changed(one, tuple(_item(item) for item in one.items)) for one in found]


def _item(item: dict[str, Any]) -> Item:
    move = move_title(Move(item["move"]))
    return Item(item["name"], move, _side(item["before"]), _side(item["after"]))


def _side(one: dict[str, Any] | None) -> str:
    if one is None:
        return "–"
    works = class_titles(frozenset(map(Works, one["works"])))
    return f"{one['year']} {works} {grouped(one['cost'])}"
