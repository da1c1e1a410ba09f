"""Which numbers and readings a rule rests on, and which rules rest on a number or a reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING

from jiugai.policy.conditions import Compares, Condition, Dated, Depends, Interpreted, Number
from jiugai.policy.leaves import walk
from jiugai.policy.vocabulary.fact import Fact

if TYPE_CHECKING:
    from jiugai.policy.rule import Rule
    from jiugai.policy.rulebook import Rulebook


def numbers_named(condition: Condition) -> frozenset[str]:
    """Return the ids of the numbers that a condition names, in the rules it depends on, too."""
    return frozenset(id_ for part in walk(condition) for id_ in _named_here(part))


def _named_here(part: Condition) -> Iterator[str]:
    for field in fields(part):
        value = getattr(part, field.name)
        if isinstance(value, Number | Dated):
            yield value.id


def rules_using(rules: Mapping[str, Rule], number: str) -> tuple[Rule, ...]:
    """Return the rules that rest on a number, directly or through another rule."""
    return tuple(rule for rule in rules.values() if number in numbers_named(rule.when))


def facts_compared(rules: Mapping[str, Rule], number: str) -> tuple[Fact, ...]:
    """Return the facts that some rule compares with a number, each once."""
    found = {
        part.fact.id: part.fact
        for rule in rules.values()
        for part in walk(rule.when)
        if isinstance(part, Compares)
        and isinstance(part.other, Number | Dated)
        and part.other.id == number
    }
    return tuple(found.values())


@cache
def rules_below(rule: Rule) -> frozenset[str]:
    """Return the ids of the rules that a rule depends on."""
    return frozenset(part.rule.id for part in walk(rule.when) if isinstance(part, Depends))


def readings_named(rule: Rule, book: Rulebook) -> tuple[str, ...]:
    """Return the readings that a rule turns on, each once.

    The first are those that say whether its text, and those of the rules below it, have run out.
    """
    parts = list(walk(rule.when))
    rules = [rule, *(part.rule for part in parts if isinstance(part, Depends))]
    asked = [book.documents[one.document].reading for one in rules]
    asked += [part.reading for part in parts if isinstance(part, Interpreted)]
    return tuple(id_ for id_ in dict.fromkeys(asked) if id_)


def rules_reading(book: Rulebook, reading: str) -> tuple[Rule, ...]:
    """Return the rules that turn on a reading."""
    return tuple(rule for rule in book.rules.values() if reading in readings_named(rule, book))
