"""The plans before and after a change of policy, compared."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jiugai.kernel.errors import InputError, Refusal
from jiugai.kernel.i18n import _, listed

if TYPE_CHECKING:
    from jiugai.census.census import Census
    from jiugai.planning.comparing.compare import Comparison, Moved
    from jiugai.planning.record import PlanRecord
    from jiugai.policy.law import Law
    from jiugai.reporting.whatif import PlanPart, PlanTurn


def plan_part(
    census: Census, laws: tuple[Law, Law], *, budget: str, years: int, **asked: Any
) -> PlanPart:
    """Return how the plan of a census changes from the first law to the second.

    Raises what `jiugai plan` raises; for the second law the message says that it is meant.
    """
    from jiugai.planning.comparing.compare import compare

    before, after = laws
    first = _record(census, before, _("现行"), budget=budget, years=years, **asked)
    try:
        second = _record(census, after, _("拟议"), budget=budget, years=years, **asked)
    except (InputError, Refusal) as error:
        sentence = _("按拟议的规定编制计划时：{error}").format(error=error)
        raise Refusal(sentence) from error
    # Another place's law is tried on the same estates.
    return _part(compare(first, replace(second, place=first.place)))


def _record(
    census: Census, law: Law, name: str, *, budget: str, years: int, **asked: Any
) -> PlanRecord:
    from jiugai.cli.plan import make, terms_asked
    from jiugai.planning.output.files import plan_json
    from jiugai.planning.record import record_of

    terms = terms_asked(law, years=years, **asked)
    made = make(census, law, budget=budget, years=years, terms=terms)
    return record_of(json.loads(plan_json(made)), name=name)


def _part(found: Comparison) -> PlanPart:
    from jiugai.kernel.money import grouped
    from jiugai.planning.comparing.compare import Move, move_title, said
    from jiugai.planning.output import comparison as files
    from jiugai.reporting.whatif import PlanPart

    plans = (found.first, found.second)
    moved = [one for one in found.moved if one.move is not Move.SAME]
    counts = listed(
        (
            _("{title} {count} 个").format(title=move_title(move), count=found.counts[move])
            for move in Move
        ),
        "，",
    )
    figures = [
        (f"{len(found.second.chosen):,}", _("个列入计划，原 {n}"), f"{len(found.first.chosen):,}"),
        (grouped(found.second.cost), _("万元投资，原 {n}"), grouped(found.first.cost)),
    ]
    return PlanPart(
        said=(said(found), _("计划：{counts}。").format(counts=counts), *found.remarks),
        figures=tuple((value, label.format(n=old)) for value, label, old in figures),
        tables=(
            replace(files.figures_table(plans), name=_("计划对照")),
            replace(files.money_table(plans), name=_("计划资金对照")),
        ),
        turns=tuple(_turn(found, one) for one in moved),
        kinds=tuple(move_title(move) for move in Move if move is not Move.SAME),
        content={"plans": _plans(plans), **files.pair_content(found)},
    )


def _plans(plans: tuple[PlanRecord, PlanRecord]) -> list[dict[str, Any]]:
    from jiugai.planning.output.comparison import plan_content

    return [plan_content(plan) for plan in plans]


def _turn(found: Comparison, one: Moved) -> PlanTurn:
    from jiugai.planning.comparing.compare import move_title
    from jiugai.planning.output.comparison import arranged, why_out
    from jiugai.reporting.whatif import PlanTurn

    sides = (one.before, one.after)
    years = [side.year if side else None for side in sides]
    classes = ["+".join(w.value for w in side.works) if side else "" for side in sides]
    return PlanTurn(
        id=one.id,
        kind=move_title(one.move),
        before=arranged(one.before),
        after=arranged(one.after),
        years=(years[0], years[1]),
        classes=(classes[0], classes[1]),
        why=why_out(found, one.id),
    )
