"""What the law of a place says on a day: documents, clauses, numbers, rules."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.registry.queries.places import name_of
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.source import Clause
from jiugai.kernel.span import Span
from jiugai.policy.case import Facts, number_used
from jiugai.policy.cases import Outcome, cases, try_case
from jiugai.policy.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Dated,
    Depends,
    Interpreted,
    Negation,
)
from jiugai.policy.coverage import Covered, coverage
from jiugai.policy.entries import Reading
from jiugai.policy.law import Law
from jiugai.policy.leaves import parts_of
from jiugai.policy.rule import Rule
from jiugai.policy.rulebook import Document, NumberEntry, rulebook
from jiugai.policy.uses import numbers_named, rules_using
from jiugai.policy.vocabulary import SUBJECTS
from jiugai.policy.wording import describe, shown


@dataclass(frozen=True, slots=True)
class InForce:
    """A document in force, with when it binds and how much it says."""

    document: Document
    span: Span


def documents_in_force(law: Law) -> list[InForce]:
    """Return the documents in force, from the country down."""
    return [InForce(one, one.span(law.readings.get(one.reading, ""))) for one in law.documents]


@dataclass(frozen=True, slots=True)
class NotInForce:
    """A document that does not bind, with when it does and in words why not."""

    document: Document
    span: Span
    why: str


def documents_not_in_force(law: Law | None, day: date) -> list[NotInForce]:
    """Return the other documents: those that have ended, are to come or bind elsewhere."""
    bound = {one.id for one in law.documents} if law else set()
    found = []
    for one in rulebook().documents.values():
        if one.id in bound:
            continue
        usual = rulebook().readings[one.reading].taken if one.reading else ""
        span = one.span(law.readings[one.reading] if law and one.reading else usual)
        found.append(NotInForce(one, span, _why_not(one, span, day)))
    return found


def _why_not(document: Document, span: Span, day: date) -> str:
    if span.until is not None and span.until < day:
        return _("已经失效")
    if day < span.since:
        return _("当日尚未施行")
    return _("适用于{place}").format(place=name_of(document.place))


@dataclass(frozen=True, slots=True)
class Realised:
    """What realises a clause: its kind, what people call it, and the rule if it is one."""

    kind: str
    title: str
    rule: str = ""


def clauses_of(document: Document) -> list[tuple[Covered, list[Realised]]]:
    """Return the clauses of a document with what realises each."""
    return [
        (one, [_realised(name) for name in one.clause.realised_by])
        for one in coverage(rulebook(), (document.id,))
    ]


def _realised(name: str) -> Realised:
    kind, _colon, id_ = name.partition(":")
    if kind == "rule" and id_ in rulebook().rules:
        return Realised(kind, say(rulebook().rules[id_].title), id_)
    return Realised(kind, say(_titles().get(name, id_)))


@cache
def _titles() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for document in rulebook().documents.values():
        found |= {f"number:{one.id}": one.title for one in document.numbers.values()}
        found |= {f"reading:{one.id}": one.question for one in document.readings.values()}
        found |= {f"menu:{one.id}": one.title for one in document.menu}
        found |= {f"duty:{one.id}": one.title for one in document.duties}
        found |= {f"target:{one.id}": one.title for one in document.targets}
        found |= {f"term:{one.id}": one.title for one in document.terms}
        found |= {f"funding:{one.id}": one.says for one in document.funding}
    found |= {f"fact:{fact.id}": fact.heading for subject in SUBJECTS for fact in subject.facts()}
    return found


@dataclass(frozen=True, slots=True)
class NumberOverTime:
    """A number with every value it has had, and the rules that rest on it."""

    entry: NumberEntry
    rules: Sequence[Rule]


def numbers_of(document: Document) -> list[NumberOverTime]:
    """Return the numbers of a document over time."""
    rules = rulebook().rules
    return [NumberOverTime(one, rules_using(rules, one.id)) for one in document.numbers.values()]


@dataclass(frozen=True, slots=True)
class Node:
    """A condition of a rule in words, before anything is known of a subject."""

    asked: str
    condition: Condition
    number: Dated | None
    reading: Reading | None
    options: Sequence[tuple[str, str, bool, "Node"]]
    parts: Sequence["Node"]

    @property
    def kind(self) -> str:
        """Return how its parts are joined, or that it is a leaf."""
        match self.condition:
            case AllOf():
                return "is-all"
            case AnyOf():
                return "is-any"
            case Negation():
                return "is-not"
            case _:
                return "is-open" if self.options else "is-leaf"

    @property
    def cited(self) -> Clause | None:
        """Return the clause of its number, else its own."""
        return self.number.clause if self.number else self.condition.clause

    @property
    def rule(self) -> str:
        """Return the rule that it depends on, if any."""
        return self.condition.rule.id if isinstance(self.condition, Depends) else ""


def tree_of(condition: Condition, law: Law) -> Node:
    """Return the tree of a bound condition."""
    if isinstance(condition, Interpreted):
        reading = law.book.readings[condition.reading]
        options = [
            (name, reading.options[name], name == condition.taken, tree_of(part, law))
            for name, part in condition.options.items()
        ]
        return Node(describe(condition), condition, None, reading, options, ())
    below = () if isinstance(condition, Depends) else parts_of(condition)
    parts = [tree_of(part, law) for part in below]
    return Node(describe(condition), condition, number_used(condition), None, (), parts)


@cache
def _cases() -> Mapping[str, Sequence[Outcome]]:
    found: dict[str, list[Outcome]] = defaultdict(list)
    for case in cases():
        found[case.rule].append(Outcome(case, "", ()))
    return found


def cases_of(rule: str) -> list[Outcome]:
    """Return the worked cases of a rule, each tried now."""
    return [try_case(one.case) for one in _cases().get(rule, ())]


def numbers_behind(rule: Rule, law: Law) -> list[tuple[NumberEntry, Dated | None]]:
    """Return the numbers that a rule rests on, with their value on the day."""
    entries = {
        one.id: one
        for document in law.book.documents.values()
        for one in document.numbers.values()
    }
    return [(entries[id_], law.numbers.get(id_)) for id_ in sorted(numbers_named(rule.when))]


def facts_in_words(facts: Facts, rule: Rule) -> list[tuple[str, str]]:
    """Return the facts of a worked case as people read them."""
    return list(_facts_in_words(facts, rule))


def _facts_in_words(facts: Facts, rule: Rule) -> Iterator[tuple[str, str]]:
    known: dict[str, Any] = {fact.name: fact for fact in rule.subject.facts()}
    for name, value in facts.items():
        if name in known:
            yield say(known[name].heading), shown(known[name], value)
        else:
            yield name, str(len(value))
