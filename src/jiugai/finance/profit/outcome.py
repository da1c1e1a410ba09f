"""What a model comes to: every year's cash in whole cents, and the figures drawn from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jiugai.finance.profit.loans import instalments
from jiugai.finance.profit.measures import (
    Rates as InternalRates,
)
from jiugai.finance.profit.measures import discounted, internal_rates, payback, present_value
from jiugai.finance.profit.model import Model, Once
from jiugai.finance.profit.rates import Rates
from jiugai.finance.profit.relief import Relief
from jiugai.finance.profit.taxes import amount_in, income_tax, profits_of, vat_of
from jiugai.finance.split import nearest_cent


class Band(StrEnum):
    """Where the return lies against the small-profit band."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"
    OPEN = "open"  # no band was given, or there is no single return


@dataclass(frozen=True, slots=True)
class Year:
    """One year's money; what goes out is counted above 0 too."""

    year: int
    investment: int
    subsidy: int
    residual: int
    income: tuple[int, ...]
    cost: tuple[int, ...]
    vat: int
    surcharge: int
    tax: int  # income tax as if there were no loans
    tax_paid: int  # income tax with interest deducted
    drawn: int
    interest: int
    principal: int

    @property
    def operating(self) -> int:
        """Return what is earned and not spent, before income tax."""
        return sum(self.income) - sum(self.cost) - self.vat - self.surcharge

    @property
    def project(self) -> int:
        """Return the flow of the project as a whole, after tax and before financing."""
        once = self.subsidy + self.residual - self.investment
        return self.operating + once - self.tax

    @property
    def own(self) -> int:
        """Return the flow of the investor's own money, after tax and debt service."""
        debt = self.interest + self.principal
        return self.project + self.tax - self.tax_paid + self.drawn - debt


@dataclass(frozen=True, slots=True)
class Outcome:
    """A model with its years and figures; money in cents of the first year."""

    model: Model
    relief: Relief
    years: tuple[Year, ...]

    @property
    def project(self) -> list[int]:
        """Return the project's flows."""
        return [year.project for year in self.years]

    @property
    def own(self) -> list[int]:
        """Return the flows of own money."""
        return [year.own for year in self.years]

    @property
    def npv(self) -> int:
        """Return the project's present value to the cent."""
        return nearest_cent(present_value(self.project, self.model.discount))

    @property
    def own_npv(self) -> int:
        """Return the present value of own money to the cent."""
        return nearest_cent(present_value(self.own, self.model.discount))

    @property
    def rates(self) -> InternalRates:
        """Return the project's internal rates of return."""
        return internal_rates(self.project)

    @property
    def own_rates(self) -> InternalRates:
        """Return the internal rates of return of own money."""
        return internal_rates(self.own)

    @property
    def payback(self) -> Fraction | None:
        """Return the project's payback in years."""
        return payback(self.project)

    @property
    def discounted_payback(self) -> Fraction | None:
        """Return the payback of discounted flows."""
        return payback(discounted(self.project, self.model.discount))

    @property
    def deepest(self) -> int:
        """Return the most own money that is bound at once."""
        total = lowest = 0
        for flow in self.own:
            total += flow
            lowest = min(lowest, total)
        return -lowest

    @property
    def cover(self) -> tuple[int, Fraction] | None:
        """Return the year in which debt service is covered least, and how often."""
        covers = [
            (Fraction(year.operating - year.tax_paid, debt), year.year)
            for year in self.years
            if (debt := year.interest + year.principal)
        ]
        if not covers:
            return None
        ratio, year = min(covers)
        return year, ratio

    @property
    def band(self) -> Band:
        """Return where the project's return lies against the band."""
        low, high, rate = self.model.low, self.model.high, self.rates.single
        if rate is None or (low is None and high is None):
            return Band.OPEN
        if low is not None and rate < low:
            return Band.BELOW
        return Band.ABOVE if high is not None and rate > high else Band.WITHIN


def outcome_of(model: Model, *, rates: Rates, relief: Relief) -> Outcome:
    """Return what a model comes to."""
    vat = vat_of(model, rates, relief)
    drawn, interest, principal = _debt(model)
    nothing = [0] * len(model.years)
    tax = income_tax(profits_of(model, vat, relief, nothing), rates).due
    paid = income_tax(profits_of(model, vat, relief, interest), rates).due
    years = tuple(
        Year(
            year=year,
            investment=_in(model.investments, year),
            subsidy=_in(model.subsidies, year),
            residual=_in(model.residuals, year),
            income=tuple(amount_in(one, year) for one in model.incomes),
            cost=tuple(amount_in(one, year) for one in model.costs),
            vat=vat.due[at],
            surcharge=vat.surcharge[at],
            tax=tax[at],
            tax_paid=paid[at],
            drawn=drawn[at],
            interest=interest[at],
            principal=principal[at],
        )
        for at, year in enumerate(model.years)
    )
    return Outcome(model, relief, years)


def _in(amounts: Sequence[Once], year: int) -> int:
    return sum(one.cents for one in amounts if one.year == year)


def _debt(model: Model) -> tuple[list[int], list[int], list[int]]:
    """Return what is drawn, paid as interest and paid back in each year."""
    count = len(model.years)
    drawn, interest, principal = [0] * count, [0] * count, [0] * count
    for loan in model.loans:
        drawn[loan.year - model.first] += loan.cents
        for one in instalments(loan):
            interest[one.year - model.first] += one.interest
            principal[one.year - model.first] += one.principal
    return drawn, interest, principal
