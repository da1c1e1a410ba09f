"""What each region is due of the central money for a year (cfund 8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import N_, _
from jiugai.kernel.money import Cents

if TYPE_CHECKING:
    from jiugai.policy.law import Law

FACTORS: Final = {
    "area": N_("改造面积"),
    "households": N_("改造户数"),
    "buildings": N_("改造楼栋数"),
    "estates": N_("改造小区个数"),
    "performance": N_("绩效评价结果"),
}


@dataclass(frozen=True, slots=True)
class Region:
    """A region's tasks of the year; `difficulty` is its fiscal difficulty coefficient.

    `performance` is the appraisal score, not weighted by difficulty in the formula.
    """

    name: str
    difficulty: Decimal
    area_m2: Decimal
    households: int
    buildings: int
    estates: int
    performance: Decimal = Decimal(0)


def allocate(regions: Sequence[Region], total: Cents, *, law: Law) -> dict[str, Cents]:
    """Return each region's part of `total` in whole cents, which add up exactly.

    Cents that the division leaves over go to the largest remainders, in order of name.
    Raises UsageError if a weighted factor is zero everywhere or negative somewhere.
    """
    parts = {region.name: Fraction(0) for region in regions}
    for factor, weight in _weights(law).items():
        if not weight:
            continue
        amounts = {region.name: _amount(region, factor) for region in regions}
        whole = sum(amounts.values())
        if not whole or min(amounts.values()) < 0:
            raise UsageError(
                _("各地区“{factor}”之和为零或有负数，无法分配；请核对。").format(
                    factor=_(FACTORS[factor])
                )
            )
        for name, amount in amounts.items():
            parts[name] += weight * amount / whole
    return whole_cents(parts, total)


def whole_cents(parts: dict[str, Fraction], total: Cents) -> dict[str, Cents]:
    """Split `total` by parts that add up to 1, by largest remainders."""
    exact = {name: part * total for name, part in parts.items()}
    found = {name: amount.numerator // amount.denominator for name, amount in exact.items()}
    left = total - sum(found.values())
    by_remainder = sorted(exact, key=lambda name: (found[name] - exact[name], name))
    for name in by_remainder[:left]:
        found[name] += 1
    return {name: Cents(amount) for name, amount in found.items()}


def _weights(law: Law) -> dict[str, Fraction]:
    return {f: Fraction(law.numbers[f"cfund.weight_{f}"].value) for f in FACTORS}  # type: ignore[arg-type]


def _amount(region: Region, factor: str) -> Fraction:
    if factor == "performance":
        return Fraction(region.performance)
    amounts = {
        "area": Fraction(region.area_m2),
        "households": Fraction(region.households),
        "buildings": Fraction(region.buildings),
        "estates": Fraction(region.estates),
    }
    return amounts[factor] * Fraction(region.difficulty)
