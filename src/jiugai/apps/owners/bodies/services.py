"""What happens to owners' bodies: formed, filed, seats taken and left, ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.owners.bodies.checks import COMPOSED
from jiugai.apps.owners.bodies.deadlines import next_due
from jiugai.apps.owners.bodies.facts import days_of, facts_of, serving
from jiugai.apps.owners.bodies.forming import refuse_forming, said_fields
from jiugai.apps.owners.bodies.standing import standing_of
from jiugai.apps.owners.models import BodyStep, OwnersBody, Post, Seat, Side, Verb
from jiugai.apps.owners.ruled import Where, cited, clause_text, refuse_unmet
from jiugai.apps.owners.supplying import supply
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.services.documents import add_document
from jiugai.kernel.errors import Refusal

Kind = OwnersBody.Kind
#: What a person can write down of a kind of body, in the order in which it happens.
STEPS: Mapping[str, tuple[Verb, ...]] = {
    Kind.GROUP: (Verb.APPLIED, Verb.LEADER_NAMED, Verb.LISTED, Verb.MATTERS, Verb.FIRST_MEETING),
    Kind.COMMITTEE: (
        Verb.FIRST_SESSION,
        Verb.CHAIR_CHOSEN,
        Verb.LISTED,
        Verb.FILING,
        Verb.FILED,
        Verb.CHANGE_FILED,
        Verb.REPORTED,
    ),
    Kind.RENEWAL: (Verb.LISTED, Verb.MATTERS, Verb.FIRST_MEETING),
    Kind.COUNCIL: (Verb.LISTED, Verb.FILING, Verb.FILED, Verb.CHANGE_FILED),
    Kind.DELIBERATION: (Verb.LISTED,),
}
#: These come before the body is there.
_BEFORE = (Verb.APPLIED, Verb.LEADER_NAMED)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody writes down of a step: the day, words, a file, the number of a filing."""

    day: date
    words: str = ""
    file: File[Any] | None = None
    number: str = ""


@transaction.atomic
def form(
    *,
    estate: Estate,
    said: Mapping[str, Any],
    by: Person,
    on: date,
    file: File[Any] | None = None,
) -> OwnersBody:
    """Write down that a body was formed; a former one of its kind ends where it is renewed.

    Raises Refusal if the estate has such a body already, or the law of the day does not let it be.
    """
    locked = Estate.objects.select_for_update(of=("self",)).get(pk=estate.pk)
    body = OwnersBody(estate=locked, division=locked.division, **said_fields(said))
    former = refuse_forming(body, on=on)
    if former is not None:
        _end(former, OwnersBody.End.RENEWED, Said(body.formed_on), by=by, on=on)
    body.save()
    _step(body, Verb.FORMED, Said(body.formed_on, said.get("words", ""), file), by)
    _follow(body, by=by, on=on)
    record(Action.BODY_FORMED, body, by=by, kind=body.kind, estate=locked.pk, size=body.size)
    return body


@transaction.atomic
def seat(*, pk: int, name: str, post: str, side: str, since: date, by: Person, on: date) -> Seat:
    """Write down that somebody sits on a body.

    Raises Refusal if the body has ended, is full, or has a chair already.
    """
    body = _running(pk)
    _refuse_day(body, since, on)
    _refuse_seat(body, post, side, since)
    found = Seat.objects.create(
        body=body, division=body.division, name=name.strip(), post=post, side=side, since=since
    )
    _step(body, Verb.SEATED, Said(since, str(found)), by)
    _follow(body, by=by, on=on)
    record(Action.SEAT_FILLED, body, by=by, post=post, side=side)
    return found


@transaction.atomic
def unseat(*, pk: int, why: str, until: date, by: Person, on: date) -> Seat:
    """Write down that somebody left a body.

    Raises Refusal if they had left before, or the day is wrong.
    """
    found = Seat.objects.select_for_update(of=("self",)).get(pk=pk)
    body = _running(found.body_id)
    if found.until is not None:
        raise Refusal(_("{name} 已于 {on} 离任。").format(name=found.name, on=found.until))
    if until > on or until < found.since:
        raise Refusal(_("离任日期应在就任日期与今天之间。"))
    found.until, found.why = until, why
    found.save(update_fields=["until", "why"])
    words = _("{seat}：{why}").format(seat=found, why=found.get_why_display())
    _step(body, Verb.LEFT, Said(until, words), by)
    _follow(body, by=by, on=on)
    record(Action.SEAT_VACATED, body, by=by, post=found.post, why=why)
    return found


@transaction.atomic
def write_step(*, pk: int, verb: str, said: Said, by: Person, on: date) -> BodyStep:
    """Write down a step of a body; one that was wrong is followed by the right one.

    Raises Refusal if the step is not one of its kind, comes too early, or the body is not
    composed as the law asks when it is filed.
    """
    body = _running(pk)
    if verb not in STEPS[body.kind]:
        raise Refusal(_("{kind}没有这一步。").format(kind=body.get_kind_display()))
    if said.day > on or (verb not in _BEFORE and said.day < body.formed_on):
        raise Refusal(_("日期应在成立日与今天之间。"))
    days = days_of(body)
    if verb in (Verb.FILING, Verb.FILED):
        _refuse_filing(body, verb, said, days)
    step = _step(body, Verb(verb), said, by)
    if verb == Verb.FILED:
        _file(body, said, by=by, on=on)
    _follow(body, by=by, on=on)
    record(Action.BODY_STEP, body, by=by, verb=verb, day=said.day.isoformat())
    return step


@transaction.atomic
def end(*, pk: int, why: str, said: Said, by: Person, on: date) -> OwnersBody:
    """Write down that a body ended; raises Refusal if it had, or the day is wrong."""
    body = _running(pk)
    _refuse_day(body, said.day, on)
    _end(body, OwnersBody.End(why), said, by=by, on=on)
    _follow(body, by=by, on=on)
    record(Action.BODY_ENDED, body, by=by, why=why, reason=said.words)
    return body


def _running(pk: int) -> OwnersBody:
    estate = OwnersBody.objects.values_list("estate", flat=True).get(pk=pk)
    # The estate first, as `form` does it, so that two who write never wait for each other.
    Estate.objects.select_for_update(of=("self",)).get(pk=estate)
    body = OwnersBody.objects.select_for_update(of=("self",)).select_related("estate").get(pk=pk)
    if body.ended_on is not None:
        raise Refusal(_("{body} 已于 {on} 结束，不能再改。").format(body=body, on=body.ended_on))
    return body


def _refuse_day(body: OwnersBody, day: date, on: date) -> None:
    if not body.formed_on <= day <= on:
        raise Refusal(_("日期应在成立日与今天之间。"))


def _refuse_seat(body: OwnersBody, post: str, side: str, since: date) -> None:
    where: Where = {"division": body.division, "day": since}
    now = serving(body, since)
    same = [one for one in now if one.post == post]
    if post == Post.CHAIR and same:
        raise Refusal(_("已有主任（组长）{name}，请先登记其离任。").format(name=same[0].name))
    if post == Post.SUBSTITUTE and len(same) >= body.size:
        raise Refusal(
            _("候补委员不能多于委员{cited}。").format(cited=cited("bpm", "39①", **where))
        )
    members = [one for one in now if one.post != Post.SUBSTITUTE]
    if post != Post.SUBSTITUTE and len(members) >= body.size:
        raise Refusal(_("已有 {n} 人，席位已满；请先登记离任。").format(n=len(members)))
    if body.kind == Kind.COMMITTEE and side != Side.OWNER:
        raise Refusal(
            _("业主委员会委员应当是本区域的业主{cited}。").format(
                cited=cited("bpm", "39②", **where)
            )
        )


def _refuse_filing(body: OwnersBody, verb: str, said: Said, days: Mapping[str, date]) -> None:
    facts = facts_of(body, on=said.day)
    members = [one for one in serving(body, said.day) if one.post != Post.SUBSTITUTE]
    if len(members) != body.size:
        raise Refusal(
            _("名单里有 {n} 人，应为 {size} 人；请先补全名单再备案。").format(
                n=len(members), size=body.size
            )
        )
    refuse_unmet(COMPOSED[body.kind], facts, division=body.division, day=said.day)
    if verb == Verb.FILED and Verb.FILING not in days:
        raise Refusal(_("先登记申请备案，再登记予以备案。"))
    if verb == Verb.FILED and said.day < days[Verb.FILING]:
        raise Refusal(_("备案日期早于申请日期，请核对。"))
    if verb == Verb.FILED and not said.number.strip():
        raise Refusal(_("请填写备案证明的编号。"))


def _file(body: OwnersBody, said: Said, *, by: Person, on: date) -> None:
    body.filed_on, body.filing_number = said.day, said.number.strip()
    body.save(update_fields=["filed_on", "filing_number"])
    others = OwnersBody.objects.filter(estate=body.estate, ended_on=None)
    for group in others.filter(kind__in=(Kind.GROUP, Kind.RENEWAL)):
        _end(group, OwnersBody.End.DONE, Said(said.day, str(body)), by=by, on=on)


def _end(body: OwnersBody, why: OwnersBody.End, said: Said, *, by: Person, on: date) -> None:
    body.ended_on, body.end = max(said.day, body.formed_on), why
    body.due_verb, body.due_on, body.due_clause = "", None, ""
    body.save(update_fields=["ended_on", "end", "due_verb", "due_on", "due_clause"])
    words = said.words or str(why.label)
    _step(body, Verb.ENDED, Said(said.day, words, said.file), by)
    for one in serving(body, said.day):
        one.until, one.why = max(said.day, one.since), Seat.Why.TERM
        one.save(update_fields=["until", "why"])


def _step(body: OwnersBody, verb: Verb, said: Said, by: Person) -> BodyStep:
    document = None
    if said.file is not None:
        title = f"{body} {verb.label}"
        document = add_document(estate=body.estate, file=said.file, title=title, by=by)
    return BodyStep.objects.create(
        body=body,
        division=body.division,
        verb=verb,
        on=said.day,
        words=said.words.strip()[:300],
        document=document,
        by=by,
    )


def _follow(body: OwnersBody, *, by: Person, on: date) -> None:
    """Say what is due next for every body of the estate, and what the register knows of it."""
    for one in OwnersBody.objects.filter(estate=body.estate, ended_on=None):
        due = next_due(one)
        one.due_verb = due.verb if due else ""
        one.due_on = due.on if due else None
        one.due_clause = clause_text(due.clause) if due else ""
        one.save(update_fields=["due_verb", "due_on", "due_clause"])
    standing = standing_of(body.estate)
    supply(body.estate, {"owners_body": standing.fact}, words=standing.words, by=by, on=on)
    body.refresh_from_db()
