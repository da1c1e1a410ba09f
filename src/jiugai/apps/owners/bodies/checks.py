"""Which rules look at which kind of body, and what they say."""

from datetime import date
from typing import Final

from jiugai.apps.owners.bodies.facts import facts_of
from jiugai.apps.owners.models import OwnersBody
from jiugai.apps.owners.ruled import findings
from jiugai.policy.case import Finding

Kind = OwnersBody.Kind
#: Rules by kind; a place has those of its own texts.
RULES: Final[dict[str, tuple[str, ...]]] = {
    Kind.GROUP: (
        "bpm.body.application_checked",
        "bpm.body.group_formed",
        "bpm.body.group",
        "bpm.body.group_published",
        "bpm.body.matters_published",
        "bpm.body.first_meeting",
        "hnpm.group_in_time",
        "hnpm.meeting_in_time",
    ),
    Kind.COMMITTEE: (
        "bpm.body.committee",
        "bpm.body.committee_in_term",
        "bpm.body.first_session",
        "bpm.body.chair_published",
        "bpm.body.committee_filed",
        "bpm.body.change_filed",
        "hnpm.committee.term",
        "hnpm.committee.filing",
    ),
    Kind.RENEWAL: ("bpm.body.group",),
    Kind.COUNCIL: (
        "bpm.body.council_may",
        "bpm.body.council",
        "bpm.body.council_filed",
        "bpm.body.council_in_term",
        "bpm.body.council_dissolved",
    ),
    Kind.DELIBERATION: (),
}
#: What keeps a body from being filed (43②: 真实性、规范性 are checked).
COMPOSED: Final[dict[str, tuple[str, ...]]] = {
    Kind.GROUP: ("bpm.body.group",),
    Kind.COMMITTEE: ("bpm.body.committee",),
    Kind.RENEWAL: ("bpm.body.group",),
    Kind.COUNCIL: ("bpm.body.council",),
    Kind.DELIBERATION: (),
}
#: What keeps a body from being formed for so long.
IN_TERM: Final[dict[str, tuple[str, ...]]] = {
    Kind.COMMITTEE: ("bpm.body.committee_in_term", "hnpm.committee.term"),
}
#: Rules that say that something has to be done, where they are met.
WARNINGS: Final[dict[str, tuple[str, ...]]] = {
    Kind.COMMITTEE: ("bpm.body.renewal_due", "bpm.body.reelection_due"),
}


def checks_of(body: OwnersBody, *, on: date) -> list[Finding]:
    """Return what the rules of the place say of a body on a day."""
    facts = facts_of(body, on=on)
    return findings(RULES[body.kind], facts, division=body.division, day=on)


def warnings_of(body: OwnersBody, *, on: date) -> list[Finding]:
    """Return the rules that say that something has to be done now."""
    facts = facts_of(body, on=on)
    found = findings(WARNINGS.get(body.kind, ()), facts, division=body.division, day=on)
    return [one for one in found if one.trace.truth]
