"""A small-profit model as tables: cash by year, figures, sensitivity, break-even, inputs."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from jiugai.finance.profit.measures import Rates
from jiugai.finance.profit.model import Model, Once, Repays, Stream
from jiugai.finance.profit.outcome import Band, Outcome
from jiugai.finance.profit.sensitivity import STEPS, TITLES, BreakEven, Factor, Trial
from jiugai.kernel.i18n import N_, _, listed, ngettext
from jiugai.kernel.money import in_wan
from jiugai.kernel.tables import Cell, Column, Holds, Table

BANDS: Final = {
    Band.BELOW: N_("低于微利区间"),
    Band.WITHIN: N_("在微利区间内"),
    Band.ABOVE: N_("高于微利区间"),
    Band.OPEN: N_("未判断"),
}


def cash_table(outcome: Outcome) -> Table:
    """Return every year's money, what goes out with a minus."""
    model = outcome.model
    heads = [
        _("投资"),
        _("补助"),
        *(one.name for one in model.incomes),
        *(one.name for one in model.costs),
        _("增值税"),
        _("附加税费"),
        _("企业所得税（不计利息）"),
        _("残值"),
        _("项目净现金流"),
        _("项目累计"),
        _("贷款到账"),
        _("付息"),
        _("还本"),
        _("企业所得税（计利息）"),
        _("自有资金净现金流"),
        _("自有资金累计"),
    ]
    columns = (Column(_("年份")), *(Column(head, Holds.MONEY) for head in heads))
    rows: list[list[Cell]] = []
    project = own = 0
    for year in outcome.years:
        project, own = project + year.project, own + year.own
        rows.append(
            [
                str(year.year),
                -year.investment,
                year.subsidy,
                *year.income,
                *(-cents for cents in year.cost),
                -year.vat,
                -year.surcharge,
                -year.tax,
                year.residual,
                year.project,
                project,
                year.drawn,
                -year.interest,
                -year.principal,
                -year.tax_paid,
                year.own,
                own,
            ]
        )
    return Table(_("现金流 {name}").format(name=model.name), columns, rows)


def comparison(outcomes: Sequence[Outcome]) -> Table:
    """Return the figures of every way of doing it, side by side."""
    rows: list[list[Cell]] = [[name, *values] for name, values in _figures(outcomes)]
    columns = (Column(_("指标")), *(Column(one.model.name) for one in outcomes))
    return Table(_("方案比较"), columns, rows)


def _figures(outcomes: Sequence[Outcome]) -> list[tuple[str, list[str]]]:
    def each(name: str, values: Sequence[str]) -> tuple[str, list[str]]:
        return name, list(values)

    def cents(name: str, values: Sequence[int]) -> tuple[str, list[str]]:
        return name, [in_wan(value) for value in values]

    return [
        cents(_("投资（万元）"), [sum(y.investment for y in o.years) for o in outcomes]),
        cents(_("补助（万元）"), [sum(y.subsidy for y in o.years) for o in outcomes]),
        cents(_("贷款（万元）"), [sum(y.drawn for y in o.years) for o in outcomes]),
        cents(_("收入合计（万元）"), [sum(sum(y.income) for y in o.years) for o in outcomes]),
        cents(_("成本合计（万元）"), [sum(sum(y.cost) for y in o.years) for o in outcomes]),
        cents(
            _("税费合计（万元）"),
            [sum(y.vat + y.surcharge + y.tax_paid for y in o.years) for o in outcomes],
        ),
        cents(_("项目净现值（万元）"), [o.npv for o in outcomes]),
        each(_("项目内部收益率"), [rate_words(o.rates, o.model) for o in outcomes]),
        each(_("与微利区间比"), [band_words(o) for o in outcomes]),
        each(_("静态回收期（年）"), [years_words(o.payback) for o in outcomes]),
        each(_("动态回收期（年）"), [years_words(o.discounted_payback) for o in outcomes]),
        cents(_("自有资金净现值（万元）"), [o.own_npv for o in outcomes]),
        each(_("自有资金内部收益率"), [rate_words(o.own_rates) for o in outcomes]),
        cents(_("自有资金最多占用（万元）"), [o.deepest for o in outcomes]),
        each(_("偿债备付率最低"), [_cover_words(o) for o in outcomes]),
    ]


def rate_words(rates: Rates, model: Model | None = None) -> str:
    """Return a rate of return in words; none or several are said, never hidden.

    Beside the band of a `model` it is never rounded across a bound.
    """
    if rates.single is not None:
        return percent(rates.single, beside=(model.low, model.high) if model else ())
    if not rates.found:
        return _("不存在")
    shown = listed(percent(one) for one in rates.found)
    return ngettext("有 {count} 个：{listed}", len(rates.found)).format(
        count=len(rates.found), listed=shown
    )


def percent(share: Fraction | float, *, beside: Sequence[Fraction | None] = ()) -> str:
    """Return a share with two decimals, or with more where two would move it across a bound."""
    for digits in range(2, 10):
        shown = f"{float(share):.{digits}%}"
        value = Fraction(shown.removesuffix("%")) / 100
        if all(
            _side(value, bound) == _side(share, bound) for bound in beside if bound is not None
        ):
            break
    return "0.00%" if shown == "-0.00%" else shown


def _side(share: Fraction | float, bound: Fraction) -> int:
    return (share > bound) - (share < bound)


def years_words(years: Fraction | None) -> str:
    """Return a payback in years, or that the term does not suffice."""
    return _("期内不能收回") if years is None else f"{float(years):.2f}"


def band_words(outcome: Outcome) -> str:
    """Return where the return lies against the band, and the band."""
    low, high = outcome.model.low, outcome.model.high
    if low is None and high is None:
        return _("未给出区间")
    band = f"{_short(low) if low is not None else ''}–{_short(high) if high is not None else ''}"
    return _("{where} {band}").format(where=_(BANDS[outcome.band]), band=band)


def _cover_words(outcome: Outcome) -> str:
    if outcome.cover is None:
        return _("没有贷款")
    year, ratio = outcome.cover
    return _("{ratio}（{year} 年）").format(ratio=f"{float(ratio):.2f}", year=year)


def trial_table(outcome: Outcome, trials: Sequence[Trial]) -> Table:
    """Return what each change of one factor does."""
    columns = (
        Column(_("因素")),
        Column(_("变化")),
        Column(_("自有资金净现值"), Holds.MONEY),
        Column(_("自有资金内部收益率")),
        Column(_("项目内部收益率")),
    )
    rows: list[list[Cell]] = [
        [
            _(TITLES[one.factor]),
            f"{float(one.change):+.0%}" + (_("（到 100% 为止）") if one.is_capped else ""),
            one.outcome.own_npv,
            rate_words(one.outcome.own_rates),
            rate_words(one.outcome.rates),
        ]
        for one in trials
    ]
    return Table(_("单因素敏感性 {name}").format(name=outcome.model.name), columns, rows)


def grid_table(
    outcome: Outcome, cells: Sequence[Sequence[Outcome]], rows: Factor, columns: Factor
) -> Table:
    """Return the project's rate of return with two factors changed together."""
    every = (*STEPS[:2], Fraction(0), *STEPS[2:])
    steps = [f"{float(step):+.0%}" if step else "0" for step in every]
    corner = _("{rows} ↓ {columns} →").format(rows=_(TITLES[rows]), columns=_(TITLES[columns]))
    table: list[list[Cell]] = [
        [step, *(rate_words(one.rates) for one in line)]
        for step, line in zip(steps, cells, strict=True)
    ]
    heads = (Column(corner), *(Column(step) for step in steps))
    return Table(
        _("双因素 {name}").format(name=outcome.model.name),
        heads,
        table,
        _("格中是项目内部收益率。"),
    )


def break_even_table(outcome: Outcome, found: Sequence[BreakEven]) -> Table:
    """Return how far each factor may go until own money earns nothing above the discount."""
    rows: list[list[Cell]] = [
        [
            _(TITLES[one.factor]),
            _("变到 0 至 3 倍都不改变盈亏") if one.change is None else f"{float(one.change):+.2%}",
        ]
        for one in found
    ]
    columns = (Column(_("因素")), Column(_("使自有资金净现值为零的变化")))
    return Table(_("盈亏平衡 {name}").format(name=outcome.model.name), columns, rows)


def input_table(model: Model) -> Table:
    """Return what the model was made from, with where each number comes from."""
    columns = (
        Column(_("类别")),
        Column(_("名称")),
        Column(_("金额"), Holds.MONEY),
        Column(_("年份")),
        Column(_("条件")),
        Column(_("依据")),
    )
    rows: list[list[Cell]] = []
    for title, onces in (
        (_("投资"), model.investments),
        (_("补助"), model.subsidies),
        (_("残值"), model.residuals),
    ):
        rows += [_once_row(title, one) for one in onces]
    repays = {Repays.ANNUITY: _("等额本息"), Repays.PRINCIPAL: _("等额本金")}
    for loan in model.loans:
        terms = ngettext("利率 {rate}，{term} 年，{repays}", loan.term).format(
            rate=_short(loan.rate), term=loan.term, repays=repays[loan.repays]
        )
        rows.append([_("贷款"), loan.name, loan.cents, str(loan.year), terms, loan.ground])
    rows += [_stream_row(_("收入"), one) for one in model.incomes]
    rows += [_stream_row(_("成本"), one) for one in model.costs]
    return Table(_("输入 {name}").format(name=model.name), columns, rows)


def _short(share: Fraction) -> str:
    return f"{float(100 * share):g}%"


def _once_row(title: str, one: Once) -> list[Cell]:
    terms = _("可抵扣税率 {rate}").format(rate=_short(one.vat)) if one.vat else ""
    return [title, one.name, one.cents, str(one.year), terms, one.ground]


def _stream_row(title: str, one: Stream) -> list[Cell]:
    terms = [
        _("年增长 {share}").format(share=_short(one.growth)) if one.growth else "",
        _("空置 {share}").format(share=_short(one.vacancy)) if one.vacancy else "",
        _("爬坡 {shares}").format(shares=" ".join(map(_short, one.ramp))) if one.ramp else "",
        _("增值税 {share}").format(share=_short(one.vat)) if one.vat else "",
    ]
    years = f"{one.first}–{one.last}"
    return [title, one.name, one.cents, years, listed(filter(None, terms), "，"), one.ground]
