"""What an opinion on a design shows: facts of the estate, with the review as their evidence."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.projects.applications.register import write_changed
from jiugai.apps.projects.gates.asked import facts_of_gate, gates_of
from jiugai.apps.projects.gates.supply import Said, supply
from jiugai.apps.projects.gates.withdraw import withdraw
from jiugai.apps.projects.models import Evidence, Opinion, Project, Review
from jiugai.apps.projects.project.services import lock_estate
from jiugai.apps.registry.law import law_for
from jiugai.policy.vocabulary import Estate

PASSED: Final = "planner_passed"
REVIEWED: Final = "planner_reviewed"


def give(review: Review, opinion: Opinion, *, by: Person, on: date) -> None:
    """Let gates rest on an opinion: a design that passed was reviewed and found good.

    What no gate asks here is written into the register all the same, so that nobody is asked
    for what the system knows.
    """
    project = review.project
    passes = opinion.verdict == Opinion.Outcome.PASS
    if passes:
        for rule, facts in _asking(project, on):
            said = Said(
                kind=Evidence.Kind.RECORD,
                facts=dict.fromkeys(facts, "yes"),
                said_on=on,
                record=record_key(review),
            )
            supply(project=project, rule=rule, said=said, by=by, on=on)
    words = _("设计审查 {design}：{verdict}").format(
        design=opinion.design, verdict=opinion.get_verdict_display()
    )
    known = {REVIEWED: True, PASSED: passes}
    write_changed(lock_estate(project.estate), known, by=by, on=on, reason=words)


def take_back(project: Project, *, by: Person, on: date) -> None:
    """Withdraw what rests on a review that is opened again; the design has not passed now."""
    found = Evidence.objects.filter(
        project=project, record=record_key(project.review), withdrawn_at=None
    )
    why = _("审查合格之后设计又有改动，重新审查")
    for one in found.order_by("id"):
        withdraw(pk=one.pk, why=why, by=by, on=on)
    write_changed(lock_estate(project.estate), {PASSED: False}, by=by, on=on, reason=why)


def record_key(review: Review) -> str:
    """Return how evidence names a review."""
    return f"review:{review.pk}"


def _asking(project: Project, on: date) -> Iterator[tuple[str, list[str]]]:
    """Yield the gates of estates that ask about the review, each fact with its first gate."""
    law = law_for(project.division, on)
    given: set[str] = set()
    for rule in gates_of(law):
        if rule.subject is not Estate:
            continue
        names = {fact.name for fact in facts_of_gate(law, rule)}
        facts = sorted((names & {PASSED, REVIEWED}) - given)
        if facts:
            given |= set(facts)
            yield rule.id, facts
