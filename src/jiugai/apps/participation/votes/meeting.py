"""What the law asks of the meeting around a vote: its channel, its notice, its publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone

from jiugai.apps.participation.models import Vote
from jiugai.apps.participation.votes.counting import law_on
from jiugai.consent.publication import Publication, publication
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.source import Clause
from jiugai.kernel.verdict import Verdict

CHANNEL: Final = "bpm.meeting.channel"
NOTICED: Final = "bpm.meeting.noticed"
PUBLISHED: Final = "bpm.meeting.published"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that the law of the place asks of the meeting, and whether it is so."""

    rule: str
    title: str
    means: str
    clause: Clause
    verdict: Verdict


def meeting_checks(vote: Vote) -> list[Check]:
    """Return what the law of the place asks of the meeting; nothing where no text speaks of it."""
    law = law_on(vote)
    opens = timezone.localdate(vote.opens_at)
    facts = {
        "online": vote.is_online,
        "city_system": vote.uses_city_system,
        "noticed_on": vote.noticed_on,
        "held_on": opens,
        "decided_on": decided_on(vote),
        "published_on": vote.published_on,
    }
    found = []
    for name in (CHANNEL, NOTICED, PUBLISHED):
        rule = law.rules.get(name)
        if rule is not None:
            verdict = law.judge(name, facts).verdict
            found.append(Check(name, say(rule.title), say(rule.means), rule.clause, verdict))
    return found


def decided_on(vote: Vote) -> date:
    """Return the day of the decision: that on which the ballots were closed."""
    return timezone.localdate(vote.closes_at)


def publication_of(vote: Vote) -> Publication | None:
    """Return until when the result must be public, and which clause says so."""
    return publication(law_on(vote), decided_on(vote))
