"""What can happen to a project: opened, closed; its estate moves from stage to stage."""

from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.gates.recompute import recompute
from jiugai.apps.projects.models import Project, Way
from jiugai.apps.projects.models.number import next_number
from jiugai.apps.registry.models import Estate, Stage
from jiugai.kernel.errors import Refusal

NUMBERS: Final = "project"


@transaction.atomic
def open_project(*, estate: Estate, way: Way, by: Person, on: date) -> Project:
    """Open the project of an estate; an estate that was only in the ledger is now in reserve.

    Raises Refusal if the estate is gone or has an open project.
    """
    locked = lock_estate(estate)
    if (opened := open_project_of(locked)) is not None:
        raise Refusal(
            _("{estate}已有在办项目 {number}，不能再立一个。").format(
                estate=locked, number=opened.number
            )
        )
    project = Project.objects.create(
        estate=locked,
        division=locked.division,
        number=project_number(locked.district, on.year),
        way=way,
        opened_on=on,
        opened_by=by,
    )
    if locked.stage == Stage.LEDGER:
        set_stage(estate=locked, stage=Stage.RESERVE)
    recompute([project.pk], day=on)
    record(Action.PROJECT_OPENED, project, by=by, way=way.value, estate=locked.pk)
    return project


@transaction.atomic
def close_project(*, project: Project, why: str, by: Person, on: date) -> Project:
    """Close a project without going on; its estate is back in the ledger unless works began.

    Raises Refusal without a reason or if it is closed already.
    """
    # The estate first, as everywhere: who waits for the other must not be waited for.
    estate = Estate.objects.select_for_update(of=("self",)).get(pk=project.estate_id)
    locked = Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    if locked.closed_on is not None:
        raise Refusal(_("这个项目已于 {day} 结束。").format(day=locked.closed_on))
    if not why.strip():
        raise Refusal(_("请写明结束的原因。"))
    locked.closed_on, locked.closed_why = on, why.strip()[:300]
    locked.save(update_fields=["closed_on", "closed_why"])
    if estate.stage in (Stage.RESERVE, Stage.PLAN):
        set_stage(estate=estate, stage=Stage.LEDGER)
    record(Action.PROJECT_CLOSED, locked, by=by, reason=locked.closed_why)
    return locked


def set_stage(*, estate: Estate, stage: Stage) -> None:
    """Move a locked estate to a stage; the caller writes down why."""
    estate.stage = stage
    estate.save(update_fields=["stage", "updated_at"])


def lock_estate(estate: Estate) -> Estate:
    """Return an estate locked for this transaction; raises Refusal if it is no longer listed."""
    locked = Estate.objects.select_for_update(of=("self",)).get(pk=estate.pk)
    if locked.retired_on is not None:
        raise Refusal(_("这个小区已并入别的小区，请到并入后的小区办理。"))
    return locked


def open_project_of(estate: Estate) -> Project | None:
    """Return the project of an estate that is not closed."""
    return Project.objects.filter(estate=estate, closed_on=None).first()


def project_number(district: str, year: int) -> str:
    """Return the next number of a project in a district and year, like 110199-2026-0001."""
    return f"{district}-{year}-{next_number(NUMBERS, district, year):04d}"
