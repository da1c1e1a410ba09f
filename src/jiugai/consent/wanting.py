"""What would have brought an item in: how many more approvals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import partial

from jiugai.consent.choosing import Ballot, Election, Outcome, Way, choose_by_approvals
from jiugai.consent.equal_shares import choose_by_shares

Rule = Callable[[Election], Outcome]


def rule_of(way: Way, *, step: Fraction | None = None) -> Rule:
    """Return the rule that chooses in a way."""
    if way is Way.APPROVALS:
        return choose_by_approvals
    return partial(choose_by_shares, step=step)


def more_approvals(election: Election, name: str, rule: Rule) -> int | None:
    """Return how many more of those who took part would have had to approve an item.

    Found by halving and counted again each time: with so many it is in, with one fewer it is
    not. Those whose ballots name the fewest items are taken first. None if all are not enough.
    """
    others = _without(election, name)
    high = sum(count for _ballot, count in others)
    if not high or name not in rule(_approved(election, name, high)).names:
        return None
    low = 0
    while high - low > 1:
        middle = (low + high) // 2
        is_in = name in rule(_approved(election, name, middle)).names
        low, high = (low, middle) if is_in else (middle, high)
    return high


def _without(election: Election, name: str) -> list[tuple[Ballot, int]]:
    found = [(one, count) for one, count in election.ballots.items() if name not in one]
    return sorted(found, key=lambda pair: (len(pair[0]), sorted(pair[0])))


def _approved(election: Election, name: str, more: int) -> Election:
    """Return the election in which so many more approve an item."""
    ballots = dict(election.ballots)
    for ballot, count in _without(election, name):
        moved = min(count, more)
        more -= moved
        ballots[ballot] -= moved
        with_it = ballot | {name}
        ballots[with_it] = ballots.get(with_it, 0) + moved
        if not ballots[ballot]:
            del ballots[ballot]
    return replace(election, ballots=ballots)
