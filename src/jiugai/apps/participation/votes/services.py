"""What can happen to a vote: prepared, opened, counted, published, cancelled."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.models import Ballot, Vote, VoteResult
from jiugai.apps.participation.votes.casting import hold_for_counting
from jiugai.apps.participation.votes.counting import counted
from jiugai.apps.participation.votes.meeting import CHANNEL, NOTICED, meeting_checks
from jiugai.apps.participation.votes.paper import open_mismatches
from jiugai.apps.participation.votes.rolls import freeze
from jiugai.apps.registry.models import Estate
from jiugai.consent.files import write_result
from jiugai.kernel.errors import Refusal
from jiugai.kernel.verdict import Verdict

#: What of a vote is said by whoever prepares it.
SAID = (
    "question", "if_yes", "if_no", "matter", "body", "building", "unit", "opens_at", "closes_at",
    "noticed_on", "is_on_works", "is_online", "uses_city_system", "area_total_dm2",
)  # fmt: skip


@transaction.atomic
def prepare(*, estate: Estate, said: Mapping[str, Any], by: Person, on: date) -> Vote:
    """Draft a vote of an estate.

    Raises Refusal if the estate is gone, or period and body do not fit.
    """
    if estate.retired_on is not None:
        raise Refusal(_("这个小区已不在册，不能组织表决。"))
    vote = Vote(estate=estate, division=estate.division, made_by=by)
    _fill(vote, said)
    vote.save()
    record(Action.VOTE_PREPARED, vote, by=by, question=vote.question, matter=vote.matter)
    return vote


@transaction.atomic
def redraft(*, pk: int, said: Mapping[str, Any], by: Person, on: date) -> Vote:
    """Change what a vote that has not opened asks; raises Refusal once it has."""
    vote = _locked(pk)
    if vote.state != Vote.State.DRAFT:
        raise Refusal(_("表决已经开始，问题和期限不能再改；要改只能取消后另行组织。"))
    _fill(vote, said)
    vote.save()
    record(Action.VOTE_REDRAFTED, vote, by=by, question=vote.question, matter=vote.matter)
    return vote


def _fill(vote: Vote, said: Mapping[str, Any]) -> None:
    for name in SAID:
        setattr(vote, name, said[name])
    if vote.closes_at <= vote.opens_at:
        raise Refusal(_("截止时间要晚于开始时间。"))
    if vote.building is not None and vote.building.estate_id != vote.estate_id:
        raise Refusal(_("这栋楼不属于本小区，请重新选择。"))
    if vote.unit is not None and vote.unit.building_id != vote.building_id:
        raise Refusal(_("这个单元不在所选的楼里，请重新选择。"))
    if vote.matter == Vote.Matter.LIFT and vote.body == Vote.Body.ESTATE:
        raise Refusal(_("加装电梯由本单元或本栋楼的业主表决；请选“每个单元各自”或“每栋楼各自”。"))


@transaction.atomic
def open_vote(*, pk: int, by: Person, at: datetime) -> Vote:
    """Freeze the roll and take ballots from the hour on that was announced.

    Raises Refusal while the roll does not add up, or where the law asks for more first.
    """
    vote = _locked(pk)
    if vote.state != Vote.State.DRAFT:
        raise Refusal(_("这次表决已经开始过了。"))
    if at >= vote.closes_at:
        raise Refusal(_("截止时间已过；请先改期限。"))
    _refuse_meeting(vote)
    frozen = freeze(vote, at=at)
    vote.state, vote.opened_by = Vote.State.OPEN, by
    vote.opened_on = timezone.localdate(at)
    vote.save(update_fields=["state", "opened_by", "opened_on"])
    record(
        Action.VOTE_OPENED,
        vote,
        by=by,
        roll=frozen.sha256,
        flats=frozen.flats,
        area_dm2=frozen.area_dm2,
    )
    return vote


def _refuse_meeting(vote: Vote) -> None:
    for check in meeting_checks(vote):
        is_asked = check.rule == CHANNEL or (
            check.rule == NOTICED and vote.body == Vote.Body.ESTATE
        )
        if is_asked and check.verdict is not Verdict.MET:
            raise Refusal(
                _("还不能开始：{what}（{clause}）。").format(what=check.means, clause=check.clause)
            )


@transaction.atomic
def count(*, pk: int, by: Person, at: datetime) -> Vote:
    """Count the ballots of a vote whose time is over; nobody can hand one in any more.

    Raises Refusal before its end, or while two clerks have read a paper ballot differently.
    """
    vote = _locked(pk)
    if vote.state != Vote.State.OPEN:
        raise Refusal(_("这次表决不在表决中，不能计票。"))
    if at <= vote.closes_at:
        raise Refusal(
            _("{at} 才截止，到时候再计票。").format(
                at=f"{timezone.localtime(vote.closes_at):%Y-%m-%d %H:%M}"
            )
        )
    hold_for_counting(vote)
    if waiting := open_mismatches(vote):
        raise Refusal(_("还有 {n} 张纸质票没有核对一致，核对后再计票。").format(n=len(waiting)))
    _keep_result(vote, at)
    vote.state, vote.counted_by = Vote.State.COUNTED, by
    vote.counted_on = timezone.localdate(at)
    vote.save(update_fields=["state", "counted_by", "counted_on"])
    record(Action.VOTE_COUNTED, vote, by=by, is_carried=vote.result.is_carried)
    return vote


def _keep_result(vote: Vote, at: datetime) -> None:
    result = counted(vote, on=timezone.localdate(at))
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_result(folder, result, {"roll": vote.frozen_roll.sha256})
        content = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        workbook = (folder / "result.xlsx").read_bytes()
    last = Ballot.objects.filter(vote=vote).aggregate(last=Max("pk"))["last"] or 0
    vote.result = VoteResult.objects.create(
        vote=vote,
        division=vote.division,
        content=content,
        workbook=workbook,
        is_carried=all(one.carried for one in result.outcomes),
        last_line=last,
        counted_at=at,
    )


@transaction.atomic
def publish(*, pk: int, by: Person, on: date) -> Vote:
    """Put the result up for every household; raises Refusal before it is counted."""
    vote = _locked(pk)
    if vote.state != Vote.State.COUNTED:
        raise Refusal(_("计票以后才能公示结果，而且只公示一次。"))
    vote.state, vote.published_by, vote.published_on = Vote.State.PUBLISHED, by, on
    vote.save(update_fields=["state", "published_by", "published_on"])
    record(Action.VOTE_PUBLISHED, vote, by=by, is_carried=vote.result.is_carried)
    return vote


@transaction.atomic
def cancel(*, pk: int, why: str, by: Person, on: date) -> Vote:
    """Give a vote up; its ballots stay. Raises Refusal without a reason or once counted."""
    vote = _locked(pk)
    if vote.state not in (Vote.State.DRAFT, Vote.State.OPEN):
        raise Refusal(_("已计票的表决不能取消。"))
    if len(why.strip()) < 4:
        raise Refusal(_("请写明取消的理由，居民会看到。"))
    vote.state, vote.cancelled_why = Vote.State.CANCELLED, why.strip()
    vote.save(update_fields=["state", "cancelled_why"])
    record(Action.VOTE_CANCELLED, vote, by=by, reason=vote.cancelled_why)
    return vote


def _locked(pk: int) -> Vote:
    # Not the key: a ballot on its way looks at the row, and must not wait for who waits for it.
    return Vote.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)
