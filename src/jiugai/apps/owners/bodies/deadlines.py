"""What has to happen next to a body, until when, and which clause says so."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from jiugai.apps.owners.bodies.facts import changed_on, days_of
from jiugai.apps.owners.models import OwnersBody, Verb
from jiugai.apps.owners.ruled import number_on
from jiugai.apps.registry.workdays import after_working_days, own_days
from jiugai.kernel.source import Clause
from jiugai.kernel.span import add_months

Kind = OwnersBody.Kind


@dataclass(frozen=True, slots=True)
class Due:
    """Something that has to happen by a day."""

    verb: Verb
    on: date
    clause: Clause


@dataclass(frozen=True, slots=True)
class _Term:
    """A term that runs from one step to another; the first number that a place has counts."""

    verb: Verb
    since: Verb
    numbers: tuple[str, ...]
    working: bool = False


TERMS: Final[dict[str, tuple[_Term, ...]]] = {
    Kind.GROUP: (
        _Term(Verb.LEADER_NAMED, Verb.APPLIED, ("bpm.application_days",)),
        _Term(Verb.LISTED, Verb.FORMED, ("bpm.group_notice_days",)),
        _Term(
            Verb.FIRST_MEETING, Verb.FORMED, ("bpm.first_meeting_days", "hnpm.first_meeting_days")
        ),
    ),
    Kind.COMMITTEE: (
        _Term(Verb.FIRST_SESSION, Verb.FORMED, ("bpm.first_session_days",)),
        _Term(Verb.LISTED, Verb.CHAIR_CHOSEN, ("bpm.chair_notice_days",)),
        _Term(Verb.FILING, Verb.FORMED, ("bpm.committee_filing_days", "hnpm.filing_days")),
        _Term(Verb.FILED, Verb.FILING, ("bpm.filing_working_days",), working=True),
    ),
    Kind.COUNCIL: (_Term(Verb.FILED, Verb.FILING, ("bpm.filing_working_days",), working=True),),
}


def next_due(body: OwnersBody) -> Due | None:
    """Return what has to happen first; a body that has ended has nothing before it."""
    return min(dues_of(body), key=lambda one: one.on, default=None)


def dues_of(body: OwnersBody) -> list[Due]:
    """Return everything that has to happen by a day and has not."""
    if body.ended_on is not None:
        return []
    days = days_of(body)
    others: tuple[_Rest, ...] = (_council_filing, _change, _renewal, _council_term, _dissolution)
    found = [*_terms(body, days)]
    for one in others:
        found += one(body, days)
    return found


_Rest = Callable[[OwnersBody, Mapping[str, date]], Iterator[Due]]


def _terms(body: OwnersBody, days: Mapping[str, date]) -> Iterator[Due]:
    for term in TERMS.get(body.kind, ()):
        if term.verb in days or term.since not in days:
            continue
        yield from _after(body, term, days[term.since])


def _after(body: OwnersBody, term: _Term, start: date) -> Iterator[Due]:
    number = number_on(body.division, term.numbers, start)
    if number is None:
        return
    length = int(str(number.value))
    if term.working:
        last = after_working_days(start, length, own_days(body.division))
    else:
        last = start + timedelta(days=length)
    yield Due(term.verb, last, number.clause)


def _council_filing(body: OwnersBody, days: Mapping[str, date]) -> Iterator[Due]:
    """A council is filed only where there is an assembly (BPM 55①)."""
    if body.kind == Kind.COUNCIL and body.ground == OwnersBody.Ground.UNELECTED:
        term = _Term(Verb.FILING, Verb.FORMED, ("bpm.council_filing_days",))
        if Verb.FILING not in days:
            yield from _after(body, term, body.formed_on)


def _change(body: OwnersBody, days: Mapping[str, date]) -> Iterator[Due]:
    """A change of members after filing is filed, too (BPM 50①)."""
    changed = changed_on(body, days)
    if changed is None or days.get(Verb.CHANGE_FILED, date.min) >= changed:
        return
    term = _Term(Verb.CHANGE_FILED, Verb.SEATED, ("bpm.change_filing_days",))
    yield from _after(body, term, changed)


def _renewal(body: OwnersBody, days: Mapping[str, date]) -> Iterator[Due]:
    """A committee reports six months before its term is over (BPM 49①)."""
    if body.kind != Kind.COMMITTEE or body.term_until is None:
        return
    number = number_on(body.division, ("bpm.renewal_months",), body.term_until)
    if number is not None and Verb.REPORTED not in days:
        yield Due(
            Verb.REPORTED, add_months(body.term_until, -int(str(number.value))), number.clause
        )
    elif number is not None:
        yield Due(Verb.ENDED, body.term_until, number.clause)


def _council_term(body: OwnersBody, _days: Mapping[str, date]) -> Iterator[Due]:
    """A council whose term is over is set up anew (BPM 58)."""
    if body.kind != Kind.COUNCIL or body.term_until is None:
        return
    number = number_on(body.division, ("bpm.council_term_years",), body.formed_on)
    if number is not None:
        yield Due(Verb.ENDED, body.term_until, number.clause)


def _dissolution(body: OwnersBody, _days: Mapping[str, date]) -> Iterator[Due]:
    """A council is dissolved within thirty days after a committee was filed (BPM 59)."""
    if body.kind != Kind.COUNCIL:
        return
    heirs = OwnersBody.objects.filter(
        estate=body.estate, kind=Kind.COMMITTEE, formed_on__gte=body.formed_on
    )
    heir = heirs.exclude(filed_on=None).order_by("filed_on").first()
    if heir is not None and heir.filed_on is not None:
        term = _Term(Verb.ENDED, Verb.FILED, ("bpm.council_dissolved_days",))
        yield from _after(body, term, heir.filed_on)
