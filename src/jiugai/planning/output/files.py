"""The files of a plan: plan.csv, packages.csv, plan.json and plan.xlsx."""

import csv
import io
import json
from pathlib import Path
from typing import Any, Final

from jiugai.kernel.money import wan
from jiugai.planning.answers.explain import Binding
from jiugai.planning.answers.ways.way import WayIn
from jiugai.planning.blocks.blocks import Blocks, blocks_of
from jiugai.planning.classes import CLASSES
from jiugai.planning.demands.assign import Assignment
from jiugai.planning.model.limits import Unit
from jiugai.planning.need.said import weights_said
from jiugai.planning.output.block_files import blocks_content, packages_csv
from jiugai.planning.output.fair_files import fairness_content
from jiugai.planning.output.figures import (
    NEEDS_FILE,
    estate_json,
    extra_columns,
    figures_json,
    needs_csv,
    needs_of,
)
from jiugai.planning.output.money_table import MoneyLine, money_lines
from jiugai.planning.output.rolling import rolling_json
from jiugai.planning.output.ways import ways_json, ways_of
from jiugai.planning.output.workbook import workbook
from jiugai.planning.plan import Chosen, Plan
from jiugai.planning.pool.candidates import Candidate, LeftOut
from jiugai.planning.record import CLOCK, FORMAT

HEADER: Final = (
    "estate_id",
    "name",
    "year",
    "classes",
    "cost_basic_wan",
    "cost_improving_wan",
    "cost_upgrading_wan",
    "score",
    "reason",
)
#: A spreadsheet would run a text that begins like this as a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t")


def plan_files(plan: Plan, blocks: Blocks | None = None) -> dict[str, bytes]:
    """Return the content of every file of a plan by name; `blocks` spares finding them again."""
    blocks = blocks or blocks_of(plan)
    needs = {NEEDS_FILE: needs_csv(plan).encode("utf-8-sig")} if needs_of(plan) else {}
    return needs | {
        "plan.csv": plan_csv(plan).encode("utf-8-sig"),
        "packages.csv": packages_csv(blocks).encode("utf-8-sig"),
        "plan.json": plan_json(plan, blocks).encode("utf-8"),
        "plan.xlsx": workbook(plan, blocks),
    }


def plan_csv(plan: Plan) -> str:
    """Return one line per estate: the chosen by year and score, then the others by score.

    Columns about assumptions and buildings follow where the plan has any.
    """
    extra = extra_columns(plan)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*HEADER, *(column.name for column in extra)])
    for chosen in sorted(plan.chosen, key=lambda one: (one.year, *_by_score(one.estate))):
        classes = "+".join(works.value for works in chosen.works)
        line = _line(chosen.estate, str(chosen.year), classes, chosen.reason)
        writer.writerow([*line, *(column.word(chosen.estate) for column in extra)])
    for left_out in sorted(plan.left_out, key=lambda one: _by_score(one.estate)):
        line = _line(left_out.estate, "", "", left_out.reason)
        writer.writerow([*line, *(column.word(left_out.estate) for column in extra)])
    return text.getvalue()


def _by_score(estate: Candidate) -> tuple[int, str]:
    return -estate.score.hundredths, estate.id


def _line(estate: Candidate, year: str, classes: str, reason: str) -> list[str]:
    costs = ["" if cents is None else wan(cents) for cents in estate.gross]
    name = f"'{estate.name}" if estate.name.startswith(_FORMULA) else estate.name
    return [estate.id, name, year, classes, *costs, f"{estate.score.points:.2f}", reason]


def plan_json(plan: Plan, blocks: Blocks | None = None) -> str:
    """Return the figures of a plan, its proof and its reasons; last, how long it took."""
    content = _content(plan) | blocks_content(plan, blocks or blocks_of(plan))
    content[CLOCK] = round(plan.seconds, 3)
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _content(plan: Plan) -> dict[str, Any]:
    ways = ways_of(plan)
    return {
        "format": FORMAT,
        "place": plan.place,
        "day": plan.day.isoformat(),
        "years": list(plan.years),
        "objective": plan.objective,
        "bound": plan.bound / 1000,
        "gap": plan.gap,
        "stop": plan.stop.value,
        "strict": plan.terms.strict,
        "carry": plan.terms.carry,
        "measure": plan.terms.weights.measure.value,
        "weights": weights_said(plan.terms.weights),
        **figures_json(plan),
        "budget": {"origin": plan.budget.origin, "total_wan": wan(plan.budget.total())},
        "remarks": list(plan.budget.remarks),
        "demands": {"origin": plan.terms.demands.origin},
        "money": [_money(line) for line in money_lines(plan)],
        "chosen": [_chosen(one) for one in plan.chosen],
        "binding": [_binding(one) for one in plan.binding],
        "left_out": [_left_out(one, ways.get(one.estate.id)) for one in plan.left_out],
        "firms": [_assigned(one) for one in plan.assigned],
        **rolling_json(plan),
        "fairness": fairness_content(plan),
    }


def _money(line: MoneyLine) -> dict[str, Any]:
    return {
        "year": line.year,
        "source": line.source,
        "source_title": line.title,
        "classes": [works.value for works in CLASSES if works in line.classes],
        "given_wan": wan(line.given),
        "paid_wan": {w.value: wan(c) for w, c in zip(CLASSES, line.paid, strict=True)},
        "left_wan": wan(line.left),
    }


def _chosen(one: Chosen) -> dict[str, Any]:
    return {
        **_estate(one.estate),
        "year": one.year,
        "classes": [works.value for works in one.works],
        "cost_wan": wan(one.cost),
        "costs_wan": {works.value: wan(one.gross_of(works)) for works in one.works},
        "social_capital_wan": wan(one.own),
        "benefit": one.milli / 1000,
        "together": one.together / 1000,
        "beside": list(one.beside),
    }


def _assigned(one: Assignment) -> dict[str, Any]:
    amount = wan(one.amount) if one.unit is Unit.INVESTMENT else one.amount
    return {
        "firm": one.firm,
        "year": one.start.year,
        "estate_id": one.start.estate.id,
        "classes": [works.value for works in one.works],
        "amount": amount,
        "unit": one.unit.value,
    }


def _binding(one: Binding) -> dict[str, Any]:
    clause = None
    if one.clause is not None:
        clause = {"document": one.clause.document, "clause": one.clause.number}
    return {"kind": one.kind.value, "year": one.year, "text": one.text, "clause": clause}


def _left_out(one: LeftOut, way: WayIn | None) -> dict[str, Any]:
    found = {**_estate(one.estate), "why": one.why.value, "reason": one.reason}
    return found | ways_json(way)


def _estate(one: Candidate) -> dict[str, Any]:
    return {
        "estate_id": one.id,
        "name": one.name,
        "division": one.division or one.street,
        "street": one.street_name,
        "households": one.households,
        "score": one.score.points,
        **estate_json(one),
    }


def write_plan(folder: Path, plan: Plan, blocks: Blocks | None = None) -> None:
    """Write the files of a plan into a folder; `blocks` spares finding them again."""
    for name, content in plan_files(plan, blocks).items():
        (folder / name).write_bytes(content)
