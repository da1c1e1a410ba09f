"""Facts on their way between the vocabulary and the database's JSON."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jiugai.policy.vocabulary.fact import Fact, Kind, Subject


def to_json(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return known facts as JSON holds them; days as text, unknown ones left out."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in facts.items()
        if value is not None
    }


def from_json(kept: Mapping[str, Any], subject: type[Subject]) -> dict[str, Any]:
    """Return kept facts as rules read them."""
    days = {fact.name for fact in subject.facts() if fact.kind is Kind.DAY}
    return {
        name: date.fromisoformat(value) if name in days else value for name, value in kept.items()
    }


def known_facts(subject: type[Subject]) -> dict[str, Fact]:
    """Return the facts of a subject by name."""
    return {fact.name: fact for fact in subject.facts()}
