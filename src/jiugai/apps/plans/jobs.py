"""Long work of plans: solving a scenario, trying a policy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from jiugai.apps.jobs.kinds import job
from jiugai.apps.jobs.progress import Progress
from jiugai.apps.plans.models import Run, Trial

if TYPE_CHECKING:
    from jiugai.planning.search.watch import Progress as Search

# The planner with its solvers loads for long; it is imported where a job begins, so that
# pages, which only ask for jobs, come up without it.

#: A solving is so many parts of a hundred; the rest is for ways in, the curve and storing.
SEARCH = 80


@job("plans.solve")
def solve(progress: Progress, *, pk: int) -> dict[str, Any]:
    """Solve a run and keep what came of it; it can be asked to stop with the best so far."""
    from jiugai.apps.plans.solving import solve_run
    from jiugai.apps.plans.storing import keep

    run = Run.objects.select_related("scenario", "base__result").get(pk=pk)
    seconds = float(run.asked["seconds"])

    def tell(search: Search, so_far: Mapping[str, Any]) -> bool:
        part = min(1.0, search.seconds / seconds)
        progress.tell(round(SEARCH * part), 100, _said(search), so_far=so_far)
        return not Run.objects.filter(pk=pk, stop_asked=True).exists()

    progress.tell(1, 100, _("正在从台账读取小区。"))
    solved = solve_run(run, tell)
    progress.tell(90, 100, _("正在保存结果。"))
    result = keep(run, solved)
    return {"url": run.get_absolute_url(), "milli": result.milli, "bound": result.bound}


@job("plans.try")
def try_policy_on_register(progress: Progress, *, pk: int) -> dict[str, Any]:
    """Try a change of policy and keep what it would do."""
    from jiugai.apps.plans.trying import try_policy

    trial = Trial.objects.select_related("scenario").get(pk=pk)

    def tell(done: int, message: str) -> None:
        progress.tell(done, 100, message)

    trial.outcome, trial.workbook = try_policy(trial, tell)
    trial.save(update_fields=["outcome", "workbook"])
    return {"url": trial.get_absolute_url(), "sentence": trial.outcome["said"]}


def _said(search: Search) -> str:
    return _("已找到效益 {worth:,.1f} 的计划，上界 {bound:,.1f}，差距 {gap:.3%}。").format(
        worth=search.milli / 1000, bound=search.bound / 1000, gap=search.gap
    )
