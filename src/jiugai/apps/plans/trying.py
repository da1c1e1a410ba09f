"""Try a change of policy on the register: who enters, who leaves, and the plan under both laws."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _

from jiugai.apps.plans.asked import budget_of, change_of, law_after, law_of_plan, terms_in
from jiugai.apps.plans.models import Scenario, Trial
from jiugai.apps.plans.pooling import entrants_of
from jiugai.apps.plans.queries.comparing import Compared, compared_records, sheet_of
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.models import Stage
from jiugai.apps.registry.queries.frames import read_register
from jiugai.kernel.errors import InputError, Refusal
from jiugai.planning.output.files import plan_json
from jiugai.planning.plan import make_plan
from jiugai.planning.record import PlanRecord, record_of
from jiugai.policy.diff import differences
from jiugai.policy.effects import effect_of
from jiugai.policy.whatif import notes_on
from jiugai.reporting.whatif import WhatIf, estates_table, said, tables_of
from jiugai.reporting.whatif_files import whatif_files

Tell = Callable[[int, str], None]


def try_policy(trial: Trial, tell: Tell) -> tuple[dict[str, Any], bytes]:
    """Return what a proposal would do, as pages show it, and its workbook.

    Raises UsageError, InputError or Refusal if it cannot be tried.
    """
    law = law_for(trial.division, trial.day)
    change = change_of(trial.proposal)
    after = law_after(trial.division, trial.day, change)
    tell(10, _("正在从台账读取小区。"))
    register = read_register(trial.division, list(Stage))
    if not register.keys:
        raise Refusal(_("台账里没有小区，无从试算；请先导入台账。"))
    tell(30, _("正在按两套规定判定每个小区。"))
    found = WhatIf(
        effect=effect_of(law, after, register.estates, children=register.children),
        changes=tuple(differences(law, after)),
        notes=notes_on(law, after, change),
        asked=trial.proposal,
    )
    plan = _plans(trial.scenario, trial.proposal, tell) if trial.scenario else Compared()
    tell(90, _("正在保存结果。"))
    sheets = [*map(sheet_of, tables_of(found)), sheet_of(estates_table(found))]
    outcome = {
        "said": said(found),
        "notes": list(found.notes),
        "changes": list(found.changes),
        "sheets": [asdict(one) for one in sheets],
        "plan": list(plan.sentences),
        "plan_sheets": [asdict(one) for one in plan.sheets],
        "register": register.digest,
        "law": law.book.digest,
    }
    return outcome, whatif_files(found)["whatif.xlsx"]


def _plans(scenario: Scenario, proposal: Mapping[str, Any], tell: Tell) -> Compared:
    """Return the plans of a scenario under both laws, compared."""
    tell(50, _("正在按现行规定求解。"))
    now = _record(scenario, {}, _("现行"))
    tell(70, _("正在按拟议的规定求解。"))
    try:
        later = _record(scenario, proposal, _("拟议"))
    except (InputError, Refusal) as error:
        raise Refusal(_("按拟议的规定编制计划时：{error}").format(error=error)) from error
    return compared_records([now, later])


def _record(scenario: Scenario, proposal: Mapping[str, Any], name: str) -> PlanRecord:
    asked = {**scenario.asked, "proposal": proposal, "ways": 0, "curve": 0}
    entrants = entrants_of(scenario.division, scenario.day, scenario.span, asked)
    law = law_of_plan(scenario.division, scenario.day, asked)
    plan = make_plan(
        entrants.pool,
        budget_of(asked, scenario.span, law),
        terms_in(asked, law, scenario.span),
        # Another place's law is tried on the same estates.
        place=scenario.division,
        day=scenario.day,
    )
    return record_of(json.loads(plan_json(plan)), name=name)
