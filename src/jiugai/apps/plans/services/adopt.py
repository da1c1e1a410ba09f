"""Adopt a plan: a frozen version in force, its estates in their years, what it changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import connection, transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.plans.models import Change, Place, Plan, Result
from jiugai.apps.plans.queries.adopting import facts_changed, items_between
from jiugai.apps.plans.records import digest_of
from jiugai.apps.projects.models import Project, Way
from jiugai.apps.projects.project.services import open_project, set_stage
from jiugai.apps.registry.models import Estate, Stage
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import listed

#: The first number of the advisory lock under which plans of a division are adopted.
LOCK: Final = 7204
#: Estates whose works have not begun: these a plan may take in, move and leave out.
MOVABLE: Final = frozenset({Stage.LEDGER, Stage.RESERVE, Stage.PLAN})


class FactsChanged(Refusal):
    """The register changed since the plan was found; `estates` are those that differ."""

    def __init__(self, estates: Sequence[str]) -> None:
        self.estates = tuple(estates)
        super().__init__(
            _(
                "求解之后有 {n} 个小区的台账变了；请重新求解，或者写明为什么仍按原结果采用。"
            ).format(n=len(self.estates))
        )


@dataclass(frozen=True, slots=True)
class Said:
    """What the person who adopts a plan says: name, basis, and why all the same."""

    name: str
    basis: str
    reason: str = ""


@transaction.atomic
def adopt(*, run: int, said: Said, by: Person, on: date) -> Plan:
    """Put a result in force in place of the plans of its division whose years it touches.

    Raises FactsChanged if the register changed since and no reason is given, Refusal if the result
    is a policy that is only tried, is in force already or touches works that have begun.
    """
    result = Result.objects.select_related("run__scenario").get(pk=run)
    _hold(result.division)
    _refuse(result, said)
    replaced = list(_replaced(result))
    _move_estates(result, replaced, by=by, on=on)
    for former in replaced:
        former.ended_on = on
        former.save(update_fields=["ended_on"])
    plan = _freeze(result, said, by=by, on=on)
    for former in replaced:
        _follow(former, plan, said, by=by)
    record(
        Action.PLAN_ADOPTED,
        plan,
        by=by,
        reason=said.reason,
        basis=said.basis,
        digest=plan.digest,
        estates=result.estates,
        replaced=[one.pk for one in replaced],
    )
    return plan


def _hold(division: str) -> None:
    """Let one adoption of a division wait for another."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK, division])


def _refuse(result: Result, said: Said) -> None:
    if Plan.objects.filter(result=result).exists():
        raise Refusal(_("这个结果已经采用过了。"))
    if result.run.asked.get("proposal"):
        raise Refusal(_("这个结果按试行的政策算出，不能采用；请在现行规定下求解。"))
    if digest_of(result.content) != result.digest:
        raise Refusal(_("保存的结果与它的摘要不符，不能采用；请重新求解，并告诉系统管理员。"))
    if not said.basis.strip():
        raise Refusal(_("请写明采用的依据，如会议纪要或批复文号。"))
    changed = facts_changed(result)
    if changed and not said.reason.strip():
        raise FactsChanged(changed)


def _replaced(result: Result) -> Iterable[Plan]:
    span = result.run.span
    return Plan.objects.select_for_update(of=("self",)).filter(
        division=result.division, ended_on=None, first__lte=span[-1], last__gte=span[0]
    )


def _freeze(result: Result, said: Said, *, by: Person, on: date) -> Plan:
    span = result.run.span
    earlier = Plan.objects.filter(division=result.division, first=span[0], last=span[-1])
    return Plan.objects.create(
        division=result.division,
        name=said.name.strip()[:80] or result.run.scenario.name,
        first=span[0],
        last=span[-1],
        version=max((one.version for one in earlier), default=0) + 1,
        result=result,
        digest=result.digest,
        basis=said.basis.strip()[:300],
        reason=said.reason.strip()[:300],
        by=by,
        on=on,
    )


def _follow(former: Plan, plan: Plan, said: Said, *, by: Person) -> None:
    """Write down what a plan changed in the one it takes the place of."""
    Change.objects.create(
        division=plan.division,
        before=former,
        after=plan,
        before_digest=former.digest,
        after_digest=plan.digest,
        items=items_between(former.result, plan.result),
        reason=said.reason.strip()[:300] or said.basis.strip()[:300],
        by=by,
    )


def _move_estates(result: Result, replaced: Sequence[Plan], *, by: Person, on: date) -> None:
    """Give the chosen estates their year, and take it from those that are in no plan any more."""
    years = dict(_years_of(result))
    before = {pk: year for plan in replaced for pk, year in _years_of(plan.result)}
    locked = {
        one.pk: one
        for one in Estate.objects.select_for_update(of=("self",))
        .filter(pk__in={*years, *before})
        .order_by("pk")
    }
    projects = {
        one.estate_id: one for one in Project.objects.filter(estate__in=locked, closed_on=None)
    }
    _refuse_begun(years, locked)
    for pk, year in years.items():
        _plan(locked[pk], year, projects, by=by, on=on)
    for pk in before.keys() - years.keys():
        _release(locked[pk], projects)


def _years_of(result: Result) -> list[tuple[int, int]]:
    rows = Place.objects.filter(result=result, year__isnull=False).order_by("estate_id")
    return [(pk, year) for pk, year in rows.values_list("estate_id", "year") if year is not None]


def _refuse_begun(years: Mapping[int, int], locked: Mapping[int, Estate]) -> None:
    gone = [one for one in locked.values() if one.retired_on and one.pk in years]
    begun = [one for pk, one in locked.items() if pk in years and one.stage not in MOVABLE]
    if gone or begun:
        raise Refusal(
            _("{names}已经开工或并入别的小区，不能再列入计划；请重新求解。").format(
                names=listed([*begun, *gone][:5])
            )
        )


def _plan(
    estate: Estate, year: int, projects: Mapping[int, Project], *, by: Person, on: date
) -> None:
    """Put an estate into the plan of a year; one without a project gets it as a task 任务制."""
    project = projects.get(estate.pk)
    if project is None:
        project = open_project(estate=estate, way=Way.TASK, by=by, on=on)
    if project.year != year:
        project.year = year
        project.save(update_fields=["year"])
    if estate.stage != Stage.PLAN:
        set_stage(estate=estate, stage=Stage.PLAN)


def _release(estate: Estate, projects: Mapping[int, Project]) -> None:
    """Take an estate out of the plan: it stays in reserve."""
    project = projects.get(estate.pk)
    if estate.stage != Stage.PLAN:
        return
    if project is not None:
        project.year = None
        project.save(update_fields=["year"])
    set_stage(estate=estate, stage=Stage.RESERVE)
