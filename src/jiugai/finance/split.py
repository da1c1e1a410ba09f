"""Whole cents that add up exactly, by largest remainders."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor, lcm

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _

Exact = Fraction | int


def in_whole_cents(parts: Sequence[Exact]) -> list[int]:
    """Return exact parts, whose sum is whole, in whole cents with the same sum.

    A cent that cutting off leaves over goes to the largest remainder; of equal remainders the
    earlier part has it, so that the caller's order is the rule for ties.
    """
    found = [floor(part) for part in parts]
    left = sum(parts) - sum(found)
    by_remainder = sorted(range(len(parts)), key=lambda at: (found[at] - parts[at], at))
    for at in by_remainder[: int(left)]:
        found[at] += 1
    return found


def split(total: int, weights: Sequence[Exact]) -> list[int]:
    """Return `total` in whole cents by weights of 0 and more; nobody of more weight gets less.

    Raises UsageError if no weight is above 0 although there is something to split.
    """
    # Whole numbers in the same proportion: thousands of households are shared at once.
    scale = lcm(*(weight.denominator for weight in weights))
    sizes = [weight.numerator * (scale // weight.denominator) for weight in weights]
    whole = sum(sizes)
    if whole <= 0:
        if total:
            raise UsageError(_("分摊的权数之和为零，无法分摊；请核对面积、户数或楼层系数。"))
        return [0] * len(sizes)
    found = [total * size // whole for size in sizes]
    rests = [total * size % whole for size in sizes]
    for at in sorted(range(len(sizes)), key=lambda at: (-rests[at], at))[: total - sum(found)]:
        found[at] += 1
    return found


def nearest_cent(amount: Exact) -> int:
    """Return the nearest whole cent; halves go away from zero, as banks do."""
    doubled = 2 * Fraction(amount)
    size = floor((abs(doubled) + 1) / 2)
    return size if amount >= 0 else -size
