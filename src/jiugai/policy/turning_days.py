"""The days on which the law of a place changes: texts begin and end, numbers take other values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jiugai.kernel.division import ancestors, division
from jiugai.policy.law import readings_of
from jiugai.policy.rulebook import rulebook

if TYPE_CHECKING:
    from jiugai.policy.rulebook import Document


def turning_days(place: str, *, readings: Mapping[str, str] | None = None) -> tuple[date, ...]:
    """Return the days on which anything in the law of a place becomes another, in order.

    `readings` are those that are taken otherwise than usual.
    Raises UsageError for an unknown division.
    """
    code = division(place).code
    line, book = (*ancestors(code), code), rulebook()
    taken = {**readings_of(place), **(readings or {})}
    found: set[date] = set()
    for document in book.documents.values():
        adopted = [book.places[c].adopts.get(document.id) for c in line if c in book.places]
        begins = [date.min] if document.place in line else [day for day in adopted if day]
        if begins:
            found |= set(_days_of(document, taken.get(document.reading, ""), min(begins)))
    return tuple(sorted(found))


def _days_of(document: Document, taken: str, adopted: date) -> Iterator[date]:
    """Yield when a document begins and ends, and between these when what it says changes."""
    span = document.span(taken)
    begins = max(span.since, adopted)
    yield begins
    if span.until is not None:
        yield span.until + timedelta(days=1)
    for number in document.numbers.values():
        for version in number.versions:
            # Some rules change on a day that is itself a number.
            days = (version.since, version.value)
            yield from (day for day in days if isinstance(day, date) and day >= begins)
