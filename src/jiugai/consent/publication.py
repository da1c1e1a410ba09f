"""When the result must be made public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from jiugai.kernel.source import Clause
from jiugai.policy.law import Law

_NUMBER: Final = ".decision_notice_days"


@dataclass(frozen=True, slots=True)
class Publication:
    """The last day for publishing a decision, and the text that says so."""

    days: int
    due: date
    clause: Clause


def publication(law: Law, decided: date) -> Publication | None:
    """Return the term of the place, or None where no text in force sets one.

    The day of the decision does not count (Civil Code 201).
    """
    for dated in law.numbers.values():
        if dated.id.endswith(_NUMBER) and isinstance(dated.value, int):
            return Publication(dated.value, decided + timedelta(days=dated.value), dated.clause)
    return None
