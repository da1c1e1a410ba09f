"""Minutes as they are frozen: everything of a meeting as plain values, and their digest."""

import hashlib
import json
from typing import Any

from jiugai.apps.conference.models import Item, Meeting, Seat


def minutes_of(meeting: Meeting) -> dict[str, Any]:
    """Return all that the minutes of a meeting say, as JSON holds it."""
    seats = Seat.objects.filter(pk__in=meeting.present).select_related("organisation", "person")
    items = meeting.items.prefetch_related(
        "papers", "assignments__owner", "assignments__partners__organisation"
    )
    return {
        "title": meeting.title,
        "division": meeting.division,
        "day": meeting.day.isoformat(),
        "at": meeting.at.strftime("%H:%M") if meeting.at else "",
        "place": meeting.place,
        "chair": meeting.chair,
        "present": [_seat(one) for one in seats.order_by("id")],
        "guests": meeting.guests,
        "items": [_item(number, one) for number, one in enumerate(items, 1)],
    }


def _seat(seat: Seat) -> dict[str, str]:
    return {
        "organisation": str(seat.organisation),
        "part": seat.part,
        "speaker": seat.speaker,
    }


def _item(number: int, item: Item) -> dict[str, Any]:
    votes = None
    if item.votes_for is not None:
        votes = [item.votes_for, item.votes_against, item.votes_abstained]
    return {
        "number": number,
        "kind": item.kind,
        "subject": item.subject,
        "title": item.title,
        "brief": item.brief,
        "outcome": item.outcome,
        "decision": item.decision,
        "votes": votes,
        "result": item.result,
        "papers": [[one.title, one.sha256] for one in item.papers.all()],
        "assignments": [
            {
                "words": one.words,
                "owner": str(one.owner),
                "partners": [str(partner) for partner in one.partners.all()],
                "due_on": one.due_on.isoformat(),
            }
            for one in item.assignments.order_by("id")
        ],
    }


def digest_of(minutes: dict[str, Any]) -> str:
    """Return the digest of minutes: SHA-256 of their JSON with sorted keys in UTF-8."""
    text = json.dumps(minutes, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def is_as_signed(meeting: Meeting) -> bool:
    """Return whether kept minutes still have the digest under which they were signed."""
    return bool(meeting.minutes) and digest_of(meeting.minutes) == meeting.digest
