"""Shares in exact fractions, and shown so that rounding never crosses a threshold."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from jiugai.consent.thresholds import Matter, Tally, ratios
from jiugai.kernel.source import Clause
from jiugai.policy.arithmetic import OPERATORS, compare_ratio, fraction
from jiugai.policy.conditions import Dated, Op
from jiugai.policy.law import Law
from jiugai.policy.vocabulary.fact import Fact

_HUNDREDTHS = 10_000  # of the whole: per cent with two decimals


@dataclass(frozen=True, slots=True)
class Requirement:
    """One share that a decision needs, and what there is; counts in the units of the facts."""

    part: Fact
    whole: Fact
    op: Op
    threshold: Fraction
    clause: Clause | None
    count: int
    base: int

    @property
    def met(self) -> bool:
        """Return whether the share suffices; a base of 0 never does."""
        return compare_ratio(self.count, self.base, self.op, self.threshold)

    @property
    def share(self) -> Fraction | None:
        """Return the share, or None of nothing."""
        return Fraction(self.count, self.base) if self.base else None

    @property
    def over(self) -> Fraction | None:
        """Return by how much of the base the threshold is exceeded; below 0 it is lacking."""
        return None if self.share is None else self.share - self.threshold

    @property
    def least(self) -> int:
        """Return the least count that suffices of this base."""
        exact = self.base * self.threshold
        if self.op is Op.GT:
            return exact.numerator // exact.denominator + 1
        return -(-exact.numerator // exact.denominator)

    @property
    def spare(self) -> int:
        """Return how much more there is than the least; below 0 so much is lacking."""
        return self.count - self.least

    @property
    def percent(self) -> str:
        """Return the share in per cent, rounded to the side of the threshold where it is."""
        return percent(self.share, self.op, self.threshold)


def requirements(vote: Tally, kind: Matter, law: Law) -> tuple[Requirement, ...]:
    """Return the shares that the law of the day asks for, with the counts of a vote."""
    return tuple(
        Requirement(
            part=one.part,
            whole=one.whole,
            op=one.op,
            threshold=fraction(one.other),
            clause=one.other.clause if isinstance(one.other, Dated) else None,
            count=_whole(vote[one.part.name]),
            base=_whole(vote[one.whole.name]),
        )
        for one in ratios(kind, law)
    )


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def percent(share: Fraction | None, op: Op, threshold: Fraction) -> str:
    """Return a share like 66.66 %; rounded down or up where the nearest would cross."""
    if share is None:
        return "–"
    exact = share * _HUNDREDTHS
    below = exact.numerator // exact.denominator
    nearest = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    suffices = OPERATORS[op]
    if suffices(share, threshold) and not suffices(Fraction(nearest, _HUNDREDTHS), threshold):
        nearest = below + 1
    elif not suffices(share, threshold) and suffices(Fraction(nearest, _HUNDREDTHS), threshold):
        nearest = below
    return f"{nearest // 100}.{nearest % 100:02d}%"
