"""Cast a ballot: a new row and a line of the record in one transaction, never a change."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Final

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.canon import moment
from jiugai.apps.audit.services import record
from jiugai.apps.participation.models import Ballot, Channel, Mark, PaperEntry, RollFlat, Vote
from jiugai.apps.participation.votes.receipts import leaf_of, new_receipt
from jiugai.apps.registry.law import law_for
from jiugai.kernel.errors import Refusal

#: Advisory locks: voters share the first, counting takes it alone; one flat votes at a time.
VOTE_LOCK: Final = 7201
FLAT_LOCK: Final = 7202


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
    _lock(flat)
    vote = Vote.objects.get(pk=flat.vote_id)
    _refuse_online(vote, channel)
    _refuse_out_of_time(vote, at)
    former = Ballot.objects.filter(flat=flat).order_by("-sequence").first()
    if former is not None:
        if _is_sent_again(former, mark, channel):
            return former
        _refuse_correction(vote, former, at)
    with transaction.atomic(savepoint=False):  # nothing is refused from here on
        ballot = _kept(vote, flat, mark, channel, at, paper, former)
        record(Action.BALLOT_CAST, ballot, by=by, leaf=leaf(ballot), vote=vote.pk)
    return ballot


def _kept(
    vote: Vote,
    flat: RollFlat,
    mark: Mark,
    channel: Channel,
    at: datetime,
    paper: PaperEntry | None,
    former: Ballot | None,
) -> Ballot:
    return Ballot.objects.create(
        vote=vote,
        division=flat.division,
        flat=flat,
        household_id=flat.household_id,
        sequence=former.sequence + 1 if former else 1,
        revokes=former,
        mark=mark,
        channel=channel,
        at=at,
        paper=paper,
        receipt=new_receipt(),
        nonce=secrets.token_hex(16),
    )


def _is_sent_again(former: Ballot, mark: Mark, channel: Channel) -> bool:
    """Return whether a form came twice: a second press or a replay changes nothing."""
    return former.mark == mark and former.channel == channel == Channel.ONLINE


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


def _lock(flat: RollFlat) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock_shared(%s, %s), pg_advisory_xact_lock(%s, %s)",
            [VOTE_LOCK, flat.vote_id, FLAT_LOCK, flat.pk % (1 << 31)],
        )


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
