"""The core's small-profit model of each way, from what an office gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Final

from django.utils.translation import gettext as _
from markupsafe import Markup

from jiugai.apps.projects.modes.catalogue import INCOMES, Income, Mode
from jiugai.apps.registry.law import law_for
from jiugai.finance.profit.model import Loan, Model, Once, Repays, Stream
from jiugai.finance.profit.rates import shipped_rates
from jiugai.finance.profit.study import Study, notes, study
from jiugai.finance.profit.tables import comparison, trial_table
from jiugai.kernel.money import CENTS_PER_WAN
from jiugai.kernel.tables import Table
from jiugai.reporting.charts import Series, combined_chart

#: Kinds of value added tax in what a way earns, by their names in the core's rates.
TAXED: Final = {
    Income.PROPERTY: "服务",
    Income.PARKING: "租赁",
    Income.ROOMS: "租赁",
    Income.SERVICES: "服务",
}
#: Works take a year; what is earned begins in the next and is full in its third.
RAMP: Final = (Fraction(6, 10), Fraction(8, 10))


@dataclass(frozen=True, slots=True)
class Given:
    """What an office gives: money in 万元, shares of 1; incomes by kind for a full year."""

    investment: Decimal
    term: int
    discount: Fraction
    interest: Fraction
    growth: Fraction
    cost: Fraction  # of what is earned
    incomes: dict[Income, Decimal]
    subsidy: dict[str, Fraction]
    loan: dict[str, Fraction]


@dataclass(frozen=True, slots=True)
class Side:
    """One way with its study."""

    mode: Mode
    study: Study
    subsidy: Fraction
    loan: Fraction
    sensitivity: Table


@dataclass(frozen=True, slots=True)
class Comparison:
    """The ways side by side: a table of figures, a chart of cash so far, and what to know."""

    sides: Sequence[Side]
    table: Table
    chart: Markup
    notes: Sequence[str]


def compare(modes: Sequence[Mode], given: Given, *, division: str, day: date) -> Comparison:
    """Return the small-profit model under each way, side by side."""
    law, rates = law_for(division, day), shipped_rates()
    sides = []
    for mode in modes:
        found = study(model_of(mode, given, first=day.year), rates=rates, law=law)
        shares = given.subsidy[mode.id], given.loan[mode.id]
        sides.append(Side(mode, found, *shares, trial_table(found.outcome, found.trials)))
    studies = [one.study for one in sides]
    return Comparison(
        sides,
        comparison([one.outcome for one in studies]),
        _chart(sides),
        notes(studies, rates),
    )


def model_of(mode: Mode, given: Given, *, first: int) -> Model:
    """Return the model of a way: works in the first year, then its incomes and their cost."""
    rates = shipped_rates()
    whole = _cents(given.investment)
    last = first + given.term
    earned = [
        Stream(
            name=str(INCOMES[kind]),
            cents=_cents(given.incomes[kind]),
            first=first + 1,
            last=last,
            growth=given.growth,
            ramp=RAMP,
            vat=rates.vat[TAXED[kind]],
        )
        for kind in mode.incomes
        if given.incomes[kind]
    ]
    cost = sum(one.cents for one in earned) * given.cost
    subsidy, loan = given.subsidy[mode.id], given.loan[mode.id]
    return Model(
        name=str(mode.title),
        first=first,
        last=last,
        discount=given.discount,
        investments=(Once(_("改造投资"), whole, first),),
        subsidies=(Once(_("政府补助"), int(whole * subsidy), first),) if subsidy else (),
        loans=(
            Loan(
                _("贷款"),
                int(whole * loan),
                first,
                given.interest,
                max(1, given.term - 1),
                Repays.ANNUITY,
            ),
        )
        if loan
        else (),
        incomes=tuple(earned),
        costs=(
            (Stream(_("运营成本"), int(cost), first + 1, last, growth=given.growth, ramp=RAMP),)
            if cost
            else ()
        ),
    )


def _cents(wan: Decimal) -> int:
    return int(wan * CENTS_PER_WAN)


def _chart(sides: Sequence[Side]) -> Markup:
    outcomes = [one.study.outcome for one in sides]
    lines = [
        Series(one.model.name, [cents / CENTS_PER_WAN for cents in accumulate(one.own)])
        for one in outcomes
    ]
    years = [str(year.year) for year in outcomes[0].years]
    says = _("每种模式自有资金的累计现金流；数字见下面各模式的表。")
    return combined_chart(_("自有资金累计"), says, years, lines=lines, unit=_("万元"))
