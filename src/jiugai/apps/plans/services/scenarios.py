"""What can happen to a scenario: made, copied, changed, put away."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.plans.asked import LOCK, USUAL, Asked, law_of_plan, ordered, terms_in
from jiugai.apps.plans.models import Plan, Scenario
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import listed

LONGEST: Final = 60  # letters of a name
PARTS: Final = {
    "money": gettext_lazy("资金"),
    "weights": gettext_lazy("权重"),
    "demands": gettext_lazy("要求"),
    "capacity": gettext_lazy("产能"),
    "assumptions": gettext_lazy("假设"),
    "strict": gettext_lazy("证据不足的小区"),
    "carry": gettext_lazy("结转"),
    "reserve": gettext_lazy("只从储备库选"),
    "seconds": gettext_lazy("求解时间"),
    "ways": gettext_lazy("列入办法"),
    "curve": gettext_lazy("资金效益曲线"),
    "changes": gettext_lazy("改动上限"),
    "proposal": gettext_lazy("试行的政策"),
}


class Overtaken(Refusal):
    """Somebody else changed the scenario since it was opened; `scenario` is how it is now."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        super().__init__(
            _(
                "{who}在您打开之后改过这个方案（现在是第 {n} 版）。您填的都还在，没有保存；"
                "请对照下面的不同，改好后再保存一次。"
            ).format(who=scenario.changed_by, n=scenario.version)
        )


@transaction.atomic
def make_scenario(
    *,
    name: str,
    division: str,
    day: date,
    years: int,
    by: Person,
    at: datetime,
    asked: Asked = USUAL,
    base: Plan | None = None,
) -> Scenario:
    """Make a scenario; raises Refusal if the name is too long or the division has it already."""
    if len(name) > LONGEST:
        raise Refusal(_("名称最多 {most} 个字，请写短一些。").format(most=LONGEST))
    try:
        with transaction.atomic():
            made = Scenario.objects.create(
                name=name,
                division=division,
                day=day,
                years=years,
                asked={**USUAL, **asked},
                base=base,
                made_by=by,
                changed_by=by,
                changed_at=at,
            )
    except IntegrityError as error:
        raise Refusal(_("已有叫“{name}”的方案；请换一个名称。").format(name=name)) from error
    record(Action.SCENARIO_MADE, made, by=by)
    return made


def copy_scenario(*, scenario: Scenario, name: str, by: Person, at: datetime) -> Scenario:
    """Make another scenario that asks the same, to be changed by itself."""
    return make_scenario(
        name=name,
        division=scenario.division,
        day=scenario.day,
        years=scenario.years,
        asked=scenario.asked,
        base=scenario.base,
        by=by,
        at=at,
    )


@transaction.atomic
def change_scenario(
    *, pk: int, version: int, asked: Asked, years: int, by: Person, at: datetime
) -> Scenario:
    """Keep what a scenario asks for now.

    Raises Overtaken if it is not the version that was opened, InputError, UsageError or Refusal
    if what is asked cannot be used.
    """
    scenario = _locked(pk)
    if scenario.version != version:
        raise Overtaken(scenario)
    _check(scenario, asked, years)
    before = scenario.asked
    scenario.years = years
    return _keep(scenario, asked, by=by, at=at, changed=_differing(before, asked))


@transaction.atomic
def nominate(*, pk: int, keys: Sequence[str], by: Person, at: datetime) -> Scenario:
    """Put estates of the pool into a scenario, in whichever year serves best.

    Raises Refusal if none was ticked.
    """
    scenario = _locked(pk)
    if not keys:
        raise Refusal(_("请先勾选要提名的小区。"))
    asked = scenario.asked
    for key in dict.fromkeys(keys):
        asked = ordered(asked, key, LOCK)
    return _keep(scenario, asked, by=by, at=at, changed=[f"{LOCK} {key}" for key in keys])


@transaction.atomic
def archive_scenario(*, pk: int, by: Person, on: date) -> Scenario:
    """Put a scenario away; its results stay."""
    scenario = _locked(pk)
    scenario.archived_on = on
    scenario.save(update_fields=["archived_on"])
    record(Action.SCENARIO_ARCHIVED, scenario, by=by)
    return scenario


def _locked(pk: int) -> Scenario:
    scenario = Scenario.objects.select_for_update(of=("self",)).get(pk=pk)
    if scenario.archived_on:
        raise Refusal(_("这个方案已于 {day} 收起，不能再改。").format(day=scenario.archived_on))
    return scenario


def _check(scenario: Scenario, asked: Asked, years: int) -> None:
    """Raise what the core raises for what makes no sense, before it is kept."""
    span = tuple(range(scenario.day.year, scenario.day.year + years))
    law = law_of_plan(scenario.division, scenario.day, asked)
    terms_in(asked, law, span)


def _keep(
    scenario: Scenario, asked: Asked, *, by: Person, at: datetime, changed: Sequence[str]
) -> Scenario:
    scenario.asked = dict(asked)
    scenario.version += 1
    scenario.changed_by, scenario.changed_at = by, at
    scenario.save(update_fields=["asked", "years", "version", "changed_by", "changed_at"])
    record(Action.SCENARIO_CHANGED, scenario, by=by, changed=list(changed), n=scenario.version)
    return scenario


def _differing(before: Asked, after: Asked) -> list[str]:
    return [name for name in USUAL if before.get(name) != after.get(name)]


def differences(mine: Asked, theirs: Asked) -> str:
    """Return in words which parts of a scenario two people have differently."""
    return listed(str(PARTS[name]) for name in _differing(mine, theirs))
