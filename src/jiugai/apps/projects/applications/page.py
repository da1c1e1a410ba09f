"""All that the page of an application shows in one look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jiugai.apps.projects.applications.chain import Move
from jiugai.apps.projects.applications.clauses import clause_in
from jiugai.apps.projects.applications.menu import titles_of
from jiugai.apps.projects.applications.queries import Stop, last_return, line_of, steps_of
from jiugai.apps.projects.models import Application, Attachment, Desk, Step
from jiugai.apps.registry.models import Estate
from jiugai.kernel.source import Clause
from jiugai.policy.vocabulary import Estate as EstateFacts
from jiugai.policy.vocabulary.fact import Fact


@dataclass(frozen=True, slots=True)
class ApplicationPage:
    """What is known of one application on a day."""

    line: Sequence[Stop]
    steps: Sequence[tuple[Step, Clause | None]]
    returned: Step | None
    items: Sequence[str]
    attachments: Sequence[Attachment]
    share: float | None  # of the households asked that agree
    clause: Clause | None  # of the step that comes next
    is_mine: bool
    is_draft: bool


def page_of(application: Application, moves: Sequence[Move], *, on: date) -> ApplicationPage:
    """Return everything for the page of an application."""
    steps = steps_of(application)
    onward = next((one for one in moves if one.verb in ("submit", "pass", "confirm")), None)
    return ApplicationPage(
        line=line_of(application, steps, on=on),
        steps=[(one, _clause_of(one)) for one in reversed(steps)],
        returned=last_return(application, steps),
        items=titles_of(application.items),
        attachments=list(application.attachments.select_related("document")),
        share=_share(application),
        clause=clause_in(onward, application.division, on) if onward else None,
        is_mine=onward is not None,
        is_draft=application.desk == Desk.APPLICANT,
    )


def consent_known(estate: Estate) -> list[tuple[Fact, object]]:
    """Return what the register knows of the residents' will, to be taken over by a person."""
    names = ("household_count", "consent_share")
    known = {fact.name: fact for fact in EstateFacts.facts()}
    return [(known[name], estate.facts[name]) for name in names if name in estate.facts]


def _clause_of(step: Step) -> Clause | None:
    return Clause(step.document, step.clause) if step.clause else None


def _share(application: Application) -> float | None:
    if not application.households or application.agreeing is None:
        return None
    return application.agreeing / application.households
