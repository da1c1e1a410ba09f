"""A model with everything that is asked of it, and the files that say it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jiugai.finance.profit.measures import Rates as InternalRates
from jiugai.finance.profit.model import Model
from jiugai.finance.profit.outcome import Outcome, outcome_of
from jiugai.finance.profit.rates import Rates
from jiugai.finance.profit.relief import relief_of
from jiugai.finance.profit.sensitivity import (
    BreakEven,
    Factor,
    Trial,
    break_even,
    factors_of,
    grid,
    trials,
)
from jiugai.finance.profit.tables import (
    break_even_table,
    cash_table,
    comparison,
    grid_table,
    input_table,
    trial_table,
)
from jiugai.kernel.book import workbook
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.tables import Table

if TYPE_CHECKING:
    from jiugai.policy.law import Law


@dataclass(frozen=True, slots=True)
class Study:
    """A model's outcome with its sensitivity, grid and break-even."""

    outcome: Outcome
    trials: tuple[Trial, ...]
    rows: Factor
    columns: Factor
    grid: list[list[Outcome]]
    even: tuple[BreakEven, ...]

    def tables(self) -> list[Table]:
        """Return everything as tables."""
        return [
            cash_table(self.outcome),
            trial_table(self.outcome, self.trials),
            grid_table(self.outcome, self.grid, self.rows, self.columns),
            break_even_table(self.outcome, self.even),
            input_table(self.outcome.model),
        ]


def study(
    model: Model,
    *,
    rates: Rates,
    law: Law | None,
    across: tuple[Factor, Factor] = (Factor.INCOME, Factor.INVESTMENT),
) -> Study:
    """Return a model with everything that is asked of it."""
    services = [one.service for one in model.incomes]
    relief = relief_of(services, law, social_capital=model.social_capital)

    def runs(changed: Model) -> Outcome:
        return outcome_of(changed, rates=rates, relief=relief)

    rows, columns = across
    return Study(
        outcome=runs(model),
        trials=trials(model, runs),
        rows=rows,
        columns=columns,
        grid=grid(model, runs, rows, columns),
        even=tuple(break_even(model, factor, runs) for factor in factors_of(model)),
    )


def as_workbook(studies: Sequence[Study], *, title: str, day: date, rates: Rates) -> bytes:
    """Return the workbook: the ways side by side, then the tables of each."""
    every = comparison([one.outcome for one in studies])
    summary = [
        *((row[0], listed(row[1:], "；")) for row in every.texts()),
        *((_("说明"), note) for note in notes(studies, rates)),
    ]
    tables = [every, *(table for one in studies for table in one.tables())]
    return workbook(title, summary, tables, day=day)


def notes(studies: Sequence[Study], rates: Rates) -> list[str]:
    """Return what a reader must know about the figures."""
    relief = dict.fromkeys(said for one in studies for said in one.outcome.relief.said)
    source = rates.file or _("随附的默认值")
    return [
        *relief,
        _(
            "税率取自{source}，均为可更改的设定，不出自规则库条文：附加 {surcharge:.0%}，"
            "企业所得税 {income:.0%}，亏损结转 {years} 年。请向税务机关核实。"
        ).format(
            source=source,
            surcharge=float(rates.surcharge),
            income=float(rates.income),
            years=rates.loss_years,
        ),
        _("收入和成本均含税；现金流按年末计，第一年为第 0 年；回收期从第 0 年末起算。"),
        _("补助不计收入，由补助支付的投资不折旧；其余投资扣除残值后，自有收入之年起逐年均摊。"),
    ]


def write_study(
    folder: Path, studies: Sequence[Study], *, title: str, day: date, rates: Rates
) -> None:
    """Write finance.json and finance.xlsx into a folder."""
    book = as_workbook(studies, title=title, day=day, rates=rates)
    (folder / "finance.xlsx").write_bytes(book)
    data = {
        "unit": "cents",
        "scenarios": [as_data(one) for one in studies],
        "notes": notes(studies, rates),
    }
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (folder / "finance.json").write_text(text, encoding="utf-8")


def as_data(one: Study) -> dict[str, Any]:
    """Return a study as it is stored: money in whole cents, rates as numbers."""
    outcome = one.outcome
    return {
        "name": outcome.model.name,
        "discount": float(outcome.model.discount),
        "years": [
            {
                "year": year.year,
                "investment": year.investment,
                "subsidy": year.subsidy,
                "residual": year.residual,
                "income": dict(zip(_names(outcome.model.incomes), year.income, strict=True)),
                "cost": dict(zip(_names(outcome.model.costs), year.cost, strict=True)),
                "vat": year.vat,
                "surcharge": year.surcharge,
                "income_tax": year.tax,
                "income_tax_with_interest": year.tax_paid,
                "loan_drawn": year.drawn,
                "interest": year.interest,
                "principal": year.principal,
                "project": year.project,
                "own": year.own,
            }
            for year in outcome.years
        ],
        "npv": outcome.npv,
        "irr": _rates(outcome.rates),
        "payback_years": _number(outcome.payback),
        "discounted_payback_years": _number(outcome.discounted_payback),
        "own_npv": outcome.own_npv,
        "own_irr": _rates(outcome.own_rates),
        "most_own_money": outcome.deepest,
        "band": outcome.band.value,
        "sensitivity": [
            {
                "factor": trial.factor.value,
                "change": float(trial.change),
                "own_npv": trial.outcome.own_npv,
                "own_irr": _rates(trial.outcome.own_rates),
                "irr": _rates(trial.outcome.rates),
            }
            for trial in one.trials
        ],
        "grid": {
            "rows": one.rows.value,
            "columns": one.columns.value,
            "irr": [[_rates(cell.rates) for cell in row] for row in one.grid],
        },
        "break_even": {even.factor.value: _number(even.change) for even in one.even},
    }


def _names(streams: Sequence[Any]) -> list[str]:
    return [one.name for one in streams]


def _rates(rates: InternalRates) -> list[float]:
    return [float(one) for one in rates.found]


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
