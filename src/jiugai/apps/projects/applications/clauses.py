"""Which clause something rests on in a place."""

from collections.abc import Sequence
from datetime import date

from jiugai.apps.projects.applications.chain import Move
from jiugai.apps.registry.law import law_for
from jiugai.kernel.errors import UsageError
from jiugai.kernel.source import Clause


def clause_in(move: Move, division: str, on: date) -> Clause | None:
    """Return the clause of a move that is in force in a division on a day, or None."""
    return first_in_force(move.clauses, division, on)


def first_in_force(clauses: Sequence[Clause], division: str, on: date) -> Clause | None:
    """Return the first of some clauses whose document is in force in a division on a day."""
    try:
        law = law_for(division, on)
    except UsageError:  # a place or a day of which no document speaks
        return None
    bound = {document.id for document in law.documents}
    return next((one for one in clauses if one.document in bound), None)
