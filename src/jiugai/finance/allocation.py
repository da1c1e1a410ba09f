"""What each region is due of the central money for a year (cfund 8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from jiugai.finance.grants import regions as grants
from jiugai.finance.grants.allotment import allot
from jiugai.finance.grants.formula import CENTRAL_FACTORS, central_formula
from jiugai.kernel.money import Cents

if TYPE_CHECKING:
    from jiugai.policy.law import Law


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
    Raises UsageError if a weighted factor is zero everywhere.
    """
    found = allot([_counted(region) for region in regions], total, central_formula(law))
    return {one.region.name: Cents(one.cents) for one in found.regions}


def _counted(region: Region) -> grants.Region:
    amounts = dict(
        zip(
            CENTRAL_FACTORS,
            (
                Fraction(region.area_m2),
                Fraction(region.households),
                Fraction(region.buildings),
                Fraction(region.estates),
                Fraction(region.performance),
            ),
            strict=True,
        )
    )
    return grants.Region(region.name, Fraction(region.difficulty), amounts)
