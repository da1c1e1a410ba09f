"""What a property service waits for, until when, and by which clause."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils import timezone

from jiugai.apps.owners.models import PropertyService, Turn
from jiugai.apps.owners.ruled import number_on
from jiugai.apps.owners.service.turns import clause_for
from jiugai.kernel.source import Clause
from jiugai.kernel.span import add_months

State = PropertyService.State
Kind = PropertyService.Kind
FILING_DAYS: Final = ("bpm.contract_filing_days", "hnpm.contract_filing_days")
RENEWAL_MONTHS: Final = ("bpm.contract_renewal_months", "hnpm.renewal_months")


@dataclass(frozen=True, slots=True)
class Waiting:
    """The next step; a step without a day can be taken any time."""

    turn: Turn
    on: date | None
    clause: Clause | None


def waiting_of(service: PropertyService) -> Waiting | None:
    """Return what a service waits for, or None."""
    match State(service.state):
        case State.RUNNING:
            return _running(service)
        case State.VOTING:
            closes = timezone.localdate(service.vote.closes_at) if service.vote else None
            return Waiting(Turn.CARRIED, closes, clause_for(service, Turn.CARRIED))
        case State.CARRIED:
            return Waiting(Turn.SIGNED, None, clause_for(service, Turn.SIGNED))
        case State.HIRED:
            return _filing(service) or _renewal(service)
        case State.ENDED:
            return None


def _running(service: PropertyService) -> Waiting | None:
    if service.kind == Kind.EMERGENCY and service.posted_on is None:
        return Waiting(Turn.POSTED, service.since, clause_for(service, Turn.POSTED))
    if service.kind in (Kind.TRIAL, Kind.EMERGENCY):
        return Waiting(Turn.VOTE_CALLED, service.until, clause_for(service, Turn.VOTE_CALLED))
    return None


def _filing(service: PropertyService) -> Waiting | None:
    if service.signed_on is None or service.filed_on is not None:
        return None
    number = number_on(service.division, FILING_DAYS, service.signed_on)
    if number is None:
        return None
    last = service.signed_on + timedelta(days=int(str(number.value)))
    return Waiting(Turn.FILED, last, number.clause)


def _renewal(service: PropertyService) -> Waiting | None:
    if service.contract_until is None:
        return None
    number = number_on(service.division, RENEWAL_MONTHS, service.signed_on or service.since)
    if number is None:
        return None
    last = add_months(service.contract_until, -int(str(number.value)))
    return Waiting(Turn.ENDED, last, number.clause)
