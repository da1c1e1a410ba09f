"""What is in force in a place on a day and how it is read, for other systems."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import ChosenReading
from jiugai.apps.registry.queries.readings import Question, chosen_in, questions
from jiugai.policy.law import Law


def readings_in(law: Law) -> list[dict[str, Any]]:
    """Return what offices chose that counts under a law, each with who, since when and why."""
    return [_chosen(one) for one in chosen_in(law)]


def readings_on(place: str, *, day: date) -> dict[str, Any]:
    """Return how every open place of the texts is read in a place on a day."""
    law = law_for(place, day)
    return {
        "place": law.place,
        "day": day.isoformat(),
        "digest": law.book.digest,
        "readings": [_said(one) for one in questions(law.place, day)],
    }


def _said(one: Question) -> dict[str, Any]:
    return {
        "id": one.reading.id,
        "document": one.document.id,
        "clause": one.reading.clause.number,
        "question": _(one.reading.question),
        "options": {name: _(says) for name, says in one.reading.options.items()},
        "taken": one.taken,
        "default_of": one.of_place if one.of_place else None,
        "choice": _chosen(one.choice) if one.choice else None,
    }


def _chosen(one: ChosenReading) -> dict[str, Any]:
    return {
        "reading": one.reading,
        "option": one.option,
        "place": one.place,
        "is_binding": one.is_binding,
        "since": one.since.isoformat(),
        "until": one.until.isoformat() if one.until else None,
        "reason": one.reason,
        "basis": one.basis,
        "by": str(one.by),
        "at": one.at.isoformat(),
    }


def policies_on(place: str, *, day: date) -> dict[str, Any]:
    """Return the documents of a place and day; raises UsageError for a place nobody knows."""
    law = law_for(place, day)
    return {
        "place": law.place,
        "day": day.isoformat(),
        "digest": law.book.digest,
        "documents": [
            {
                "id": one.id,
                "title": _(one.title),
                "official_number": one.official_number,
                "issuer": _(one.issuer),
                "place": one.place,
                "url": one.url,
                "rules": [
                    {"id": rule.id, "title": _(rule.title), "clause": rule.clause.number}
                    for rule in one.rules
                ],
            }
            for one in law.documents
        ],
    }
