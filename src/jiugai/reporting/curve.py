"""What less and more money would buy, as the page of a plan shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from jiugai.kernel.i18n import _
from jiugai.reporting.charts import Series, line_chart


@dataclass(frozen=True, slots=True)
class CurveRow:
    """One budget: how many times the plan's, its money as text, what it buys, and the bound."""

    factor: float
    money: str
    objective: float
    bound: float
    estates: int


def curve_chart(rows: Sequence[CurveRow]) -> Markup:
    """Return the chart of benefit over money."""
    says = _(
        "预算从 {low:g} 倍到 {high:g} 倍，效益从 {least:.0f} 到 {most:.0f}；数字见下表。"
    ).format(
        low=rows[0].factor,
        high=rows[-1].factor,
        least=rows[0].objective,
        most=rows[-1].objective,
    )
    lines = [
        Series(_("效益"), [row.objective for row in rows]),
        Series(_("效益上界"), [row.bound for row in rows]),
    ]
    labels = [_("{factor:g} 倍").format(factor=row.factor) for row in rows]
    factors = [row.factor for row in rows]
    return line_chart(_("资金效益曲线"), says, labels, lines, along=factors)
