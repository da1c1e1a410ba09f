"""Counts as the facts of a vote that the rules ask for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from jiugai.consent.counting import Count
from jiugai.consent.electorate import Body
from jiugai.consent.marks import Choice

#: What those who are silent can be added to.
_OPINIONS = (Choice.AGREE, Choice.OPPOSE, Choice.ABSTAIN)


@dataclass(frozen=True, slots=True)
class VoteFacts:
    """The facts of one vote; areas are counted in 1/`per` dm², so that shares stay whole.

    `followed` is the opinion that those who handed in nothing were added to, if any.
    """

    facts: dict[str, object]
    per: int
    followed: Choice | None


def vote_facts(count: Count, *, body: Body, unreturned: str) -> VoteFacts:
    """Return the facts under a reading of what becomes of ballots not handed in."""
    followed = _majority(count) if unreturned == "by_rules" else None
    area, heads = list(count.area), [Fraction(n) for n in count.heads]
    if followed is not None:
        for numbers in (area, heads):
            numbers[followed] += numbers[Choice.SILENT]
            numbers[Choice.SILENT] = Fraction(0)
    per = lcm(*(one.denominator for one in area))
    facts: dict[str, object] = {"body": body.value}
    for name, numbers, scale in (("area", area, per), ("heads", heads, 1)):
        facts |= {f"{name}_{what}": int(n * scale) for what, n in _sums(numbers).items()}
    return VoteFacts(facts, per, followed)


def _sums(numbers: list[Fraction]) -> dict[str, Fraction]:
    agreeing, opposing = numbers[Choice.AGREE], numbers[Choice.OPPOSE]
    deciding = agreeing + opposing
    return {
        "total": sum(numbers, Fraction(0)),
        "voting": deciding + numbers[Choice.ABSTAIN] + numbers[Choice.SPLIT],
        "deciding": deciding,
        "agreeing": agreeing,
        "opposing": opposing,
    }


def _majority(count: Count) -> Choice | None:
    """Return the opinion that leads by area and by heads, or None if none leads by both."""
    leads = [_leader(count.area), _leader(count.heads)]
    return leads[0] if leads[0] == leads[1] else None


def _leader(numbers: tuple[Fraction, ...] | tuple[int, ...]) -> Choice | None:
    most = max(numbers[choice] for choice in _OPINIONS)
    first = [choice for choice in _OPINIONS if numbers[choice] == most]
    return first[0] if most and len(first) == 1 else None
