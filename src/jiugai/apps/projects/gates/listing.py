"""The gates of many projects at once, as dots: which are open, shut, missing, overridden."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from jiugai.apps.projects.gates.asked import Group, grouped, is_asked
from jiugai.apps.projects.gates.queries import Gate
from jiugai.apps.projects.models import GateEvent, GateState, Project
from jiugai.apps.registry.queries.rules import documents_with_rules
from jiugai.kernel.verdict import Verdict

PAGE: Final = 50


class Standing(StrEnum):
    """How a gate can stand, as a list is filtered by it."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    SHUT = "shut"  # neither met nor overridden
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for: projects of which a gate (or any of a document) stands so."""

    group: Group
    words: str = ""
    stage: str = ""
    rule: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A project with its gates of one document."""

    project: Project
    gates: Sequence[Gate]

    @property
    def open_count(self) -> int:
        """Return how many are open."""
        return sum(gate.is_open for gate in self.gates)

    @property
    def asked_count(self) -> int:
        """Return how many the law asks here."""
        return sum(gate.state is not None for gate in self.gates)


def groups_within(scope: str, day: date) -> tuple[Group, ...]:
    """Return the gates that bind anywhere in a scope on a day, the ten befores first."""
    documents = [
        document
        for document, _rules in documents_with_rules(scope)
        if any(day in span for span in document.spans.values())
    ]
    rules = [rule for one in documents for rule in one.rules if is_asked(rule)]
    return grouped(documents, rules)


def find_projects(sought: Sought) -> QuerySet[Project]:
    """Return the open projects that fit, the latest first."""
    found = Project.objects.filter(closed_on=None).select_related("estate").order_by("-id")
    if sought.stage:
        found = found.filter(estate__stage=sought.stage)
    for word in sought.words.split():
        found = found.filter(
            Q(number__icontains=word)
            | Q(estate__name__icontains=word)
            | Q(estate__initials__icontains=word)
        )
    if sought.standing:
        found = found.filter(Exists(_states(sought)))
    return found


def _states(sought: Sought) -> QuerySet[GateState]:
    rules = [sought.rule] if sought.rule else [rule.id for rule in sought.group.rules]
    states = GateState.objects.filter(project=OuterRef("pk"), rule__in=rules)
    match Standing(sought.standing):
        case Standing.SHUT:
            return states.exclude(verdict=Verdict.MET).filter(override=None)
        case Standing.OVERRIDDEN:
            return states.filter(override__isnull=False)
        case verdict:
            return states.filter(verdict=verdict.value)


def with_gates(found: QuerySet[Project], group: Group) -> QuerySet[Project]:
    """Return projects with their states of a document's gates read beside them."""
    rules = [rule.id for rule in group.rules]
    states = GateState.objects.filter(rule__in=rules).select_related("override__by")
    return found.prefetch_related(Prefetch("gates", states, to_attr="dots"))


def row_of(project: Project, group: Group) -> Row:
    """Return a project that was read `with_gates` as a row of the list."""
    states = {one.rule: one for one in project.dots}  # type: ignore[attr-defined]
    return Row(project, [Gate(rule, states.get(rule.id)) for rule in group.rules])


def shut_again(projects: QuerySet[Project]) -> QuerySet[GateState]:
    """Return gates that had been open and are shut now: their projects rely on something gone."""
    lost = GateEvent.objects.filter(
        project=OuterRef("project"), rule=OuterRef("rule"), before=Verdict.MET
    )
    states = GateState.objects.filter(project__in=projects, override=None)
    return states.exclude(verdict=Verdict.MET).filter(Exists(lost))
