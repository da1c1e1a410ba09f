"""What a plan rests on besides its ledgers: assumptions, missing costs, buildings left away."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jiugai.kernel import counts
from jiugai.kernel.i18n import _, listed, ngettext, noted
from jiugai.kernel.money import in_wan, wan
from jiugai.kernel.tables import as_text
from jiugai.planning.classes import CLASSES
from jiugai.planning.need.both import Needs, rank_correlation, scoring_title
from jiugai.planning.plan import Chosen, Plan
from jiugai.planning.pool.candidates import Candidate, LeftOut
from jiugai.planning.pool.costs import named, without_cost
from jiugai.planning.pool.dropped import COSTS, Dropped
from jiugai.planning.pool.remarks import assumed_headings
from jiugai.policy.naming import fact_name

NEEDS_FILE: Final = "needs.csv"
_NEEDS: Final = ("estate_id", "name", "division", "missing", "reason")


@dataclass(frozen=True, slots=True)
class Resting:
    """How much of a plan rests on assumptions: estates, and cents out of the whole."""

    estates: int
    cents: int
    total: int


def resting(plan: Plan) -> Resting:
    """Return how many chosen estates have an assumed figure, and what of the cost is assumed."""
    return Resting(
        sum(bool(one.estate.assumed) for one in plan.chosen),
        sum(assumed_cost(one) for one in plan.chosen),
        sum(one.cost for one in plan.chosen),
    )


def assumed_cost(one: Chosen) -> int:
    """Return what of the cost of a chosen estate is assumed, in cents."""
    return sum(
        one.gross_of(works)
        for works, name in zip(CLASSES, COSTS, strict=True)
        if works in one.works and name in one.estate.assumed
    )


def everybody(plan: Plan) -> list[Candidate]:
    """Return every estate that was looked at, the chosen first."""
    return [*(one.estate for one in plan.chosen), *(out.estate for out in plan.left_out)]


def is_assuming(plan: Plan) -> bool:
    """Return whether any figure of a plan is assumed."""
    return any(one.assumed for one in everybody(plan))


def is_dropping(plan: Plan) -> bool:
    """Return whether any estate is planned without some of its buildings."""
    return any(one.dropped for one in everybody(plan))


def agreement(plan: Plan) -> float | None:
    """Return the rank correlation of the two ways of scoring, None where it is not defined."""
    needs = [one.needs for one in everybody(plan) if one.needs is not None]
    return rank_correlation(needs)


def figure_facts(plan: Plan) -> list[tuple[str, str]]:
    """Return by name what a reader must know of the figures of a plan, in sentences."""
    facts = [(_("需要的打分"), _scoring(plan))]
    missing = [out.estate for out in needs_of(plan)]
    if missing:
        facts.append((_("缺投资"), _missing(missing)))
    if plan.terms.assumptions is not None:
        facts.append((_("假设"), _assumed(plan, plan.terms.assumptions.source)))
    dropped = [one for estate in everybody(plan) for one in estate.dropped]
    if dropped:
        facts.append((_("不列入的楼栋"), _dropped(plan, dropped)))
    return facts


def _scoring(plan: Plan) -> str:
    rho = agreement(plan)
    said = _("未定义") if rho is None else f"{rho:.3f}"
    return _("计划按{way}；与另一种打分的排序相关系数（Spearman）：{rho}").format(
        way=scoring_title(plan.terms.weights.scoring), rho=said
    )


def _missing(missing: Sequence[Candidate]) -> str:
    return ngettext(
        "{count} 个小区缺投资，未列入：{names}；全部名单见 {file}", len(missing)
    ).format(count=len(missing), names=named(missing), file=NEEDS_FILE)


def _assumed(plan: Plan, source: str) -> str:
    found = resting(plan)
    return ngettext(
        "列入的 {count} 个小区含假设数据；总投资 {total} 万元中 {assumed} 万元是假设"
        "（依据：{source}）",
        found.estates,
    ).format(
        count=found.estates,
        total=in_wan(found.total),
        assumed=in_wan(found.cents),
        source=source,
    )


def _dropped(plan: Plan, dropped: Sequence[Dropped]) -> str:
    clauses = listed(dict.fromkeys(one.standing.clauses for one in dropped))
    return ngettext("{estates}共 {buildings} 栋楼不列入（依据 {clauses}）", len(dropped)).format(
        estates=counts.estates(sum(bool(one.dropped) for one in everybody(plan))),
        buildings=len(dropped),
        clauses=clauses,
    )


def needs_of(plan: Plan) -> list[LeftOut]:
    """Return the estates that are out because the cost of their works is not known."""
    return without_cost(plan.left_out)


def needs_csv(plan: Plan) -> str:
    """Return the estates without cost, what each lacks and what to do, one line each."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_NEEDS)
    for out in needs_of(plan):
        one = out.estate
        lacking = [n for n, cents in zip(COSTS, one.gross, strict=True) if cents is None]
        missing = [fact_name(name) for name in dict.fromkeys([*lacking, *_facts(one)])]
        writer.writerow([one.id, as_text(one.name), one.division, listed(missing), out.reason])
    return text.getvalue()


def _facts(one: Candidate) -> list[str]:
    return [name for name in one.underivable if "." not in name]


@dataclass(frozen=True, slots=True)
class Extra:
    """A column that a table has only where a plan needs it: for a program, and for people."""

    name: str
    heading: str
    word: Callable[[Candidate], str]
    shown: Callable[[Candidate], str]


def extra_columns(plan: Plan) -> list[Extra]:
    """Return the columns about assumptions and buildings that a plan's tables need."""
    found = []
    if is_assuming(plan):
        assumed = Extra("assumed", _("假设的数据"), _assumed_names, assumed_headings)
        found.append(assumed)
    if is_dropping(plan):
        heading = _("不列入的楼栋")
        found.append(Extra("dropped_buildings", heading, dropped_words, dropped_words))
    return found


def _assumed_names(one: Candidate) -> str:
    return "+".join(one.assumed)


def dropped_words(one: Candidate) -> str:
    """Return the buildings that an estate is planned without, each with its clause."""
    return as_text(listed(noted(b.name, b.standing.clauses) for b in one.dropped))


def figures_json(plan: Plan) -> dict[str, Any]:
    """Return the same for a program."""
    found = resting(plan)
    assumptions = plan.terms.assumptions
    return {
        "scoring": {
            "drives": plan.terms.weights.scoring.value,
            "rank_correlation": agreement(plan),
        },
        "assumptions": assumptions
        and {
            "file": assumptions.file,
            "source": assumptions.source,
            "estates": found.estates,
            "assumed_wan": wan(found.cents),
            "total_wan": wan(found.total),
        },
        "without_cost": len(needs_of(plan)),
    }


def estate_json(one: Candidate) -> dict[str, Any]:
    """Return what an estate rests on, for a program; nothing for what it does not."""
    found: dict[str, Any] = {}
    if one.needs is not None:
        found["scores"] = _scores(one.needs)
    if one.assumed:
        found["assumed"] = list(one.assumed)
    if one.dropped:
        found["dropped_buildings"] = [_building(building) for building in one.dropped]
    if one.open_buildings:
        found["open_buildings"] = [
            {"building": name, "rule": rule.rule, "missing": list(rule.missing)}
            for name, rule in one.open_buildings
        ]
    return found


def _scores(needs: Needs) -> dict[str, float]:
    return {"weighted": needs.weighted.points, "topsis": needs.topsis.points}


def _building(one: Dropped) -> dict[str, Any]:
    return {
        "building": one.name,
        "rule": one.standing.rule,
        "because": [
            {"document": clause.document, "clause": clause.number}
            for clause in one.standing.because
        ],
        "households": one.households,
        "costs_wan": {
            works.value: wan(cents)
            for works, cents in zip(CLASSES, one.costs, strict=True)
            if cents is not None
        },
    }
