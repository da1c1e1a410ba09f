"""What is in force in a place on a day, for other systems."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.registry.law import law_for


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
