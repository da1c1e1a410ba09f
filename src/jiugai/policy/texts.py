"""Every Chinese text of the rulebooks and the vocabulary that people see, for the translators."""

from __future__ import annotations

from collections.abc import Iterator

from jiugai.policy.conditions import Condition
from jiugai.policy.leaves import walk
from jiugai.policy.rulebook import Document, rulebook
from jiugai.policy.vocabulary import SUBJECTS


def all_texts() -> Iterator[tuple[str, str]]:
    """Return where each text stands and the text."""
    for subject in SUBJECTS:
        yield subject.__name__.lower(), subject.title
        for fact in subject.facts():
            yield fact.id, fact.heading
            yield fact.id, fact.meaning
            yield fact.id, fact.unit
            yield from ((fact.id, word) for word in fact.choices.values())
    for document in rulebook().documents.values():
        yield from ((where, text) for where, text in _of(document))


def _of(document: Document) -> Iterator[tuple[str, str]]:
    yield document.id, document.title
    yield document.id, document.issuer
    for clause in document.clauses:
        yield clause.id, clause.says
        yield clause.id, clause.excused
    for number in document.numbers.values():
        yield number.id, number.title
        yield number.id, number.unit
    for reading in document.readings.values():
        yield reading.id, reading.question
        yield reading.id, reading.why
        yield from ((reading.id, says) for says in reading.options.values())
    yield from _of_entries(document)
    for rule in document.rules:
        yield rule.id, rule.title
        yield rule.id, rule.means
        yield from ((rule.id, label) for label in _labels(rule.when))


def _of_entries(document: Document) -> Iterator[tuple[str, str]]:
    titled = (document.menu, document.duties, document.targets, document.terms)
    yield from ((entry.id, entry.title) for entries in titled for entry in entries)
    for duty in document.duties:
        yield from ((duty.id, who) for who in (*duty.leads, *duty.cooperates, duty.deliverable))
    for target in document.targets:
        yield target.id, target.unit
    for term in document.terms:
        yield term.id, term.says
    for funding in document.funding:
        yield funding.id, funding.says


def _labels(condition: Condition) -> Iterator[str]:
    yield from (part.label for part in walk(condition) if part.label)
