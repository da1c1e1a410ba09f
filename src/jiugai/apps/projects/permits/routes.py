"""The permit route of a project: each rule with its verdict, under every reading that is open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from jiugai.apps.projects.models import Project, Works
from jiugai.apps.registry.law import LawKey, key_for, law_by, law_for
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.verdict import Verdict
from jiugai.policy.case import Finding
from jiugai.policy.conditions import Interpreted
from jiugai.policy.entries import Reading
from jiugai.policy.law import Law
from jiugai.policy.leaves import facts_read, walk
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebook import Document, rulebook
from jiugai.policy.vocabulary import Project as WorksFacts
from jiugai.policy.vocabulary.fact import Fact

TOPICS: Final = (Topic.PERMIT,)


@dataclass(frozen=True, slots=True)
class Other:
    """What a rule would say if an open place were read in another way."""

    reading: Reading
    option: str
    verdict: str | None  # None: the text would not be in force

    @property
    def means(self) -> str:
        """Return the other way in words."""
        return say(self.reading.options[self.option])


@dataclass(frozen=True, slots=True)
class Route:
    """A rule about permits: what it says today, what it waits for, and how else it may be read."""

    rule: Rule
    document: Document
    finding: Finding | None  # None: not in force under the readings that are taken
    others: Sequence[Other]

    @property
    def missing(self) -> list[Fact]:
        """Return the facts that the verdict waits for."""
        known = {fact.name: fact for fact in WorksFacts.facts()}
        names = self.finding.missing if self.finding else ()
        return [known[name] for name in names if name in known]

    @property
    def is_open(self) -> bool:
        """Return whether another reading would say something else."""
        now = self.finding.verdict.value if self.finding else None
        return any(one.verdict != now for one in self.others)


def works_of(project: Project) -> Works:
    """Return what is kept of a project's works; nothing is known where none was written yet."""
    found = Works.objects.filter(pk=project.pk).first()
    return found or Works(project=project, division=project.division, version=1)


def routes_of(project: Project, *, day: date) -> list[Route]:
    """Return every rule about permits in the project's place, however texts are read."""
    facts = works_of(project).known
    law = law_for(project.division, day)
    found = _candidates(key_for(project.division, day))
    routes = [_route(rule, law, facts) for rule in found]
    return sorted(routes, key=lambda one: one.finding is None)


def facts_of_routes(routes: Sequence[Route]) -> list[Fact]:
    """Return the facts that decide about permits under any reading, in their usual order."""
    read = {
        fact.name for one in routes for part in walk(one.rule.when) for fact in facts_read(part)
    }
    return [fact for fact in WorksFacts.facts() if fact.name in read]


def _route(rule: Rule, law: Law, facts: Mapping[str, Any]) -> Route:
    return Route(
        rule=rule,
        document=rulebook().documents[rule.document],
        finding=law.judge(rule.id, facts) if rule.id in law.rules else None,
        others=list(_others(rule, law, facts)),
    )


def _others(rule: Rule, law: Law, facts: Mapping[str, Any]) -> Iterator[Other]:
    """Yield what each other way of reading would make of a rule; one place at a time."""
    for name in _open_in(rule):
        reading = rulebook().readings[name]
        for option in reading.options:
            if option == law.readings[name]:
                continue
            other = law_for(law.place, law.day, {name: option})
            verdict = other.judge(rule.id, facts).verdict if rule.id in other.rules else None
            if rule.id in law.rules or verdict is not None:
                yield Other(reading, option, verdict.value if verdict else None)


def _open_in(rule: Rule) -> list[str]:
    """Return the readings that decide whether and how a rule holds."""
    own = rulebook().documents[rule.document].reading
    inside = [one.reading for one in walk(rule.when) if isinstance(one, Interpreted)]
    return list(dict.fromkeys([*([own] if own else []), *inside]))


@lru_cache(maxsize=64)
def _candidates(key: LawKey) -> tuple[Rule, ...]:
    """Return the rules on works about permits that are in force under some reading."""
    laws = [law_by(key)]
    for document in rulebook().documents.values():
        if document.reading:
            options = rulebook().readings[document.reading].options
            laws += [law_by(key.read(document.reading, option)) for option in options]
    found = {rule.id: rule for law in laws for rule in law.rules_on(WorksFacts, TOPICS)}
    return tuple(found.values())


def tells(routes: Sequence[Route]) -> list[Route]:
    """Return the routes whose rule is met in force: what the project is to do or is spared."""
    return [one for one in routes if one.finding and one.finding.verdict is Verdict.MET]
