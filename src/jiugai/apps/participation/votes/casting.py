"""Cast a ballot: a new row and a line of the record in one transaction, never a change."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.message import Question, all_of
from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.quick import insert_all, made, rows_of
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.canon import moment
from jiugai.apps.audit.services import record_each
from jiugai.apps.participation.models import Ballot, Channel, Mark, PaperEntry, RollFlat, Vote
from jiugai.apps.participation.votes.receipts import leaf_of, new_receipt
from jiugai.apps.registry.law import law_for
from jiugai.kernel.errors import Refusal

#: Advisory locks: voters share the first, counting takes it alone; one flat votes at a time.
VOTE_LOCK: Final = 7201
FLAT_LOCK: Final = 7202
OF_VOTE: Final = "vote_id = %s AND household_id = ANY(%s)"
OF_FLATS_IN_ORDER: Final = """
flat_id IN (SELECT id FROM participation_rollflat WHERE vote_id = %s AND household_id = ANY(%s))
ORDER BY sequence"""
HAVE_ALONE: Final = """
SELECT pg_advisory_xact_lock(%s, flat) FROM (
  SELECT (id % 2147483648)::int AS flat FROM participation_rollflat
  WHERE vote_id = %s AND household_id = ANY(%s) ORDER BY flat) AS ordered"""


@dataclass(frozen=True, slots=True)
class Handed:
    """A ballot as a household handed it in."""

    household: int
    mark: Mark
    channel: Channel
    at: datetime
    paper: PaperEntry | None = None


def cast(
    *,
    flat: RollFlat,
    mark: Mark,
    channel: Channel,
    by: Person | None,
    at: datetime,
    paper: PaperEntry | None = None,
) -> Ballot:
    """Keep the ballot of a flat that was handed in at a moment; a former one is revoked by it.

    It belongs to the transaction of its caller, whose end gives the locks back. Voters never
    wait for one another. Raises Refusal if the vote takes no ballots at that moment or in that
    way, or if a later ballot of the flat is there already.
    """
    handed = Handed(flat.household_id, mark, channel, at, paper)
    found = cast_all(flat.vote_id, [handed], by=by)[flat.household_id]
    if isinstance(found, Refusal):
        raise found
    return found


def cast_all(
    vote: int, handed: Sequence[Handed], *, by: Person | None
) -> dict[int, Ballot | Refusal]:
    """Keep ballots of different households as `cast` does; return by household what became of it.

    One that is refused keeps none of the others out; who is not on the roll is left out.
    """
    votes, flats, formers = _locked(vote, [one.household for one in handed])
    found: dict[int, Ballot | Refusal] = {}
    new: list[Ballot] = []
    for one in handed:
        if flat := flats.get(one.household):
            ballot = _looked_at(votes[0], flat, one, formers.get(flat.pk))
            found[one.household] = ballot
            if isinstance(ballot, Ballot) and ballot.pk is None:
                new.append(ballot)
    with transaction.atomic(savepoint=False):  # nothing is refused from here on
        insert_all(new)
        lines = [(one, {"leaf": leaf(one), "vote": vote}) for one in new]
        record_each(Action.BALLOT_CAST, lines, by=by)
    return found


def _locked(
    vote: int, households: list[int]
) -> tuple[list[Vote], dict[int, RollFlat], dict[int, Ballot]]:
    """Share the vote with other voters and have the flats alone, always in the same order.

    Returns the vote if it is there, the flats by household, and the last ballot of each flat
    that has one.
    """
    _shared, _alone, votes, roll, ballots = all_of(
        Question("SELECT pg_advisory_xact_lock_shared(%s, %s)", [VOTE_LOCK, vote]),
        Question(HAVE_ALONE, [FLAT_LOCK, vote, households], often=True),
        rows_of(Vote, "id = %s", vote),
        rows_of(RollFlat, OF_VOTE, vote, households),
        rows_of(Ballot, OF_FLATS_IN_ORDER, vote, households),
    )
    flats = {one.household_id: one for one in made(RollFlat, roll)}
    formers = {one.flat_id: one for one in made(Ballot, ballots)}
    return made(Vote, votes), flats, formers


def _looked_at(
    vote: Vote, flat: RollFlat, handed: Handed, former: Ballot | None
) -> Ballot | Refusal:
    """Return the ballot to keep, the one that is there already, or why there is none."""
    try:
        _refuse_online(vote, handed.channel)
        _refuse_out_of_time(vote, handed.at)
        if former is not None:
            if _is_sent_again(former, handed):
                return former
            _refuse_correction(vote, former, handed.at)
    except Refusal as refusal:
        return refusal
    return _ballot(flat, handed, former)


def _ballot(flat: RollFlat, handed: Handed, former: Ballot | None) -> Ballot:
    return Ballot(
        vote_id=flat.vote_id,
        division=flat.division,
        flat=flat,
        household_id=flat.household_id,
        sequence=former.sequence + 1 if former else 1,
        revokes=former,
        mark=handed.mark,
        channel=handed.channel,
        at=handed.at,
        paper=handed.paper,
        receipt=new_receipt(),
        nonce=secrets.token_hex(16),
    )


def _is_sent_again(former: Ballot, handed: Handed) -> bool:
    """Return whether a form came twice: a second press or a replay changes nothing."""
    return former.mark == handed.mark and former.channel == handed.channel == Channel.ONLINE


def leaf(ballot: Ballot) -> str:
    """Return the digest that the record keeps of a ballot."""
    return leaf_of(
        vote=ballot.vote_id,
        flat=ballot.flat_id,
        sequence=ballot.sequence,
        mark=ballot.mark,
        channel=ballot.channel,
        at=moment(ballot.at),
        receipt=ballot.receipt,
        nonce=ballot.nonce,
    )


def hold_for_counting(vote: Vote) -> None:
    """Wait until ballots on their way are in; later ones wait until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [VOTE_LOCK, vote.pk])


def _refuse_online(vote: Vote, channel: Channel) -> None:
    if channel == Channel.ONLINE and not vote.is_online:
        raise Refusal(_("这次表决只收纸质票；请把票交到接待处，或者等工作人员上门。"))


def _refuse_out_of_time(vote: Vote, at: datetime) -> None:
    if vote.takes_ballots(at):
        return
    if vote.state == Vote.State.OPEN and at < vote.opens_at:
        raise Refusal(_("表决还没有开始；{at} 起可以投票。").format(at=_clock(vote.opens_at)))
    raise Refusal(
        _("表决已于 {at} 截止，这张票没有收下；结果公示后可以在这里查看。").format(
            at=_clock(vote.closes_at)
        )
    )


def _refuse_correction(vote: Vote, former: Ballot, at: datetime) -> None:
    law = law_for(vote.division, timezone.localdate(vote.opens_at))
    if law.readings["cc.repeated_ballot"] != "last":
        raise Refusal(_("这一户已经投过票；按本地规则以第一张票为准，不能更改。"))
    if former.at >= at:
        raise Refusal(
            _(
                "这一户在 {at} 投过一张更晚的票（{channel}），以后投的为准；这张票请留存备查。"
            ).format(at=_clock(former.at), channel=former.get_channel_display())
        )


def _clock(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"
