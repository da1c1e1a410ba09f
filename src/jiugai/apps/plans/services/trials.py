"""What can happen to a trial of a policy: started, kept as a scenario."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.jobs.services import start
from jiugai.apps.plans.asked import USUAL, change_of, law_after
from jiugai.apps.plans.models import Scenario, Trial
from jiugai.apps.plans.services.scenarios import make_scenario
from jiugai.kernel.errors import Refusal


@transaction.atomic
def start_trial(
    *,
    name: str,
    division: str,
    day: date,
    proposal: Mapping[str, Any],
    scenario: Scenario | None,
    by: Person,
) -> Trial:
    """Try a change of policy in the background.

    Raises Refusal if nothing is changed, UsageError if something proposed cannot be.
    """
    change = change_of(proposal)
    if not change:
        raise Refusal(_("没有说要改什么；请至少改一个数字、一种理解、一个文件或日期。"))
    law_after(division, day, change)
    trial = Trial.objects.create(
        name=name, division=division, day=day, proposal=dict(proposal), scenario=scenario, by=by
    )
    trial.job = start(
        "plans.try",
        title=_("试算“{name}”").format(name=name),
        by=by,
        division=division,
        arguments={"pk": trial.pk},
    )
    trial.save(update_fields=["job"])
    record(Action.POLICY_TRIED, trial, by=by, proposal=dict(proposal))
    return trial


def keep_as_scenario(*, trial: Trial, by: Person, at: datetime) -> Scenario:
    """Make a scenario that plans under the proposed policy, with the money of the one compared."""
    base = trial.scenario
    asked = {**(base.asked if base else USUAL), "proposal": trial.proposal}
    return make_scenario(
        name=_("试行：{name} {at}").format(name=trial.name[:36], at=f"{at:%m-%d %H:%M:%S}"),
        division=trial.division,
        day=base.day if base else trial.day,
        years=base.years if base else 5,
        by=by,
        at=at,
        asked=asked,
    )
