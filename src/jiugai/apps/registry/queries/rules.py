"""Which rules and facts people of a division can ask for."""

from functools import lru_cache

from jiugai.kernel.division import covers
from jiugai.policy.leaves import facts_read, walk
from jiugai.policy.rule import Rule
from jiugai.policy.rulebook import Document, Rulebook, rulebook
from jiugai.policy.vocabulary import Estate
from jiugai.policy.vocabulary.fact import Fact


@lru_cache(maxsize=64)
def documents_with_rules(scope: str) -> tuple[tuple[Document, tuple[Rule, ...]], ...]:
    """Return the documents that bind somewhere in a scope, each with its rules on estates."""
    book = rulebook()
    found = (
        (document, tuple(rule for rule in document.rules if rule.subject is Estate))
        for document in sorted(book.documents.values(), key=lambda one: (one.place, one.id))
        if _touches(book, document, scope)
    )
    return tuple((document, rules) for document, rules in found if rules)


def _touches(book: Rulebook, document: Document, scope: str) -> bool:
    bound = [document.place, *(c for c, p in book.places.items() if document.id in p.adopts)]
    return any(covers(place, scope) or covers(scope, place) for place in bound)


@lru_cache(maxsize=64)
def facts_asked(scope: str) -> tuple[Fact, ...]:
    """Return the facts that rules in a scope read, each once, in the order of the rules."""
    found: dict[str, Fact] = {}
    for _document, rules in documents_with_rules(scope):
        for rule in rules:
            found |= {fact.id: fact for fact in facts_of_rule(rule)}
    return tuple(found.values())


def facts_of_rule(rule: Rule) -> tuple[Fact, ...]:
    """Return every fact that a rule can rest on, under whatever reading."""
    found = {fact.id: fact for part in walk(rule.when) for fact in facts_read(part)}
    return tuple(found.values())
