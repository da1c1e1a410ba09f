"""Recount a vote from its ledger, and name everything that is not as it was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from django.db.models import Count
from django.utils.translation import gettext as _

from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.models import Line
from jiugai.apps.audit.proof import inclusion_of
from jiugai.apps.participation.models import Ballot, FrozenRoll, RollFlat, Vote, VoteResult
from jiugai.apps.participation.votes.casting import leaf
from jiugai.apps.participation.votes.counting import counted, standing_of
from jiugai.consent.marks import Choice
from jiugai.consent.result import Outcome
from jiugai.kernel.errors import JiugaiError

BALLOT: Final = "participation.ballot"
NAMED: Final = 100


@dataclass(slots=True)
class Verified:
    """What a recount found."""

    vote: Vote
    ballots: int = 0
    lines: int = 0
    found: int = 0
    problems: list[str] = field(default_factory=list)
    outcomes: tuple[Outcome, ...] = ()

    def add(self, problem: str) -> None:
        """Keep a problem, or count it where there are too many to name."""
        self.found += 1
        if len(self.problems) < NAMED:
            self.problems.append(problem)


def verify_vote(vote: Vote) -> Verified:
    """Return what the ledger of a vote says: each ballot against the record, and the recount."""
    proof = Verified(vote)
    for check in (_roll, _ballots, _corrections, _count):
        try:
            for problem in check(vote, proof):
                proof.add(problem)
        except JiugaiError as error:
            proof.add(str(error))
    return proof


def _roll(vote: Vote, _proof: Verified) -> Iterator[str]:
    frozen = FrozenRoll.objects.filter(vote=vote).first()
    opened = Line.objects.filter(
        action=Action.VOTE_OPENED, subject="participation.vote", subject_id=str(vote.pk)
    ).first()
    if frozen is None or opened is None or opened.detail.get("roll") != frozen.sha256:
        yield _("名册与开始表决时记录的不一致")
    elif RollFlat.objects.filter(vote=vote).count() != frozen.flats:
        yield _("名册的户数与开始表决时不一致")


def _ballots(vote: Vote, proof: Verified) -> Iterator[str]:
    """Compare each ballot with its line of the record; neither may be without the other."""
    said = Line.objects.filter(action=Action.BALLOT_CAST, subject=BALLOT, detail__vote=vote.pk)
    lines = {int(key): d.get("leaf") for key, d in said.values_list("subject_id", "detail")}
    proof.lines = len(lines)
    for ballot in Ballot.objects.filter(vote=vote).order_by("id").iterator(2000):
        proof.ballots += 1
        kept = lines.pop(ballot.pk, None)
        if kept is None:
            yield _("票 {receipt} 没有记录，不是经表决收下的").format(receipt=ballot.receipt)
        elif kept != leaf(ballot):
            yield _("票 {receipt} 与收下时不一致").format(receipt=ballot.receipt)
    for missing in sorted(lines):
        yield _("第 {n} 号票已被删除，记录里还有它").format(n=missing)


def _corrections(vote: Vote, _proof: Verified) -> Iterator[str]:
    """Each flat has one chain of ballots, all of them on its own line of the roll."""
    ballots = Ballot.objects.filter(vote=vote)
    strange = ballots.exclude(flat__vote=vote).count()
    if strange:
        yield _("{n} 张票的户不在这次表决的名册上").format(n=strange)
    first = ballots.filter(revokes=None).values("flat").annotate(n=Count("id")).filter(n__gt=1)
    for one in first:
        yield _("名册第 {n} 户有两张互不相干的票").format(n=one["flat"])


def _count(vote: Vote, proof: Verified) -> Iterator[str]:
    """Count again, and compare with what was kept and with the live figures."""
    if not vote.has_result:
        standing_of(vote)
        return
    result = counted(vote, on=vote.counted_on or vote.closes_at.date())
    proof.outcomes = result.outcomes
    kept = VoteResult.objects.get(vote=vote).content["outcomes"]  # as it is now
    again = [_figures(one) for one in result.outcomes]
    if again != [(o["body"], o["heads"], o["carried"]) for o in kept]:
        yield _("重新计票的结果与公布的不一致")
    live = [(side.body, side.count) for side in standing_of(vote).sides]
    if live != [(one.body, one.count) for one in result.outcomes]:
        yield _("实时统计与计票结果不一致")


def _figures(one: Outcome) -> tuple[str, dict[str, int], bool]:
    return one.body, {c.name.lower(): one.count.heads[c] for c in Choice}, one.carried


def is_sealed(ballot: Ballot) -> bool:
    """Return whether the record's blocks prove that a ballot is in, just as it was cast."""
    line = Line.objects.filter(subject=BALLOT, subject_id=str(ballot.pk)).first()
    if line is None or line.detail.get("leaf") != leaf(ballot):
        return False
    proof = inclusion_of(line.pk)
    return proof is not None and proof.holds
