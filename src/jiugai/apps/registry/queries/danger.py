"""Dangerous and simple buildings, worst first, and the way that the rules point for each (A4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from jiugai.apps.registry.models import Building, DangerPlan
from jiugai.apps.registry.queries.findings import findings_below
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.verdict import Verdict
from jiugai.policy.case import Finding

#: The rules that open a way, and which way it is.
WAYS: Final = {
    "p14.danger.rebuild": DangerPlan.Route.REBUILD,
    "p14.danger.vacate": DangerPlan.Route.VACATE,
    "p14.danger.strengthen": DangerPlan.Route.STRENGTHEN,
    "xc18.rebuild": DangerPlan.Route.REBUILD,
}
#: Which buildings are dangerous or simple.
DANGEROUS: Final = Q(danger__in=["c", "d"]) | Q(facts__simple=True)


@dataclass(frozen=True, slots=True)
class Way:
    """A way of dealing with a building, with what a rule says of it."""

    route: DangerPlan.Route
    finding: Finding


def ways_for(building: Building, *, day: date) -> list[Way]:
    """Return the ways on which rules in force speak, those that are open first."""
    _law, _facts, findings = findings_below(building, day=day)
    found = [Way(route, findings[rule]) for rule, route in WAYS.items() if rule in findings]
    order = (Verdict.MET, Verdict.UNKNOWN, Verdict.NOT_MET)
    return sorted(found, key=lambda way: order.index(way.finding.verdict))


def contradiction(building: Building, route: str, *, day: date) -> str:
    """Return the rule that says no to a way where no rule opens it, or nothing."""
    said = [way.finding for way in ways_for(building, day=day) if way.route == route]
    if not said or any(one.verdict is not Verdict.NOT_MET for one in said):
        return ""
    return say(said[0].rule.title)


def dangerous_buildings(
    *, words: str = "", danger: str = "", plan: str = ""
) -> QuerySet[Building]:
    """Return dangerous and simple buildings, the worst first, those without a plan before."""
    found = (
        Building.objects.filter(DANGEROUS, estate__retired_on=None)
        .select_related("estate", "danger_plan")
        .annotate(
            rank=Case(
                When(danger="d", then=Value(0)),
                When(danger="c", then=Value(1)),
                default=Value(2),
                output_field=IntegerField(),
            )
        )
    )
    if words:
        found = found.filter(estate__name__contains=words)
    if danger:
        found = (
            found.filter(facts__simple=True) if danger == "simple" else found.filter(danger=danger)
        )
    if plan:
        found = found.filter(_planned(plan))
    return found.order_by(
        "rank", F("danger_plan__due_on").asc(nulls_first=True), "built_year", "id"
    )


def _planned(plan: str) -> Q:
    return (
        Q(danger_plan=None) | Q(danger_plan__route="")
        if plan == "none"
        else Q(danger_plan__route=plan)
    )


def open_ways(
    buildings: Sequence[Building], *, day: date
) -> Mapping[int, tuple[DangerPlan.Route, ...]]:
    """Return for each building the ways that rules open."""
    return {
        building.pk: tuple(
            dict.fromkeys(
                way.route
                for way in ways_for(building, day=day)
                if way.finding.verdict is Verdict.MET
            )
        )
        for building in buildings
    }
