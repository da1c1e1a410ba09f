"""Assign an estate as a task, which opens its project at once."""

from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.projects.applications.clauses import first_in_force
from jiugai.apps.projects.applications.register import write_changed
from jiugai.apps.projects.models import Notice, Task, Way
from jiugai.apps.projects.project.services import open_project
from jiugai.apps.projects.today.notices import holders, notify
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal
from jiugai.kernel.source import Clause

#: The conference assigns tasks to the districts, on top of what was applied for.
CLAUSES: Final = (Clause("p14", "附件1(2)"),)


def clause_of_task(division: str, on: date) -> Clause | None:
    """Return the clause on which a task rests in a division on a day, or None."""
    return first_in_force(CLAUSES, division, on)


@transaction.atomic
def assign_task(*, estate: Estate, basis: str, reason: str, by: Person, on: date) -> Task:
    """Assign an estate as a task; its sub-district and district are told.

    Raises Refusal without basis and reason, or where the estate has an open project.
    """
    if not basis.strip() or not reason.strip():
        raise Refusal(_("请写明依据（如下达任务的文号）和下达理由。"))
    project = open_project(estate=estate, way=Way.TASK, by=by, on=on)
    task = Task.objects.create(
        project=project,
        division=project.division,
        basis=basis.strip(),
        reason=reason.strip(),
        by=by,
        on=on,
    )
    words = _("任务 {number}").format(number=project.number)
    write_changed(project.estate, {"task_assigned": True}, by=by, on=on, reason=words)
    people = {
        *holders(Permission.REVIEW_STREET, project.division, on),
        *holders(Permission.REVIEW_DISTRICT, project.division, on),
    }
    notify(
        people - {by},
        kind=Notice.Kind.TASKED,
        about=str(project),
        address=project.get_absolute_url(),
        key=f"task {task.pk}",
        words=task.reason,
    )
    record(Action.TASK_ASSIGNED, project, by=by, reason=task.reason[:300], basis=task.basis)
    return task
