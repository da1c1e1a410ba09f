"""What can happen to a run: started, asked to stop with the best plan so far."""

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.jobs.services import start
from jiugai.apps.plans.asked import budget_of, law_of_plan
from jiugai.apps.plans.models import Run, Scenario
from jiugai.kernel.errors import Refusal


@transaction.atomic
def start_run(*, scenario: Scenario, by: Person) -> Run:
    """Solve a scenario in the background; a run of it that is not over gives way.

    Raises Refusal if there is no money to plan with.
    """
    locked = Scenario.objects.select_for_update(of=("self",)).get(pk=scenario.pk)
    law = law_of_plan(locked.division, locked.day, locked.asked)
    budget_of(locked.asked, locked.span, law)
    for earlier in Run.objects.filter(scenario=locked).select_related("job"):
        if earlier.job is not None and not earlier.job.is_over:
            _ask_to_stop(earlier)
    run = Run.objects.create(
        scenario=locked,
        division=locked.division,
        asked=locked.asked,
        day=locked.day,
        years=locked.years,
        base=locked.base,
        version=locked.version,
        by=by,
    )
    run.job = start(
        "plans.solve",
        title=_("求解方案“{name}”").format(name=locked.name),
        by=by,
        division=locked.division,
        arguments={"pk": run.pk},
    )
    run.save(update_fields=["job"])
    return run


@transaction.atomic
def stop_run(*, run: Run, by: Person) -> Run:
    """Ask a run to end with the best plan that it has; raises Refusal if it is over."""
    locked = Run.objects.select_for_update(of=("self",)).select_related("job").get(pk=run.pk)
    if locked.job is None or locked.job.is_over:
        raise Refusal(_("这次求解已经结束。"))
    _ask_to_stop(locked)
    record(Action.RUN_STOPPED, locked.scenario, by=by)
    return locked


def _ask_to_stop(run: Run) -> None:
    run.stop_asked = True
    run.save(update_fields=["stop_asked"])
