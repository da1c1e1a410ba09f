"""The taxes of a model, year by year, in whole cents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from jiugai.finance.profit.model import Model, Stream
from jiugai.finance.profit.rates import Rates
from jiugai.finance.profit.relief import Relief
from jiugai.finance.split import nearest_cent, split


@dataclass(frozen=True, slots=True)
class Vat:
    """What is due of VAT and its surcharges, and how much tax was deducted, by year."""

    due: tuple[int, ...]
    surcharge: tuple[int, ...]
    output: tuple[int, ...]
    deducted_costs: tuple[int, ...]
    deducted_investment: int


def contained(cents: int | Fraction, rate: Fraction) -> int:
    """Return the tax contained in a price."""
    return nearest_cent(Fraction(cents) * rate / (1 + rate))


def vat_of(model: Model, rates: Rates, relief: Relief) -> Vat:
    """Return the VAT of every year; tax on purchases not used up is carried on.

    Tax on purchases counts in the part of all income that is taxed: what serves exempt income
    may not be deducted.
    """
    part = _taxed_part(model, relief)
    output, costs, bought = [], [], []
    for year in model.years:
        taxed = [one for one in model.incomes if one.service not in relief.exempt]
        output.append(sum(contained(amount_in(one, year), one.vat) for one in taxed))
        costs.append(_deducted([(amount_in(one, year), one.vat) for one in model.costs], part))
        once = [(one.cents, one.vat) for one in model.investments if one.year == year]
        bought.append(_deducted(once, part))
    due, carried = [], 0
    for out, cost, invest in zip(output, costs, bought, strict=True):
        balance = out - cost - invest - carried
        due.append(max(balance, 0))
        carried = max(-balance, 0)
    surcharge = [nearest_cent(one * rates.surcharge) for one in due]
    return Vat(tuple(due), tuple(surcharge), tuple(output), tuple(costs), sum(bought))


def amount_in(stream: Stream, year: int) -> int:
    """Return what a stream brings or takes in a year, in whole cents."""
    return nearest_cent(stream.exact(year))


def _deducted(purchases: Sequence[tuple[int, Fraction]], part: Fraction) -> int:
    return nearest_cent(sum((contained(*one) for one in purchases), 0) * part)


def _taxed_part(model: Model, relief: Relief) -> Fraction:
    taxed = whole = 0
    for one in model.incomes:
        earned = sum(amount_in(one, year) for year in model.years)
        whole += earned
        if one.vat and one.service not in relief.exempt:
            taxed += earned
    return Fraction(taxed, whole) if whole else Fraction(0)


@dataclass(frozen=True, slots=True)
class IncomeTax:
    """The taxable income before losses, the loss used, and the tax, by year."""

    income: tuple[int, ...]
    loss_used: tuple[int, ...]
    due: tuple[int, ...]


def income_tax(profits: Sequence[int], rates: Rates) -> IncomeTax:
    """Return the tax on yearly profits; losses are carried forward, the oldest used first."""
    losses: list[list[int]] = []  # year and what is left of its loss
    used, due = [], []
    for year, profit in enumerate(profits):
        losses = [loss for loss in losses if year - loss[0] <= rates.loss_years and loss[1]]
        left = max(profit, 0)
        for loss in losses:
            taken = min(loss[1], left)
            loss[1] -= taken
            left -= taken
        if profit < 0:
            losses.append([year, -profit])
        used.append(max(profit, 0) - left)
        due.append(nearest_cent(left * rates.income))
    return IncomeTax(tuple(profits), tuple(used), tuple(due))


def depreciation(model: Model, deducted: int) -> list[int]:
    """Return the equal yearly write-off of what the project itself paid for.

    Subsidies are not income and what they paid is not written off; what is left at the end is
    not either. It begins with the first year of income.
    """
    paid = sum(one.cents for one in model.investments) - deducted
    kept = sum(one.cents for one in model.residuals)
    given = sum(one.cents for one in model.subsidies)
    base = max(paid - given - kept, 0)
    start = min((one.first for one in model.incomes), default=model.first)
    used = [year for year in model.years if year >= start]
    cents = iter(split(base, [1] * len(used)))
    return [next(cents) if year >= start else 0 for year in model.years]


def profits_of(model: Model, vat: Vat, relief: Relief, interest: Sequence[int]) -> list[int]:
    """Return the taxable income of every year before losses."""
    written_off = depreciation(model, vat.deducted_investment)
    found = []
    for at, year in enumerate(model.years):
        counted = sum(_counted(one, year, relief) for one in model.incomes)
        spent = sum(amount_in(one, year) for one in model.costs) - vat.deducted_costs[at]
        found.append(counted - spent - vat.surcharge[at] - written_off[at] - interest[at])
    return found


def _counted(stream: Stream, year: int, relief: Relief) -> int:
    earned = amount_in(stream, year)
    tax = 0 if stream.service in relief.exempt else contained(earned, stream.vat)
    return nearest_cent((earned - tax) * relief.part(stream.service))
