"""A body as the rules see it: its days from its steps, its numbers from its seats."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from jiugai.apps.owners.models import BodyStep, OwnersBody, Post, Seat, Side, Verb

Kind = OwnersBody.Kind
_LEADING: Final = {Post.CHAIR, Post.DEPUTY, Post.MEMBER}
#: What a step of a kind of body is called by the rules.
DAYS: Final[dict[str, dict[str, str]]] = {
    Kind.GROUP: {
        Verb.APPLIED: "applied_on",
        Verb.LEADER_NAMED: "leader_named_on",
        Verb.FORMED: "group_formed_on",
        Verb.LISTED: "group_published_on",
        Verb.MATTERS: "matters_published_on",
        Verb.FIRST_MEETING: "first_meeting_on",
    },
    Kind.COMMITTEE: {
        Verb.FORMED: "elected_on",
        Verb.FIRST_SESSION: "first_session_on",
        Verb.CHAIR_CHOSEN: "chair_elected_on",
        Verb.LISTED: "chair_published_on",
        Verb.FILING: "filed_on",
        Verb.CHANGE_FILED: "change_filed_on",
    },
    Kind.COUNCIL: {
        Verb.FORMED: "council_formed_on",
        Verb.FILING: "filed_on",
        Verb.ENDED: "dissolved_on",
    },
}


def days_of(body: OwnersBody) -> dict[str, date]:
    """Return by verb the day that was said last."""
    steps = BodyStep.objects.filter(body=body).order_by("id").values_list("verb", "on")
    return dict(steps)


def facts_of(body: OwnersBody, *, on: date) -> dict[str, Any]:
    """Return the facts of a body on a day; what nobody knows is absent."""
    days = days_of(body)
    names = DAYS.get(body.kind, {})
    facts: dict[str, Any] = {names[verb]: day for verb, day in days.items() if verb in names}
    facts |= _numbers(body, on)
    if changed := changed_on(body, days):
        facts["changed_on"] = changed
    if body.kind == Kind.COUNCIL:
        facts |= _council(body)
    elif body.kind == Kind.COMMITTEE:
        facts |= {"assembly_formed": True, "committee_elected": True}
    return {name: value for name, value in facts.items() if value is not None}


def serving(body: OwnersBody, on: date) -> list[Seat]:
    """Return who sits on a body on a day."""
    return [one for one in body.seats.all() if one.until is None or one.until > on]


def changed_on(body: OwnersBody, days: Mapping[str, date]) -> date | None:
    """Return the day of the last change of members since filing, which is filed, too (50①)."""
    if Verb.FILING not in days:
        return None
    changes = [days[verb] for verb in (Verb.SEATED, Verb.LEFT) if verb in days]
    after = [day for day in changes if day > days[Verb.FILING]]
    return max(after) if after else None


def _numbers(body: OwnersBody, on: date) -> dict[str, Any]:
    seats = serving(body, on)
    members = [one for one in seats if one.post in _LEADING]
    owners = sum(one.side == Side.OWNER for one in members)
    leads_community = _leads(members, Post.CHAIR, Side.COMMUNITY)
    if body.kind in (Kind.GROUP, Kind.RENEWAL):
        return {
            "group_members": body.size,
            "group_owners": owners if _is_full(body, members) else None,
            "group_led_by_community": leads_community,
        }
    return {
        "members": body.size,
        "members_left": len(members) if seats else None,
        "substitutes": sum(one.post == Post.SUBSTITUTE for one in seats),
        "owner_members": owners if _is_full(body, members) else None,
        "led_by_community": leads_community,
        "deputy_is_owner": _leads(members, Post.DEPUTY, Side.OWNER),
        "household_count": body.estate.facts.get("household_count"),
        "term_until": body.term_until,
    }


def _is_full(body: OwnersBody, members: list[Seat]) -> bool:
    return len(members) >= body.size


def _leads(members: list[Seat], post: Post, side: Side) -> bool | None:
    found = [one for one in members if one.post == post]
    return any(one.side == side for one in found) if found else None


def _council(body: OwnersBody) -> dict[str, Any]:
    assembly = body.ground == OwnersBody.Ground.UNELECTED
    heir = OwnersBody.objects.filter(
        estate=body.estate, kind=Kind.COMMITTEE, formed_on__gte=body.formed_on
    ).exclude(filed_on=None)
    first = heir.order_by("filed_on").first()
    return {
        "assembly_formed": assembly if body.ground else None,
        "assembly_difficult": True if body.ground == OwnersBody.Ground.DIFFICULT else None,
        "committee_elected": False if first is None else None,
        "committee_filed_on": first.filed_on if first else None,
    }
