"""From a run to its result: the register in, the core's plan out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from jiugai.apps.plans.asked import budget_of, terms_in
from jiugai.apps.plans.models import Plan, Run
from jiugai.apps.plans.pooling import Entrants, entrants_of
from jiugai.apps.plans.prices import remember, remembered
from jiugai.apps.plans.records import latest_result, record_of_result
from jiugai.kernel.errors import Refusal
from jiugai.kernel.money import Cents
from jiugai.planning.plan import Plan as Found
from jiugai.planning.plan import make_plan
from jiugai.planning.pool.candidates import Candidate
from jiugai.planning.record import PlanRecord
from jiugai.planning.search.watch import Progress

#: Told the progress and what it means in the units of the register; returns whether to go on.
Tell = Callable[[Progress, Mapping[str, Any]], bool]


@dataclass(frozen=True, eq=False)
class Solved:
    """A plan and what it was made of."""

    plan: Found
    entrants: Entrants


def solve_run(run: Run, tell: Tell) -> Solved:
    """Return the best plan found for what a run asks.

    Raises InputError, UsageError or Refusal, each saying what to do.
    """
    entrants = entrants_of(run.division, run.day, run.span, run.asked)
    if not entrants.register.keys:
        raise Refusal(_("台账里没有可以列入计划的小区；请先导入台账，或取消“只从储备库选”。"))
    budget = budget_of(run.asked, run.span, entrants.law)
    terms = terms_in(run.asked, entrants.law, run.span, base=_base(run.base), start=_start(run))
    terms = replace(terms, prices=remembered(run))
    by_id = {one.id: one for one in entrants.pool.candidates}

    def watch(progress: Progress) -> bool:
        return tell(progress, so_far(progress, by_id, entrants.register.keys))

    plan = make_plan(
        entrants.pool,
        budget,
        terms,
        place=entrants.law.place,
        day=entrants.law.day,
        watch=watch,
    )
    remember(run, plan.prices)
    return Solved(plan, entrants)


def _base(plan: Plan | None) -> PlanRecord | None:
    return record_of_result(plan.result, name=str(plan)) if plan else None


def _start(run: Run) -> PlanRecord | None:
    """Return what was found for the scenario before, so that a small change is found soon."""
    before = latest_result(run.scenario)
    if before is None or before.run.years != run.years or before.run.day.year != run.day.year:
        return None
    return record_of_result(before, name=str(run.scenario))


def so_far(
    progress: Progress, by_id: Mapping[str, Candidate], keys: Mapping[str, int]
) -> dict[str, Any]:
    """Return what the page shows of the best plan so far: its worth, years, estates and cost.

    Estates are named by the keys that they have in the register.
    """
    found: dict[str, Any] = {
        "milli": progress.milli,
        "bound": int(progress.bound) if np.isfinite(progress.bound) else None,
        "seconds": round(progress.seconds, 2),
    }
    draft = progress.draft
    if draft is None:
        return found
    years: dict[int, list[int]] = {year: [] for year in draft.problem.years}
    cost = 0
    for index in np.flatnonzero(draft.year >= 0).tolist():
        one = by_id[draft.problem.ids[index]]
        years[draft.problem.years[int(draft.year[index])]].append(keys[one.id])
        done = draft.done[index].tolist()
        cost += sum(c or 0 for c, is_done in zip(one.gross, done, strict=True) if is_done)
    return found | {"years": years, "cost": Cents(cost)}
