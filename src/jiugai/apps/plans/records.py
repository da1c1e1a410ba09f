"""Results as the core reads them back."""

from jiugai.apps.plans.models import Result, Scenario
from jiugai.planning.record import PlanRecord, record_of


def record_of_result(result: Result, *, name: str) -> PlanRecord:
    """Return a kept plan to be compared, or to be planned on from."""
    return record_of(result.content, name=name, file=name)


def latest_result(scenario: Scenario) -> Result | None:
    """Return what was found last for a scenario, without its heavy parts."""
    return (
        Result.objects.filter(run__scenario=scenario)
        .select_related("run")
        .defer("workbook", "content")
        .order_by("-run")
        .first()
    )
