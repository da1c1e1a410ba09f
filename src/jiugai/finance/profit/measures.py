"""Present value, internal rates of return, payback: exact on whole cents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from jiugai.finance.profit.roots import positive_roots


@dataclass(frozen=True, slots=True)
class Rates:
    """The internal rates of return above -100 %, from the lowest: none, one or several."""

    found: tuple[Fraction, ...]

    @property
    def single(self) -> Fraction | None:
        """Return the rate where there is exactly one."""
        return self.found[0] if len(self.found) == 1 else None


def present_value(flows: Sequence[int], rate: Fraction) -> Fraction:
    """Return the value, in cents of the first year, of flows a year apart."""
    value, factor = Fraction(0), 1 / (1 + rate)
    for flow in reversed(flows):
        value = value * factor + flow
    return value


def internal_rates(flows: Sequence[int]) -> Rates:
    """Return every rate at which flows are worth nothing, to ten digits."""
    return Rates(tuple(sorted(1 / root - 1 for root in positive_roots(flows))))


def payback(flows: Sequence[int | Fraction]) -> Fraction | None:
    """Return after how many years the flows so far are, and stay, 0 or more; None if never.

    Counted from the first year's end; within a year money is taken to come evenly.
    """
    total: Fraction = Fraction(0)
    found: Fraction | None = None
    for at, flow in enumerate(flows):
        before, total = total, total + flow
        if total < 0:
            found = None
        elif found is None:
            found = Fraction(at) if before >= 0 else at - 1 + (-before) / flow
    return found


def discounted(flows: Sequence[int], rate: Fraction) -> list[Fraction]:
    """Return what each flow is worth in the first year."""
    return [flow / (1 + rate) ** at for at, flow in enumerate(flows)]
