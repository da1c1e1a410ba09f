"""The parts of the works of one project: how each stands, and on what evidence."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jiugai.apps.projects.gates.asked import part_gates
from jiugai.apps.projects.gates.parts.items import part_items
from jiugai.apps.projects.gates.read import parts_of as rows_of_parts
from jiugai.apps.projects.models import Evidence, PartProof, Project
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Building
from jiugai.kernel.verdict import Verdict
from jiugai.policy.case import Finding
from jiugai.policy.entries import MenuItem
from jiugai.policy.law import Law
from jiugai.policy.rule import Rule

Key = tuple[str, int | None]  # an item, and its building if it has one


@dataclass(frozen=True, slots=True)
class Part:
    """An item of the menu for the estate as a whole or a building, with what its gate says."""

    item: MenuItem
    building: Building | None
    facts: Mapping[str, Any]
    finding: Finding
    proofs: Sequence[PartProof]

    @property
    def key(self) -> Key:
        """Return its name: the item, and the building if it has one."""
        return self.item.id, self.building.pk if self.building else None

    @property
    def verdict(self) -> Verdict:
        """Return what the rule says of it."""
        return self.finding.verdict


@dataclass(frozen=True, slots=True)
class PartsOfItem:
    """The parts of one item: the estate as a whole, or building by building."""

    item: MenuItem
    parts: Sequence[Part]

    @property
    def verdict(self) -> Verdict:
        """Return how they stand together."""
        said = {one.verdict for one in self.parts}
        order = (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.MET)
        return next(one for one in order if one in said)

    @property
    def shut(self) -> Sequence[Part]:
        """Return the parts that do not pass."""
        return [one for one in self.parts if one.verdict is not Verdict.MET]

    @property
    def evidence(self) -> Sequence[Evidence]:
        """Return what speaks of them, each once."""
        found = {proof.evidence_id: proof.evidence for one in self.parts for proof in one.proofs}
        return list(found.values())


def part_gate(project: Project, rule: str, *, day: date) -> Rule | None:
    """Return a gate on parts that the law of a day asks, or None."""
    law = law_for(project.division, day)
    return next((one for one in part_gates(law) if one.id == rule), None)


def parts_by_item(project: Project, rule: Rule, *, day: date) -> list[PartsOfItem]:
    """Return the chosen parts of a project item by item, in the order of the menu."""
    law = law_for(project.division, day)
    grouped: dict[str, list[Part]] = {}
    for part in parts_of(project, rule, law):
        grouped.setdefault(part.item.id, []).append(part)
    order = {item.id: at for at, item in enumerate(part_items(law).values())}
    found = [PartsOfItem(parts[0].item, parts) for parts in grouped.values()]
    return sorted(found, key=lambda one: order.get(one.item.id, len(order)))


def parts_of(project: Project, rule: Rule, law: Law) -> list[Part]:
    """Return every chosen part of a project with what the rule says of it."""
    buildings = {one.pk: one for one in project.estate.buildings.all()}
    proofs = _proofs(project)
    items = part_items(law)
    found = []
    rows = rows_of_parts([project.pk]).select("item", "building", "facts").iter_rows()
    for item, building, text in rows:
        if item not in items:
            continue  # of governance, or of a text that is no longer in force
        facts = json.loads(text)
        where = buildings.get(building)
        said = proofs.get((item, building or None), [])
        found.append(Part(items[item], where, facts, law.judge(rule.id, facts), said))
    return found


def _proofs(project: Project) -> dict[Key, list[PartProof]]:
    live = PartProof.objects.filter(project=project, evidence__withdrawn_at=None)
    found: dict[Key, list[PartProof]] = {}
    for one in live.select_related("evidence", "building"):
        found.setdefault((one.item, one.building_id), []).append(one)
    return found
