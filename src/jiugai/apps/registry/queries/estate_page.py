"""All that the page of an estate shows in one look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.db.models import Q, QuerySet

from jiugai.apps.audit.models import Line
from jiugai.apps.audit.queries import history_of
from jiugai.apps.registry.models import Building, Estate, Stage, Succession
from jiugai.apps.registry.queries.findings import (
    Card,
    Missing,
    cards,
    findings_on,
    missing_facts,
)
from jiugai.apps.registry.queries.neighbours import Neighbour, neighbours
from jiugai.apps.registry.queries.places import path_of
from jiugai.apps.registry.themes import THEMES
from jiugai.policy.law import Law
from jiugai.policy.vocabulary import Estate as EstateFacts
from jiugai.policy.vocabulary.estate.fabric import Fabric
from jiugai.policy.vocabulary.estate.money import Costs
from jiugai.policy.vocabulary.fact import Fact, Kind

if TYPE_CHECKING:
    from jiugai.apps.registry.queries.imports import ConflictRow

LINE: Final = [stage for stage in Stage if stage is not Stage.BLOCKED]


@dataclass(frozen=True, slots=True)
class EstatePage:
    """What is known and said of one estate on a day."""

    estate: Estate
    law: Law
    path: Sequence[str]
    cards: Sequence[Card]
    missing: Sequence[Missing]
    key_facts: Sequence[Fact]
    costs: Sequence[Fact]
    buildings: Sequence[Building]
    conflicts: Sequence[ConflictRow]
    successions: Sequence[Succession]
    neighbours: Sequence[Neighbour]
    history: Sequence[Line]


def estates_with_all() -> QuerySet[Estate]:
    """Return estates with what their page needs beside them."""
    return Estate.objects.select_related("assessment").prefetch_related(
        "buildings__danger_plan", "parties__organisation", "documents__by", "pipes", "resources"
    )


def estate_page(estate: Estate, *, day: date) -> EstatePage:
    """Return everything for the page of an estate."""
    law, findings = findings_on(estate, day=day)
    facts = estate.facts
    return EstatePage(
        estate=estate,
        law=law,
        path=path_of(estate.division, facts.get("street", ""), facts.get("community", "")),
        cards=cards(law, findings),
        missing=missing_facts(findings.values()),
        key_facts=[fact for fact in Fabric.facts() if facts.get(fact.name) is not None],
        costs=[fact for fact in Costs.facts() if fact.kind is Kind.MONEY and fact.name in facts],
        buildings=sorted(estate.buildings.all(), key=_worst_first),
        conflicts=conflicts_of(estate),
        successions=list(
            Succession.objects.filter(Q(before=estate) | Q(after=estate)).select_related(
                "before", "after", "by"
            )
        ),
        neighbours=neighbours(estate),
        history=history_of(estate),
    )


def fact_named(name: str) -> Fact | None:
    """Return a fact of estates by name, or None."""
    return next((fact for fact in EstateFacts.facts() if fact.name == name), None)


def _worst_first(building: Building) -> tuple[int, str, int]:
    worst = {"d": 0, "c": 1}.get(building.danger or "", 3)
    if worst > 1 and building.facts.get("simple"):
        worst = 2
    return worst, building.code.zfill(12), building.pk


def facts_by_theme(estate: Estate) -> list[tuple[str, list[Fact]]]:
    """Return the facts that are known of an estate, theme by theme."""
    found = [
        (str(title), [f for f in part.facts() if f.name in estate.facts])
        for part, title in THEMES.items()
    ]
    return [(title, facts) for title, facts in found if facts]


def conflicts_of(estate: Estate) -> Sequence[ConflictRow]:
    """Return what sources of an estate say differently, for a person to decide."""
    found = estate.conflicts.filter(settled_at=None)
    if not (rows := list(found.select_related("estate", "building", "source__by"))):
        return ()
    from jiugai.apps.registry.queries.imports import conflict_row  # with all that reads ledgers

    return [conflict_row(one) for one in rows]
