"""What a plan may not exceed: money by year and source, the basic share, yearly capacity.

A limit bounds a sum over every estate i, year t and class c of works that are done:
sum of `use[i, c]` where `when[t, c]` holds is at most `most`. All numbers are whole. A bound from
below is one from above on what is less than nothing: uses and `most` are negative then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jiugai.kernel.i18n import _, measured
from jiugai.kernel.money import CENTS_PER_WAN, in_wan, wan
from jiugai.kernel.source import Clause
from jiugai.planning.classes import BASIC, CLASSES
from jiugai.policy.conditions import Dated
from jiugai.policy.law import Law

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

ANY_YEAR: Final = -1
BASIC_SHARE: Final = "p14.basic_share_min"
TASK_UNIT: Final = "p14.task_unit"


class Kind(StrEnum):
    """What a limit is about."""

    MONEY = "money"
    SHARE = "basic_share"
    CAPACITY = "capacity"
    FIRMS = "firms"
    QUOTA = "quota"
    CHANGES = "changes"


class Unit(StrEnum):
    """What task volume is measured in; the options of the reading `p14.task_unit`."""

    AREA = "area"
    ESTATES = "estates"
    HOUSEHOLDS = "households"
    INVESTMENT = "investment"


@dataclass(frozen=True, slots=True, eq=False)
class Limit:
    """One bound: its words, what each class of each estate uses of it, and when.

    Where `at[i, c]` is a year, the works use it in that year only; ANY_YEAR, or no `at`, is every.
    `stood` is the file and the cell of the demand behind it.
    """

    kind: Kind
    year: int
    title: str
    use: Whole
    when: Flags
    most: int
    unit: str = ""
    scale: int = 1
    clause: Clause | None = None
    at: Whole | None = None
    stood: str = ""

    def amount(self, quantity: int) -> str:
        """Return a quantity of what is bounded, with its unit."""
        if self.kind is Kind.MONEY:
            return _("{wan} 万元").format(wan=wan(quantity))
        number = f"{quantity / self.scale:.6f}".rstrip("0").rstrip(".")
        return measured(number, self.unit)

    def about(self, quantity: int) -> str:
        """Return a quantity as people read it, money to a hundredth of a 万元."""
        is_money = self.kind is Kind.MONEY
        return _("{wan} 万元").format(wan=in_wan(quantity)) if is_money else self.amount(quantity)

    def uses(self, years: int) -> Whole:
        """Return what every choice [i, t, c] uses."""
        found: Whole = self.use[:, None, :] * self.when[None, :, :]
        if self.at is None:
            return found
        year = np.arange(years)[None, :, None]
        return np.where(
            (self.at[:, None, :] == ANY_YEAR) | (self.at[:, None, :] == year), found, 0
        )


@dataclass(frozen=True, slots=True)
class BasicShare:
    """The least share of basic works in the task volume of a year; by choice without a clause."""

    least: Fraction
    unit: Unit
    clause: Clause | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Sizes:
    """What the limits need of the candidates, one row each: cents per class, households, area."""

    gross: Whole
    net: Whole
    households: Whole
    area: Whole
    streets: tuple[str, ...]
    street_names: Mapping[str, str]


def basic_share(law: Law) -> BasicShare | None:
    """Return the share that the law of a place and day asks for, or None if it asks for none."""
    dated = law.numbers.get(BASIC_SHARE)
    if dated is None:
        return None
    return BasicShare(_fraction(dated), Unit(law.readings[TASK_UNIT]), dated.clause)


def _fraction(dated: Dated) -> Fraction:
    return Fraction(str(dated.value))


def share_limits(sizes: Sizes, share: BasicShare | None, years: Sequence[int]) -> list[Limit]:
    """Return, per year, that other works than basic ones are not too much of the volume."""
    if share is None:
        return []
    least, whole = share.least.numerator, share.least.denominator
    volume = _volume(sizes, share.unit)
    use = least * volume
    use[:, BASIC] = np.where(
        sizes.gross[:, BASIC] > 0, (least - whole) * volume[:, BASIC], use[:, BASIC]
    )
    return [
        Limit(
            kind=Kind.SHARE,
            year=year,
            title=_("{year} 年基础类占任务量不低于 {share}").format(
                year=year, share=f"{float(share.least):.0%}"
            ),
            use=use,
            when=in_year(t, len(years)),
            most=0,
            unit=unit_title(share.unit),
            scale=whole * (CENTS_PER_WAN if share.unit is Unit.INVESTMENT else 1),
            clause=share.clause,
        )
        for t, year in enumerate(years)
    ]


def unit_title(unit: Unit) -> str:
    """Return what people count."""
    match unit:
        case Unit.AREA:
            return _("㎡")
        case Unit.ESTATES:
            return _("个小区")
        case Unit.HOUSEHOLDS:
            return _("户")
        case Unit.INVESTMENT:
            return _("万元")


def _volume(sizes: Sizes, unit: Unit) -> Whole:
    """Return the task volume of each class of each estate.

    Investment is counted class by class; area, households and estates once per estate, with
    the basic class, which every estate in the plan has.
    """
    if unit is Unit.INVESTMENT:
        return sizes.gross.copy()
    volume = np.zeros_like(sizes.gross)
    volume[:, BASIC] = {
        Unit.AREA: sizes.area,
        Unit.HOUSEHOLDS: sizes.households,
        Unit.ESTATES: np.ones_like(sizes.households),
    }[unit]
    return volume


def in_year(t: int, years: int) -> Flags:
    """Return the mask of one year, every class."""
    when = np.zeros((years, len(CLASSES)), dtype=np.bool_)
    when[t] = True
    return when
