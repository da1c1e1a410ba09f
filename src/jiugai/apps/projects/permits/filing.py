"""Filing before the works 开工前报备: one entry for each office that a gate of the place names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from jiugai.apps.projects.gates.asked import facts_of_gate, gates_of
from jiugai.apps.projects.models import Evidence, GateState, Project
from jiugai.apps.projects.permits.routes import works_of
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Stage
from jiugai.kernel.verdict import Verdict
from jiugai.policy.rule import Rule
from jiugai.policy.vocabulary import Project as WorksFacts
from jiugai.policy.vocabulary.fact import Fact

#: The facts that say where a project was filed.
FILED: Final = ("filed_planning", "filed_housing", "filed_fire")


@dataclass(frozen=True, slots=True)
class Entry:
    """An office with which the project is filed: whether it is, and by which papers."""

    fact: Fact
    is_filed: bool | None
    evidence: Sequence[Evidence]


@dataclass(frozen=True, slots=True)
class Filing:
    """The gate that asks for filing, and its entries."""

    rule: Rule
    entries: Sequence[Entry]

    @property
    def filed_count(self) -> int:
        """Return how many offices have it."""
        return sum(one.is_filed is True for one in self.entries)


def filing_of(project: Project, *, day: date) -> Filing | None:
    """Return the filing that the law of a day asks of a project, or None where it asks none."""
    law = law_for(project.division, day)
    for rule in gates_of(law):
        if rule.subject is not WorksFacts:
            continue
        facts = [fact for fact in facts_of_gate(law, rule) if fact.name in FILED]
        if facts:
            return Filing(rule, [_entry(project, fact) for fact in facts])
    return None


def _entry(project: Project, fact: Fact) -> Entry:
    papers = project.evidence.filter(claims__fact=fact.name, withdrawn_at=None)
    known = works_of(project).known.get(fact.name)
    return Entry(fact, known, list(papers.select_related("document", "by").order_by("said_on")))


def rules_of_filing(division: str, day: date) -> list[str]:
    """Return the gates of filing in a division."""
    law = law_for(division, day)
    return [
        rule.id
        for rule in gates_of(law)
        if rule.subject is WorksFacts
        and any(fact.name in FILED for fact in facts_of_gate(law, rule))
    ]


def unfiled(division: str, *, on: date) -> QuerySet[GateState]:
    """Return the gates of filing that are shut though the works of the year are to begin."""
    rules = rules_of_filing(division, on)
    due = Q(project__year=None) | Q(project__year__lte=on.year)
    found = GateState.objects.filter(
        due,
        rule__in=rules,
        override=None,
        project__closed_on=None,
        project__estate__stage=Stage.PLAN,
    )
    return found.exclude(verdict=Verdict.MET).select_related("project__estate")
