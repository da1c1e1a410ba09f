"""Projects of the year whose works were not filed yet."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import Viewer
from jiugai.apps.projects.models import GateState
from jiugai.apps.projects.permits.filing import unfiled
from jiugai.kernel.division import DISTRICT
from jiugai.policy.rulebook import rulebook
from jiugai.web.todos import Kind, Todo


def _waiting(viewer: Viewer, on: date) -> QuerySet[GateState]:
    """Return what waits in a district or below; each district has its own law."""
    if len(viewer.division or "") < DISTRICT:
        return GateState.objects.none()
    return unfiled(viewer.division or "", on=on)


def _count(viewer: Viewer) -> int:
    return _waiting(viewer, timezone.localdate()).count()


def _listed(viewer: Viewer, on: date, most: int) -> Sequence[Todo]:
    found = _waiting(viewer, on).order_by("project__year", "project_id")[:most]
    return [_todo(one) for one in found]


def _todo(state: GateState) -> Todo:
    rule = rulebook().rules.get(state.rule)
    return Todo(
        title=str(state.project),
        address=reverse("projects:permits", args=[state.project_id]),
        what=_("开工前向规划、住建、消防报备"),
        clause=rule.clause if rule else None,
    )


KIND: Final = Kind("filing", Permission.SUPPLY_EVIDENCE, _count, _listed)
