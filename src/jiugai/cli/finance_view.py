"""A study of the small-profit model as its page shows it."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate

from markupsafe import Markup

from jiugai.finance.profit.outcome import Band, Outcome
from jiugai.finance.profit.sensitivity import STEPS, TITLES, Factor
from jiugai.finance.profit.study import Study
from jiugai.finance.profit.tables import band_words, rate_words, years_words
from jiugai.kernel.i18n import _
from jiugai.kernel.money import CENTS_PER_WAN, in_wan
from jiugai.reporting.charts import Series, Spread, combined_chart, line_chart, tornado
from jiugai.reporting.finance_page import Figure, Panel, Way

_TONES = {Band.BELOW: "unknown", Band.WITHIN: "met", Band.ABOVE: "unknown", Band.OPEN: ""}


def way_of(one: Study) -> Way:
    """Return what the page says of one way of doing it."""
    cash, trials, grid, even, inputs = one.tables()
    return Way(
        one.outcome.model.name,
        figures(one.outcome),
        [
            Panel(_("现金流"), cash, cash_chart(one.outcome), is_folded=True),
            Panel(
                _("单因素敏感性"),
                trials,
                tornado_chart(one),
                _("各因素分别变化 20% 时，自有资金净现值变成多少；竖线是原来的值。"),
                is_folded=True,
            ),
            Panel(_("变化幅度与净现值"), even, lines_chart(one), _("表中是盈亏平衡的变化幅度。")),
            Panel(_("双因素"), grid, None, grid.note),
            Panel(_("输入和依据"), inputs),
        ],
    )


def figures(outcome: Outcome) -> list[Figure]:
    """Return the numbers to see first."""
    return [
        Figure(
            rate_words(outcome.rates, outcome.model),
            _("税后内部收益率，{band}").format(band=band_words(outcome)),
            _TONES[outcome.band],
        ),
        Figure(in_wan(outcome.npv), _("万元项目净现值"), "met" if outcome.npv >= 0 else "unknown"),
        Figure(years_words(outcome.payback), _("静态回收期（年）")),
        Figure(years_words(outcome.discounted_payback), _("动态回收期（年）")),
        Figure(in_wan(outcome.deepest), _("万元自有资金最多占用")),
    ]


def cash_chart(outcome: Outcome) -> Markup:
    """Return the project's flows as bars and their sum so far as a line."""
    flows = outcome.project
    so_far = list(accumulate(flows))
    says = _(
        "从 {first} 年到 {last} 年的项目净现金流；累计最低 {lowest} 万元，期末 {end} 万元。"
    ).format(
        first=outcome.years[0].year,
        last=outcome.years[-1].year,
        lowest=in_wan(min(so_far)),
        end=in_wan(so_far[-1]),
    )
    return combined_chart(
        _("分年净现金流和累计"),
        says,
        [str(year.year) for year in outcome.years],
        bars=[Series(_("当年净现金流"), _in_wan(flows))],
        lines=[Series(_("累计"), _in_wan(so_far))],
        unit=_("万元"),
    )


def tornado_chart(one: Study) -> Markup:
    """Return own money's present value with each factor 20 % lower and higher."""
    values = _values(one)
    rows = [Spread(_(TITLES[f]), by[STEPS[0]], by[STEPS[-1]]) for f, by in values.items()]
    widest = max(rows, key=lambda row: abs(row.high - row.low))
    says = _("影响最大的是{name}：净现值从 {low} 到 {high} 万元。").format(
        name=widest.name, low=f"{widest.low:,.2f}", high=f"{widest.high:,.2f}"
    )
    base = one.outcome.own_npv / CENTS_PER_WAN
    return tornado(_("各因素变化 20% 的净现值"), says, rows, base=base, unit=_("万元"))


def lines_chart(one: Study) -> Markup:
    """Return own money's present value over the change of each factor."""
    base = one.outcome.own_npv / CENTS_PER_WAN
    steps = (*STEPS[:2], Fraction(0), *STEPS[2:])
    lines = [
        Series(_(TITLES[factor]), [by.get(step, base) for step in steps])
        for factor, by in _values(one).items()
    ]
    return line_chart(
        _("变化幅度与自有资金净现值"),
        _("每条线是一个因素；越陡影响越大，数字见单因素敏感性表。"),
        [f"{float(step):+.0%}" if step else "0" for step in steps],
        lines,
        unit=_("万元"),
    )


def _values(one: Study) -> dict[Factor, dict[Fraction, float]]:
    found: dict[Factor, dict[Fraction, float]] = {}
    for trial in one.trials:
        value = trial.outcome.own_npv / CENTS_PER_WAN
        found.setdefault(trial.factor, {})[trial.change] = value
    return found


def _in_wan(cents: list[int]) -> list[float]:
    return [one / CENTS_PER_WAN for one in cents]
