"""Projects whose adopted way lacks somebody in a role, or has steps to take."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.projects.models import Adoption, Project
from jiugai.apps.projects.modes.catalogue import BY_ID
from jiugai.apps.projects.modes.queries import Adopted, adopted
from jiugai.web.todos import Kind, Todo


def _open() -> QuerySet[Project]:
    going = Adoption.objects.filter(ended_on=None, mode__in=BY_ID)
    return Project.objects.filter(closed_on=None, adoptions__in=going).select_related("estate")


def _waiting() -> list[tuple[Project, Adopted]]:
    found = [(one, adopted(one)) for one in _open().order_by("id")]
    return [
        (project, one)
        for project, one in found
        if one is not None and (one.empty_roles or one.taken < len(one.steps))
    ]


def _count(_viewer: Viewer) -> int:
    return len(_waiting())


def _listed(_viewer: Viewer, _on: date, most: int) -> Sequence[Todo]:
    return [_todo(project, one) for project, one in _waiting()[:most]]


def _todo(project: Project, one: Adopted) -> Todo:
    following = next((step.title for step, done in one.steps if done is None), "")
    if one.empty_roles:
        what = ngettext(
            "{mode}：还有 {n} 个角色没有落实单位",
            "{mode}：还有 {n} 个角色没有落实单位",
            one.empty_roles,
        ).format(mode=one.mode.title, n=one.empty_roles)
    else:
        what = _("{mode}：下一步，{step}").format(mode=one.mode.title, step=following)
    return Todo(
        title=str(project),
        address=reverse("projects:mode", args=[project.pk]),
        what=what,
        clause=one.mode.clauses[0],
    )


KIND: Final = Kind("modes", Permission.ADOPT_MODE, _count, _listed)
