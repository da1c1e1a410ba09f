"""Plan on from a plan in force: a scenario that asks the same and may change only so much."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.plans.models import Plan, Scenario
from jiugai.apps.plans.services.scenarios import make_scenario
from jiugai.kernel.errors import Refusal


def plan_again(*, plan: Plan, by: Person, on: date, at: datetime) -> Scenario:
    """Make a scenario on the basis of a plan in force, for the years that are left of it.

    Raises Refusal if the plan is not in force any more or its years are over.
    """
    if not plan.is_in_force:
        raise Refusal(_("这一版计划已被后来的版本取代；请从在用的版本接着编。"))
    if on.year > plan.last:
        raise Refusal(_("这份计划的年份已经过去；请新建方案。"))
    day = max(on, date(plan.first, 1, 1))
    return make_scenario(
        name=_("{name} 调整 {at}").format(name=plan.name[:30], at=f"{at:%m-%d %H:%M:%S}"),
        division=plan.division,
        day=day,
        years=plan.last - day.year + 1,
        by=by,
        at=at,
        asked=plan.result.run.asked,
        base=plan,
    )
