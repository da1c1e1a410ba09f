"""What is known of a project's money over the years; all amounts in whole cents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

ONE = Fraction(1)


class Repays(StrEnum):
    """How a loan is paid back."""

    ANNUITY = "annuity"  # 等额本息
    PRINCIPAL = "principal"  # 等额本金


@dataclass(frozen=True, slots=True)
class Once:
    """An amount of one year: an investment, a subsidy, what is left at the end.

    `vat` is the rate of tax contained in an investment that may be deducted.
    """

    name: str
    cents: int
    year: int
    vat: Fraction = Fraction(0)
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Loan:
    """A loan drawn in `year`, paid back in equal years from the next year on."""

    name: str
    cents: int
    year: int
    rate: Fraction
    term: int
    repays: Repays
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Stream:
    """An amount that comes or goes every year, tax included.

    `cents` is the first year's at full use; `ramp` says how much of it the first years reach.
    `vat` is the rate of tax in it; `service` names a service that the texts may favour.
    """

    name: str
    cents: int
    first: int
    last: int
    growth: Fraction = Fraction(0)
    vacancy: Fraction = Fraction(0)
    ramp: tuple[Fraction, ...] = ()
    vat: Fraction = Fraction(0)
    service: str = ""
    ground: str = ""

    def exact(self, year: int) -> Fraction:
        """Return the amount of a year before it is rounded to cents."""
        if not self.first <= year <= self.last:
            return Fraction(0)
        since = year - self.first
        reached = self.ramp[since] if since < len(self.ramp) else ONE
        return self.cents * (1 + self.growth) ** since * (1 - self.vacancy) * reached


@dataclass(frozen=True, slots=True)
class Model:
    """A project as one way of doing it sees it; `low` and `high` are the small-profit band."""

    name: str
    first: int
    last: int
    discount: Fraction
    investments: tuple[Once, ...]
    subsidies: tuple[Once, ...] = ()
    loans: tuple[Loan, ...] = ()
    incomes: tuple[Stream, ...] = ()
    costs: tuple[Stream, ...] = ()
    residuals: tuple[Once, ...] = ()
    low: Fraction | None = None
    high: Fraction | None = None
    social_capital: bool | None = None

    @property
    def years(self) -> range:
        """Return the years of the model."""
        return range(self.first, self.last + 1)
