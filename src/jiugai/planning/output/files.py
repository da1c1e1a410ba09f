"""The files of a plan: plan.csv, plan.json and plan.xlsx."""

import csv
import io
import json
from pathlib import Path
from typing import Any, Final

from jiugai.kernel.money import wan
from jiugai.planning.answers.explain import Binding
from jiugai.planning.model.classes import CLASSES
from jiugai.planning.money.money_table import MoneyLine, money_lines
from jiugai.planning.output.workbook import workbook
from jiugai.planning.plan import Chosen, Plan
from jiugai.planning.pool.candidates import Candidate, LeftOut

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


def plan_files(plan: Plan) -> dict[str, bytes]:
    """Return the content of every file of a plan by name."""
    return {
        "plan.csv": plan_csv(plan).encode("utf-8-sig"),
        "plan.json": plan_json(plan).encode("utf-8"),
        "plan.xlsx": workbook(plan),
    }


def plan_csv(plan: Plan) -> str:
    """Return one line per estate: the chosen by year and score, then the others by score."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    for chosen in sorted(plan.chosen, key=lambda one: (one.year, *_by_score(one.estate))):
        classes = "+".join(works.value for works in chosen.works)
        writer.writerow(_line(chosen.estate, str(chosen.year), classes, chosen.reason))
    for left_out in sorted(plan.left_out, key=lambda one: _by_score(one.estate)):
        writer.writerow(_line(left_out.estate, "", "", left_out.reason))
    return text.getvalue()


def _by_score(estate: Candidate) -> tuple[int, str]:
    return -estate.score.hundredths, estate.id


def _line(estate: Candidate, year: str, classes: str, reason: str) -> list[str]:
    costs = ["" if cents is None else wan(cents) for cents in estate.gross]
    name = f"'{estate.name}" if estate.name.startswith(_FORMULA) else estate.name
    return [estate.id, name, year, classes, *costs, f"{estate.score.points:.2f}", reason]


def plan_json(plan: Plan) -> str:
    """Return the figures of a plan, its proof and its reasons."""
    return json.dumps(_content(plan), ensure_ascii=False, indent=2) + "\n"


def _content(plan: Plan) -> dict[str, Any]:
    return {
        "place": plan.place,
        "day": plan.day.isoformat(),
        "years": list(plan.years),
        "objective": plan.objective,
        "bound": plan.bound / 1000,
        "gap": plan.gap,
        "seconds": round(plan.seconds, 3),
        "stop": plan.stop.value,
        "strict": plan.terms.strict,
        "carry": plan.terms.carry,
        "measure": plan.terms.weights.measure.value,
        "budget": {"origin": plan.budget.origin, "total_wan": wan(plan.budget.total())},
        "money": [_money(line) for line in money_lines(plan)],
        "chosen": [_chosen(one) for one in plan.chosen],
        "binding": [_binding(one) for one in plan.binding],
        "left_out": [_left_out(one) for one in plan.left_out],
    }


def _money(line: MoneyLine) -> dict[str, Any]:
    return {
        "year": line.year,
        "source": line.source,
        "classes": [works.value for works in CLASSES if works in line.classes],
        "given_wan": wan(line.given),
        "paid_wan": {w.value: wan(c) for w, c in zip(CLASSES, line.paid, strict=True)},
        "left_wan": wan(line.left),
    }


def _chosen(one: Chosen) -> dict[str, Any]:
    return {
        "estate_id": one.estate.id,
        "year": one.year,
        "classes": [works.value for works in one.works],
        "cost_wan": wan(one.cost),
        "social_capital_wan": wan(one.own),
        "benefit": one.milli / 1000,
    }


def _binding(one: Binding) -> dict[str, Any]:
    clause = None
    if one.clause is not None:
        clause = {"document": one.clause.document, "clause": one.clause.number}
    return {"kind": one.kind.value, "year": one.year, "text": one.text, "clause": clause}


def _left_out(one: LeftOut) -> dict[str, Any]:
    return {
        "estate_id": one.estate.id,
        "name": one.estate.name,
        "why": one.why.value,
        "reason": one.reason,
    }


def write_plan(folder: Path, plan: Plan) -> None:
    """Write the files of a plan into a folder."""
    for name, content in plan_files(plan).items():
        (folder / name).write_bytes(content)
