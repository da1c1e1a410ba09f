"""Which gates the law of a place asks of a project, in the order of the texts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from jiugai.apps.registry.law import LawKey, key_for, law_by
from jiugai.policy.conditions import Condition, Depends, Interpreted
from jiugai.policy.law import Law
from jiugai.policy.leaves import facts_read, parts_of
from jiugai.policy.rule import Rule, Topic
from jiugai.policy.rulebook import Document
from jiugai.policy.vocabulary import Building, Component, Estate
from jiugai.policy.vocabulary import Project as Works
from jiugai.policy.vocabulary.fact import Fact, Subject

#: The text with the ten befores 十个在前.
BEFORES: Final = "bj22"
#: What is asked of each part of the works: an item of the menu that concerns households. It stands
#: beside the gate of the estate, in the same clause.
OF_PARTS: Final = frozenset({"bj22.consensus.part"})
#: Of whom a project's gates are asked.
SUBJECTS: Final[tuple[type[Subject], ...]] = (Estate, Works)


@dataclass(frozen=True, slots=True)
class Group:
    """The gates of one document: those before the works, or those that ask about the works."""

    document: Document
    rules: tuple[Rule, ...]
    of_works: bool = False

    @property
    def key(self) -> str:
        """Return a name for addresses."""
        return f"{self.document.id}-works" if self.of_works else self.document.id


def groups_in(division: str, day: date) -> tuple[Group, ...]:
    """Return the gates that bind in a division on a day, by document; the ten befores first."""
    return _groups(key_for(division, day))


@lru_cache(maxsize=64)
def _groups(key: LawKey) -> tuple[Group, ...]:
    law = law_by(key)
    return grouped(law.documents, gates_of(law))


def grouped(documents: Iterable[Document], rules: Iterable[Rule]) -> tuple[Group, ...]:
    """Return gates by document in the order of its clauses, the ten befores first."""
    listed = list(rules)
    found = [
        Group(document, _in_order(document, listed, subject), subject is Works)
        for subject in SUBJECTS
        for document in documents
    ]
    return tuple(sorted((one for one in found if one.rules), key=lambda one: one.key != BEFORES))


def gates_of(law: Law) -> tuple[Rule, ...]:
    """Return the gates that are asked of estates, of works and of their parts under a law."""
    whole = tuple(rule for one in SUBJECTS for rule in law.rules_on(one, [Topic.GATE]))
    return whole + part_gates(law)


def part_gates(law: Law) -> tuple[Rule, ...]:
    """Return the gates that are asked of each part of the works under a law."""
    found = law.rules_on(Component, [Topic.GATE])
    return tuple(rule for rule in found if rule.id in OF_PARTS)


def is_asked(rule: Rule) -> bool:
    """Return whether a rule is a gate of projects, whatever the law."""
    is_of_parts = rule.subject is Component and rule.id in OF_PARTS
    return rule.topic is Topic.GATE and (rule.subject in SUBJECTS or is_of_parts)


def building_gates(law: Law) -> tuple[Rule, ...]:
    """Return the gates that keep single buildings out: gates of the estate look at their facts.

    Others, like those before a building is rebuilt, only concern who chose that way.
    """
    looked_at = {fact.id for rule in gates_of(law) for fact in facts_of_gate(law, rule)}
    return tuple(
        rule
        for rule in law.rules_on(Building, [Topic.GATE])
        if looked_at & {fact.id for fact in facts_of_gate(law, rule)}
    )


def _in_order(
    document: Document, rules: Sequence[Rule], subject: type[Subject]
) -> tuple[Rule, ...]:
    places = {clause.clause: at for at, clause in enumerate(document.clauses)}
    asked = (subject, Component) if subject is Estate else (subject,)
    own = [rule for rule in rules if rule.document == document.id and rule.subject in asked]
    return tuple(sorted(own, key=lambda rule: places.get(rule.clause, len(places))))


def facts_of_gate(law: Law, rule: Rule) -> tuple[Fact, ...]:
    """Return the facts that a gate rests on under the readings taken, each once, in order."""
    return tuple({fact.id: fact for fact in _read(law.bound[rule.id], law)}.values())


def _read(condition: Condition, law: Law) -> Iterator[Fact]:
    match condition:
        case Interpreted(options=options, taken=taken):
            yield from _read(options[taken], law)
        case Depends(rule=rule):
            yield from _read(law.bound[rule.id], law)
        case _:
            yield from facts_read(condition)
            for part in parts_of(condition):
                yield from _read(part, law)


def name_of(subject: type[Subject]) -> str:
    """Return what facts call their subject."""
    return getattr(subject, "subject_name", subject.__name__.lower())
