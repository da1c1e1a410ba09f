"""Which clauses a review of a design rests on."""

from datetime import date
from typing import Final

from jiugai.apps.projects.applications.clauses import first_in_force
from jiugai.kernel.source import Clause

#: The design is reviewed by the responsible planner before it is published.
REVIEWED: Final = (
    Clause("bj22", "三(四)①"),
    Clause("bj20", "二(一)6②"),
    Clause("p14", "附件3(八)1"),
)
#: Remarks on a design come all at once.
AT_ONCE: Final = (Clause("p14", "附件3(八)1"),)
#: The planner goes on looking after the project while it is built.
FOLLOWED: Final = (Clause("bj22", "四(一)④"), Clause("p14", "三(六)③"))


def clause_of_review(division: str, on: date) -> Clause | None:
    """Return the clause that asks for the review in a division on a day, or None."""
    return first_in_force(REVIEWED, division, on)


def clause_at_once(division: str, on: date) -> Clause | None:
    """Return the clause by which all remarks come at once, or None where none is in force."""
    return first_in_force(AT_ONCE, division, on)


def clause_of_changes(division: str, on: date) -> Clause | None:
    """Return the clause by which the planner follows what changes after passing, or None."""
    return first_in_force(FOLLOWED, division, on)
