"""What each region gets under a formula, and which factor brings it how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from jiugai.finance.grants.formula import FACTORS, Formula
from jiugai.finance.grants.regions import Region
from jiugai.finance.split import in_whole_cents, nearest_cent
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _


@dataclass(frozen=True, slots=True)
class FactorPart:
    """A region's share of one factor, and the money that it brings."""

    counted: Fraction  # the amount times the coefficient, where the formula asks for it
    share: Fraction
    cents: int


@dataclass(frozen=True, slots=True)
class Allotted:
    """A region's money with its parts, which add up to it."""

    region: Region
    cents: int
    exact: Fraction
    parts: Mapping[str, FactorPart]

    @property
    def off(self) -> int | None:
        """Return by how much it was told more than is computed; None where nobody told."""
        return None if self.region.due is None else self.region.due - self.cents


@dataclass(frozen=True, slots=True)
class Allotment:
    """What every region gets; `award` is what the formula does not share out."""

    formula: Formula
    total: int
    award: int
    regions: tuple[Allotted, ...]

    @property
    def shared(self) -> int:
        """Return what the regions get together."""
        return sum(one.cents for one in self.regions)

    @property
    def differences(self) -> list[Allotted]:
        """Return the regions that were told another amount."""
        return [one for one in self.regions if one.off]


def allot(regions: Sequence[Region], total: int, formula: Formula) -> Allotment:
    """Return each region's part of `total` in whole cents.

    Cents left over go to the largest remainders, in order of name, unless the reading says that
    each is rounded by itself. Raises UsageError if a weighted factor is zero everywhere.
    """
    award = nearest_cent((1 - formula.tasks) * total)
    shares = {factor: _shares(regions, factor, formula) for factor in formula.factors}
    ordered = sorted(range(len(regions)), key=lambda at: regions[at].name)
    exact = [_exact(at, shares, formula) * (total - award) for at in range(len(regions))]
    cents = [0] * len(regions)
    if formula.rounding == "round_each":
        cents = [nearest_cent(one) for one in exact]
    else:
        whole = in_whole_cents([exact[at] for at in ordered])
        for at, found in zip(ordered, whole, strict=True):
            cents[at] = found
    allotted = tuple(
        Allotted(region, cents[at], exact[at], _parts(at, region, cents[at], shares, formula))
        for at, region in enumerate(regions)
    )
    return Allotment(formula, total, award, allotted)


def _shares(regions: Sequence[Region], factor: str, formula: Formula) -> list[Fraction]:
    counted = [counted_of(region, factor, formula) for region in regions]
    whole = sum(counted, Fraction(0))
    if not whole or min(counted) < 0:
        raise UsageError(
            _("各地区“{factor}”之和为零或有负数，无法分配；请核对。").format(
                factor=_(FACTORS[factor])
            )
        )
    return [one / whole for one in counted]


def counted_of(region: Region, factor: str, formula: Formula) -> Fraction:
    """Return what a factor of a region counts."""
    times = region.difficulty if factor in formula.by_difficulty else Fraction(1)
    return region.amounts[factor] * times


def _exact(at: int, shares: Mapping[str, Sequence[Fraction]], formula: Formula) -> Fraction:
    return sum((formula.weights[f] * shares[f][at] for f in formula.factors), Fraction(0))


def _parts(
    at: int,
    region: Region,
    cents: int,
    shares: Mapping[str, Sequence[Fraction]],
    formula: Formula,
) -> dict[str, FactorPart]:
    """Return how much each factor brings, in cents that add up to the region's."""
    factors = formula.factors
    whole = _exact(at, shares, formula)
    weighted = [formula.weights[f] * shares[f][at] for f in factors]
    scaled = [one * cents / whole if whole else Fraction(0) for one in weighted]
    brought = in_whole_cents(scaled)
    return {
        factor: FactorPart(counted_of(region, factor, formula), shares[factor][at], part)
        for factor, part in zip(factors, brought, strict=True)
    }
