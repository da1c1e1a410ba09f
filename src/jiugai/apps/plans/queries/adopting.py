"""What must be known before a plan is adopted: what changed since, what it changes."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from jiugai.apps.plans.models import Place, Plan, Result
from jiugai.apps.plans.pooling import register_for
from jiugai.apps.plans.records import record_of_result
from jiugai.planning.comparing.compare import Move, compare, move_title


def facts_changed(result: Result) -> list[str]:
    """Return the names of the estates whose facts are not those that the plan rests on.

    Estates that came or went since count, too: they would be looked at by a new search.
    """
    now = register_for(result.division, result.run.span, result.run.asked)
    if now.digest == result.facts:
        return []
    then = dict(Place.objects.filter(result=result).values_list("estate_id", "seen"))
    names = dict(Place.objects.filter(result=result).values_list("estate_id", "name"))
    called = dict(zip(now.keys.values(), now.estates["name"].to_list(), strict=True))
    differing = sorted(
        pk for pk in then.keys() | now.seen.keys() if then.get(pk) != now.seen.get(pk)
    )
    return [str(called.get(pk) or names.get(pk) or pk) for pk in differing]


def items_between(before: Result, after: Result) -> list[dict[str, Any]]:
    """Return every estate that two plans treat otherwise, as it is kept."""
    found = compare(record_of_result(before, name="a"), record_of_result(after, name="b"))
    return [
        {
            "key": one.id,
            "name": one.name,
            "move": one.move.value,
            "before": _side(one.before),
            "after": _side(one.after),
        }
        for one in found.moved
        if one.move is not Move.SAME
    ]


def _side(one: Any) -> dict[str, Any] | None:
    if one is None:
        return None
    return {"year": one.year, "works": [works.value for works in one.works], "cost": one.cost}


@dataclass(frozen=True, slots=True)
class Adopting:
    """What somebody must see before adopting: the plans that give way, and what changed."""

    replaced: tuple[Plan, ...]
    changed: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    adopted: Plan | None


def adopting(result: Result) -> Adopting:
    """Return what adopting a result would mean now."""
    span = result.run.span
    replaced = tuple(
        Plan.objects.filter(
            division=result.division, ended_on=None, first__lte=span[-1], last__gte=span[0]
        ).select_related("result")
    )
    moves = Counter(
        item["move"] for plan in replaced for item in items_between(plan.result, result)
    )
    counts = tuple((move_title(move), moves[move.value]) for move in Move if moves[move.value])
    adopted = Plan.objects.filter(result=result).first()
    changed = () if adopted else tuple(facts_changed(result))
    return Adopting(replaced, changed, counts, adopted)
