"""How the gates of a project stand, and everything about one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jiugai.apps.projects.gates.asked import (
    OF_PARTS,
    Group,
    building_gates,
    facts_of_gate,
    gates_of,
    groups_in,
)
from jiugai.apps.projects.gates.parts.judge import ITEM
from jiugai.apps.projects.gates.supply import supported
from jiugai.apps.projects.gates.things import facts_about, needs_buildings
from jiugai.apps.projects.models import Evidence, GateEvent, GateState, Override, Project, Works
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Building
from jiugai.apps.registry.models.kept import Kept
from jiugai.apps.registry.queries.findings import facts_of
from jiugai.apps.registry.queries.origins import ValueOrigin, origins_of
from jiugai.apps.registry.queries.why import Why
from jiugai.apps.registry.queries.why import why as why_of
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.verdict import Verdict
from jiugai.policy.case import Facts, Finding
from jiugai.policy.law import Law
from jiugai.policy.naming import fact_name
from jiugai.policy.rule import Rule
from jiugai.policy.rulebook import Document, rulebook
from jiugai.policy.vocabulary import Building as BuildingFacts
from jiugai.policy.vocabulary import Estate as EstateFacts
from jiugai.policy.vocabulary.fact import Fact


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate that the law asks, and how it stands; no state where it was not worked out yet."""

    rule: Rule
    state: GateState | None

    @property
    def verdict(self) -> str:
        """Return what the rule says."""
        return self.state.verdict if self.state else Verdict.UNKNOWN.value

    @property
    def override(self) -> Override | None:
        """Return the override in force."""
        return self.state.override if self.state else None

    @property
    def is_open(self) -> bool:
        """Return whether the project passes."""
        return self.state is not None and self.state.is_open

    @property
    def missing(self) -> list[str]:
        """Return what people call the facts that the verdict waits for."""
        return [self._named(key) for key in self.state.missing] if self.state else []

    def _named(self, key: str) -> str:
        if key.startswith(ITEM):
            return item_title(key.removeprefix(ITEM))
        return fact_name(key) if "." in key else say(self.rule.subject.fact(key).heading)


@dataclass(frozen=True, slots=True)
class GroupOfGates:
    """The gates of one document for one project, before the works or about them."""

    group: Group
    gates: Sequence[Gate]

    @property
    def document(self) -> Document:
        """Return the document."""
        return self.group.document

    @property
    def open_count(self) -> int:
        """Return how many are open."""
        return sum(gate.is_open for gate in self.gates)


@dataclass(frozen=True, slots=True)
class AboutBuilding:
    """A building with what the gates on buildings say of it."""

    building: Building
    findings: Sequence[Finding]

    @property
    def is_out(self) -> bool:
        """Return whether a rule keeps it out of the plan."""
        return any(one.verdict is Verdict.NOT_MET for one in self.findings)


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact that a gate reads: its value, where that is from, and what supports it."""

    fact: Fact
    facts: Mapping[str, object]
    origin: ValueOrigin | None
    evidence: Sequence[Evidence]


@dataclass(frozen=True, slots=True)
class GatePage:
    """Everything about one gate of a project."""

    gate: Gate
    document: Document
    why: Why
    thing: Kept
    facts: Sequence[KnownFact]
    building: Building | None
    buildings: Sequence[AboutBuilding]
    evidence: Sequence[Evidence]
    overrides: Sequence[Override]
    events: Sequence[GateEvent]
    origins: Mapping[str, ValueOrigin]
    law: Law

    @property
    def is_stale(self) -> bool:
        """Return whether facts or law changed since the gate was worked out."""
        return self.gate.verdict != self.why.explanation.verdict.value


def gates_on(project: Project, *, day: date) -> list[GroupOfGates]:
    """Return the gates of a project by document, the ten befores first."""
    states = {one.rule: one for one in project.gates.select_related("override__by")}
    return [
        GroupOfGates(one, [Gate(rule, states.get(rule.id)) for rule in _shown(one, states)])
        for one in groups_in(project.division, day)
    ]


def _shown(group: Group, states: Mapping[str, GateState]) -> list[Rule]:
    """Return the gates of a group; those on parts only where some were chosen."""
    return [one for one in group.rules if one.id in states or one.id not in OF_PARTS]


def item_title(item: str) -> str:
    """Return what an item of a menu is called, of whatever text."""
    items = (one for document in rulebook().documents.values() for one in document.menu)
    return next((say(one.title) for one in items if one.id == item), item)


def gate_page(
    project: Project, rule: str, *, day: date, building: Building | None = None
) -> GatePage | None:
    """Return everything about a gate, or None if today's law does not ask it."""
    law = law_for(project.division, day)
    found = next((one for one in (*gates_of(law), *building_gates(law)) if one.id == rule), None)
    needs_building = found is not None and found.subject is BuildingFacts and building is None
    if found is None or found.id in OF_PARTS or needs_building:
        return None
    thing = _thing(project, found, building)
    facts = _facts(project, found, building)
    state = project.gates.select_related("override__by").filter(rule=rule).first()
    evidence = _evidence(project, found, law)
    origins = origins_of(thing) if thing.pk else {}
    return GatePage(
        gate=Gate(found, state),
        document=law.book.documents[found.document],
        why=why_of(law.judge(rule, facts), law, facts),
        thing=thing,
        facts=_known(law, found, thing, evidence, origins, building),
        building=building,
        buildings=buildings_of(project, law) if needs_buildings(law, found) else [],
        evidence=evidence,
        overrides=list(project.overrides.filter(rule=rule).select_related("by", "ended_by")),
        events=list(
            project.gate_events.filter(rule=rule).select_related("by", "evidence", "override")
        ),
        origins=origins,
        law=law,
    )


def buildings_of(project: Project, law: Law) -> list[AboutBuilding]:
    """Return the buildings of a project's estate with what the gates on buildings say."""
    rules = building_gates(law)
    found = project.estate.buildings.order_by("id")
    return [AboutBuilding(one, [law.judge(rule.id, one.known) for rule in rules]) for one in found]


def buildings_out(project: Project, *, day: date) -> list[AboutBuilding]:
    """Return the buildings that a rule keeps out of the year's plan (三(五)④)."""
    law = law_for(project.division, day)
    return [one for one in buildings_of(project, law) if one.is_out]


def _thing(project: Project, rule: Rule, building: Building | None) -> Kept:
    if building is not None:
        return building
    if rule.subject is EstateFacts:
        return project.estate
    found = Works.objects.filter(pk=project.pk).first()
    return found or Works(project=project, division=project.division, version=1)


def _facts(project: Project, rule: Rule, building: Building | None) -> Facts:
    if rule.subject is EstateFacts:
        return facts_of(project.estate)
    return _thing(project, rule, building).known


def _evidence(project: Project, rule: Rule, law: Law) -> list[Evidence]:
    names = [fact.name for fact in facts_of_gate(law, rule)]
    found = project.evidence.filter(Q(rule=rule.id) | Q(claims__fact__in=names)).distinct()
    return list(
        found.select_related("by", "withdrawn_by", "document", "building").prefetch_related(
            "claims", "parts__building"
        )
    )


def _known(
    law: Law,
    rule: Rule,
    thing: Kept,
    evidence: Sequence[Evidence],
    origins: Mapping[str, ValueOrigin],
    building: Building | None,
) -> list[KnownFact]:
    own = [one for one in evidence if one.building_id == (building.pk if building else None)]
    support = supported(own)
    return [
        KnownFact(fact, thing.known, origins.get(fact.name), support.get(fact.name, []))
        for fact in facts_about(law, rule, of_building=building is not None)
    ]
