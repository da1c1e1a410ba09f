"""Paper ballots: two clerks type what they read, and a ballot is made where both agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.participation.models import Ballot, Channel, Mark, PaperEntry, RollFlat, Vote
from jiugai.apps.participation.votes.casting import cast
from jiugai.kernel.errors import Refusal


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a paper ballot, as one clerk reads it."""

    mark: Mark
    channel: Channel
    handed_in_at: datetime
    proxy: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """What became of an entry: the ballot if two agree, else what others read."""

    entry: PaperEntry
    ballot: Ballot | None
    others: tuple[PaperEntry, ...]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A flat whose paper ballot was read once only, or differently."""

    flat: RollFlat
    entries: tuple[PaperEntry, ...]

    @property
    def differs(self) -> bool:
        """Return whether two clerks read different things."""
        return len(self.entries) > 1


@transaction.atomic
def enter(*, flat: RollFlat, sheet: Sheet, by: Person, at: datetime) -> Typed:
    """Keep what a clerk read; make the ballot where another clerk has read the same.

    Raises Refusal if the vote is counted, a proxy has no document, or the paper was handed in
    out of time.
    """
    vote = Vote.objects.select_for_update(of=("self",), no_key=True).get(pk=flat.vote_id)
    _check(vote, sheet, at)
    entry = PaperEntry.objects.create(
        vote=vote,
        division=flat.division,
        flat=flat,
        mark=sheet.mark,
        channel=sheet.channel,
        handed_in_at=sheet.handed_in_at,
        proxy=sheet.proxy.strip()[:60] or None,
        document=sheet.document.strip(),
        by=by,
        at=at,
    )
    record(Action.PAPER_ENTERED, entry, by=by, vote=vote.pk, flat=flat.number)
    others = tuple(one for one in latest_of(flat) if one.by_id != by.pk)
    twin = next((one for one in others if is_same(one, entry)), None)
    ballot = None
    if twin is not None:
        ballot = cast(
            flat=flat,
            mark=sheet.mark,
            channel=sheet.channel,
            by=by,
            at=sheet.handed_in_at,
            paper=entry,
        )
    return Typed(entry, ballot, others)


def _check(vote: Vote, sheet: Sheet, at: datetime) -> None:
    if vote.state != Vote.State.OPEN:
        raise Refusal(_("这次表决不在表决中，不能录入纸质票。"))
    if sheet.handed_in_at > at:
        raise Refusal(_("交票时间不能晚于现在。"))
    if not vote.takes_ballots(sheet.handed_in_at):
        raise Refusal(_("交票时间不在表决期限内，这张票不计；请核对票上的时间。"))
    if sheet.proxy.strip() and not sheet.document.strip():
        raise Refusal(_("由代理人表决的须有委托书；请填委托书编号。"))


def is_same(one: PaperEntry, other: PaperEntry) -> bool:
    """Return whether two clerks read the same ballot."""
    return (one.mark, one.channel, one.handed_in_at, one.document, _opened(one)) == (
        other.mark,
        other.channel,
        other.handed_in_at,
        other.document,
        _opened(other),
    )


def _opened(entry: PaperEntry) -> str:
    proxy = entry.proxy
    return getattr(proxy, "opened", None) or str(proxy or "")


def latest_of(flat: RollFlat) -> list[PaperEntry]:
    """Return what each clerk read last on the paper of a flat, since its last paper ballot."""
    found = _waiting(PaperEntry.objects.filter(flat=flat), Ballot.objects.filter(flat=flat))
    return found.get(flat.pk, [])


def open_mismatches(vote: Vote) -> list[Mismatch]:
    """Return the flats whose paper ballot waits for a second reading, differing ones first."""
    found = _waiting(PaperEntry.objects.filter(vote=vote), Ballot.objects.filter(vote=vote))
    waiting = [Mismatch(entries[0].flat, tuple(entries)) for entries in found.values()]
    return sorted(waiting, key=lambda one: (not one.differs, one.flat.number))


def _waiting(
    entries: QuerySet[PaperEntry], ballots: QuerySet[Ballot]
) -> dict[int, list[PaperEntry]]:
    """Return by flat what each clerk read last since the last ballot that was made of it."""
    made = dict(
        ballots.filter(paper__isnull=False)
        .values_list("flat")
        .annotate(last=Max("paper_id"))
        .values_list("flat", "last")
    )
    latest: dict[int, dict[int, PaperEntry]] = {}
    for one in entries.select_related("by", "flat").order_by("id"):
        if one.pk > made.get(one.flat_id, 0):
            latest.setdefault(one.flat_id, {})[one.by_id] = one
    return {flat: list(by.values()) for flat, by in latest.items()}
