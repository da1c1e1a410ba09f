"""The curve of money and the changes to the last plan, in the files of a plan."""

from collections.abc import Iterator
from typing import Any

from jiugai.kernel.i18n import _
from jiugai.kernel.money import CENTS_PER_WAN, wan
from jiugai.planning.answers.curve import Point
from jiugai.planning.classes import class_title
from jiugai.planning.model.problem import MILLI
from jiugai.planning.output.block_sheets import BlockSheet, Row
from jiugai.planning.plan import Plan
from jiugai.planning.rolling.changed import Change, turn_title


def rolling_json(plan: Plan) -> dict[str, Any]:
    """Return the parts of plan.json about less and more money, and about the last plan."""
    last = plan.terms.last
    found: dict[str, Any] = {"curve": [_point(point) for point in plan.curve]}
    if last is not None:
        found["last"] = {"name": last.record.name, "most_changes": last.changes}
        found["changes"] = [_change(change) for change in plan.changes]
    return found


def _point(point: Point) -> dict[str, Any]:
    return {
        "factor": float(point.factor),
        "budget_wan": wan(point.money),
        "objective": point.milli / MILLI,
        "bound": point.bound / MILLI,
        "estates": point.estates,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "estate_id": change.id,
        "name": change.name,
        "works": change.works.value,
        "turn": change.turn.value,
        "before": change.before,
        "after": change.after,
    }


def rolling_sheets(plan: Plan) -> Iterator[BlockSheet]:
    """Yield the sheets of the curve and of the changes, each where there is something to show."""
    if plan.curve:
        yield _curve(plan)
    if plan.changes:
        headings = [_("编号"), _("小区"), _("内容"), _("改动"), _("原年度"), _("现年度")]
        rows: list[Row] = [
            [one.id, one.name, class_title(one.works), turn_title(one.turn), one.before, one.after]
            for one in plan.changes
        ]
        yield BlockSheet(_("对上一份计划的改动"), headings, rows)


def _curve(plan: Plan) -> BlockSheet:
    headings = [
        _("预算倍数"),
        _("预算（万元）"),
        _("效益（按需要加权的户数）"),
        _("效益上界"),
        _("列入小区（个）"),
    ]
    rows: list[Row] = [
        [
            float(one.factor),
            one.money / CENTS_PER_WAN,
            one.milli / MILLI,
            one.bound / MILLI,
            one.estates,
        ]
        for one in plan.curve
    ]
    return BlockSheet(_("资金效益曲线"), headings, rows)
