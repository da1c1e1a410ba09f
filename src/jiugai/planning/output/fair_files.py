"""Fairness between divisions as the files of a plan show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jiugai.kernel.i18n import _
from jiugai.kernel.money import CENTS_PER_WAN, wan
from jiugai.planning.comparing.fairness import Division, Fairness, fairness_in, fairness_said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from jiugai.planning.plan import Plan

#: Scores are counted in hundredths of a point.
_HUNDREDTHS: Final = 100
_MILLI: Final = 1000

Cell = str | int | float | None


def fairness_content(plan: Plan) -> dict[str, Any]:
    """Return what plan.json says of fairness; shares and coefficients as decimals."""
    found = fairness_in(plan)
    return {
        "level": found.level,
        "gini_money": _decimal(found.gini),
        "gini_benefit": _decimal(found.benefit_gini),
        "best": found.best.name if found.best else None,
        "worst": found.worst.name if found.worst else None,
        "best_to_worst": _decimal(found.ratio),
        "said": fairness_said(found),
        "divisions": [_division(found, one) for one in found.divisions],
    }


def _division(found: Fairness, one: Division) -> dict[str, Any]:
    return {
        "division": one.code,
        "name": one.name,
        "candidates": one.candidates,
        "households": one.households,
        "need": one.need / _HUNDREDTHS,
        "chosen": one.chosen,
        "reached": one.reached,
        "money_wan": wan(one.money),
        "per_household_wan": _in_wan(one.per_household),
        "benefit": one.milli / _MILLI,
        "share_of_need": float(found.need_share(one)),
        "share_of_money": float(found.money_share(one)),
        "share_of_benefit": float(found.benefit_share(one)),
    }


def _decimal(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _in_wan(cents: Fraction | None) -> float | None:
    return None if cents is None else round(float(cents / CENTS_PER_WAN), 4)


def fairness_sheet(plan: Plan) -> tuple[str, list[str], Sequence[Sequence[Cell]]]:
    """Return the sheet of plan.xlsx: its name, its headings and a row per division."""
    found = fairness_in(plan)
    headings = [
        _("区划"),
        _("代码"),
        _("候选小区（个）"),
        _("候选户数（户）"),
        _("需要（得分×户数）"),
        _("列入小区（个）"),
        _("受益户数（户）"),
        _("投资（万元）"),
        _("每户投资（万元）"),
        _("效益"),
        _("需要占比"),
        _("资金占比"),
        _("效益占比"),
    ]
    return _("公平"), headings, [_row(found, one) for one in found.divisions]


def _row(found: Fairness, one: Division) -> list[Cell]:
    shares = (found.need_share(one), found.money_share(one), found.benefit_share(one))
    return [
        one.name,
        one.code,
        one.candidates,
        one.households,
        one.need / _HUNDREDTHS,
        one.chosen,
        one.reached,
        one.money / CENTS_PER_WAN,
        _in_wan(one.per_household),
        one.milli / _MILLI,
        *(f"{float(share):.1%}" for share in shares),
    ]
