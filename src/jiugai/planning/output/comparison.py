"""Compared plans as tables, lines and figures."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import wan
from jiugai.kernel.tables import Cell, Column, Holds, Table, as_text
from jiugai.planning.classes import CLASSES, class_title, class_titles
from jiugai.planning.comparing.compare import (
    Comparison,
    Move,
    move_title,
    paid_by_class,
    paid_by_source,
    paid_by_year,
    said,
)
from jiugai.planning.comparing.fairness import fairness_of
from jiugai.planning.money.budget import payer_title
from jiugai.planning.record import ChosenRecord, PlanRecord

FORMAT: Final = "jiugai-comparison-1"


def figures_table(plans: Sequence[PlanRecord]) -> Table:
    """Return what each plan comes to, a row per figure and a column per plan, as text."""
    rows: list[list[Cell]] = [
        [name, *(shown(plan) for plan in plans)] for name, shown in _figures()
    ]
    columns = (Column(_("指标")), *(Column(plan.name, Holds.FIGURE) for plan in plans))
    return Table(_("指标对照"), columns, rows)


def _figures() -> list[tuple[str, Callable[[PlanRecord], str]]]:
    return [
        (_("效益（按需要加权的户数）"), lambda plan: f"{plan.milli / 1000:,.1f}"),
        (_("效益上界"), lambda plan: f"{plan.bound / 1000:,.1f}"),
        (_("与上界的差距"), lambda plan: f"{plan.gap:.3%}"),
        (_("列入小区（个）"), lambda plan: f"{len(plan.chosen):,}"),
        (_("列入户数（户）"), lambda plan: f"{plan.households:,}"),
        (_("未列入小区（个）"), lambda plan: f"{len(plan.left_out):,}"),
        (_("预算（万元）"), lambda plan: Column("", Holds.MONEY).shown(plan.budget)),
        (_("总投资（万元）"), lambda plan: Column("", Holds.MONEY).shown(plan.cost)),
        (_("资金与需要的基尼系数"), _gini),
        (_("最多与最少之比"), _ratio),
        (_("计划年度"), lambda plan: listed(plan.years)),
        (_("依据日期"), lambda plan: plan.day.isoformat()),
    ]


def _gini(plan: PlanRecord) -> str:
    found = fairness_of(plan).gini
    return "–" if found is None else f"{float(found):.3f}"


def _ratio(plan: PlanRecord) -> str:
    found = fairness_of(plan).ratio
    return "–" if found is None else f"{float(found):.2f}"


def money_table(plans: Sequence[PlanRecord]) -> Table:
    """Return what each plan spends by year, source and class, in cents."""
    years = sorted({year for plan in plans for year in plan.years})
    sources = list(dict.fromkeys(line.source for plan in plans for line in plan.money))
    by_year = [paid_by_year(plan) for plan in plans]
    by_source = [paid_by_source(plan) for plan in plans]
    by_class = [paid_by_class(plan) for plan in plans]
    rows: list[list[Cell]] = [
        [_("年度"), str(year), *(found.get(year) for found in by_year)] for year in years
    ]
    rows += [
        [_("来源"), payer_title(one), *(found.get(one) for found in by_source)] for one in sources
    ]
    rows += [
        [_("类别"), class_title(works), *(found[works] for found in by_class)] for works in CLASSES
    ]
    columns = (Column(_("分项")), Column(_("名称")))
    amounts = (Column(plan.name, Holds.MONEY) for plan in plans)
    return Table(_("资金对照"), (*columns, *amounts), rows, _("单位：万元。"))


def pairs_table(found: Sequence[Comparison]) -> Table:
    """Return how many estates enter, leave and move between each two plans."""
    columns = (
        Column(_("从")),
        Column(_("到")),
        *(Column(move_title(move), Holds.COUNT) for move in Move),
        Column(_("共有比例"), Holds.SHARE),
    )
    rows: list[list[Cell]] = [
        [
            one.first.name,
            one.second.name,
            *(one.counts[move] for move in Move),
            one.overlap,
        ]
        for one in found
    ]
    return Table(_("两两对照"), columns, rows)


def estates_table(found: Sequence[Comparison]) -> Table:
    """Return every estate that two plans treat otherwise, pair by pair."""
    columns = (
        Column(_("从")),
        Column(_("到")),
        Column(_("小区")),
        Column(_("编号")),
        Column(_("街道")),
        Column(_("户数"), Holds.COUNT),
        Column(_("变化")),
        Column(_("原安排")),
        Column(_("新安排")),
        Column(_("投资变化"), Holds.MONEY, signed=True),
        Column(_("说明")),
    )
    rows: list[list[Cell]] = [
        [
            pair.first.name,
            pair.second.name,
            one.name,
            one.id,
            one.street,
            one.households,
            move_title(one.move),
            arranged(one.before),
            arranged(one.after),
            _cost(one.after) - _cost(one.before),
            why_out(pair, one.id),
        ]
        for pair in found
        for one in pair.moved
        if one.move is not Move.SAME
    ]
    return Table(_("小区对照"), columns, rows)


def _cost(one: ChosenRecord | None) -> int:
    return one.cost if one else 0


def arranged(one: ChosenRecord | None) -> str:
    """Return when an estate is done and which works, or a dash if it is not."""
    if one is None:
        return "–"
    return _("{year} 年 {works}").format(year=one.year, works=class_titles(frozenset(one.works)))


def why_out(pair: Comparison, id_: str) -> str:
    """Return why the plan that leaves an estate out does so; "" if both have it."""
    for plan in (pair.second, pair.first):
        if id_ in plan.out_by_id:
            return plan.out_by_id[id_].reason
        if id_ not in plan.by_id:
            return _("“{plan}”的台账没有这个小区").format(plan=plan.name)
    return ""


def comparison_csv(plans: Sequence[PlanRecord], found: Sequence[Comparison]) -> str:
    """Return one line per estate that is in any plan: year, works and cost in each of them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    fields = ("year", "classes", "cost_wan", "benefit")
    heads = [f"{field}_{index}" for index in range(1, len(plans) + 1) for field in fields]
    places = {plan.name: index for index, plan in enumerate(plans, 1)}
    moves = [f"move_{places[pair.first.name]}_{places[pair.second.name]}" for pair in found]
    writer.writerow(["estate_id", "name", "street", "households", *heads, *moves])
    kinds = [{one.id: one.move.value for one in pair.moved} for pair in found]
    for id_ in sorted({id_ for plan in plans for id_ in plan.by_id}):
        known = next(plan.by_id[id_] for plan in plans if id_ in plan.by_id)
        cells = [cell for plan in plans for cell in _csv_cells(plan.by_id.get(id_))]
        about = [id_, as_text(known.name), as_text(known.street), str(known.households)]
        writer.writerow([*about, *cells, *(kind.get(id_, "") for kind in kinds)])
    return text.getvalue()


def _csv_cells(one: ChosenRecord | None) -> list[str]:
    if one is None:
        return ["", "", "", ""]
    works = "+".join(works.value for works in one.works)
    return [str(one.year), works, wan(one.cost), f"{one.worth / 1000:g}"]


def comparison_json(plans: Sequence[PlanRecord], found: Sequence[Comparison]) -> str:
    """Return every figure of the plans and of their differences."""
    content = {
        "format": FORMAT,
        "plans": [plan_content(plan) for plan in plans],
        "pairs": [pair_content(pair) for pair in found],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def plan_content(plan: PlanRecord) -> dict[str, Any]:
    """Return what a plan comes to, for a JSON file."""
    fair = fairness_of(plan)
    return {
        "name": plan.name,
        "place": plan.place,
        "day": plan.day.isoformat(),
        "years": list(plan.years),
        "objective": plan.milli / 1000,
        "bound": plan.bound / 1000,
        "gap": plan.gap,
        "estates": len(plan.chosen),
        "households": plan.households,
        "budget_wan": wan(plan.budget),
        "cost_wan": wan(plan.cost),
        "by_year_wan": {str(year): wan(cents) for year, cents in paid_by_year(plan).items()},
        "by_class_wan": {works.value: wan(c) for works, c in paid_by_class(plan).items()},
        "by_source_wan": {name: wan(cents) for name, cents in paid_by_source(plan).items()},
        "gini": None if fair.gini is None else float(fair.gini),
        "best_to_worst": None if fair.ratio is None else float(fair.ratio),
    }


def pair_content(pair: Comparison) -> dict[str, Any]:
    """Return the difference of two plans for a JSON file."""
    return {
        "first": pair.first.name,
        "second": pair.second.name,
        "outcome": pair.outcome.value,
        "said": said(pair),
        "not_comparable": list(pair.reasons),
        "remarks": list(pair.remarks),
        "objective": (pair.second.milli - pair.first.milli) / 1000,
        "cost_wan": wan(pair.second.cost - pair.first.cost),
        "households": pair.second.households - pair.first.households,
        "overlap": float(pair.overlap),
        "counts": {move.value: count for move, count in pair.counts.items()},
        "moved": [
            {
                "estate_id": one.id,
                "name": one.name,
                "move": one.move.value,
                "before": _side(one.before),
                "after": _side(one.after),
            }
            for one in pair.moved
            if one.move is not Move.SAME
        ],
    }


def _side(one: ChosenRecord | None) -> dict[str, Any] | None:
    if one is None:
        return None
    works = [works.value for works in one.works]
    return {"year": one.year, "classes": works, "cost_wan": wan(one.cost)}
