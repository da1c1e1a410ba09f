"""What choices by residents add to the pages of a project and of a household."""

from collections.abc import Mapping
from typing import Any, cast

from django.http import HttpRequest

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.choosing.views import choosings_of
from jiugai.apps.projects.models import Choosing, Project
from jiugai.apps.registry.models import Household
from jiugai.apps.surveys.models import Survey


def panel(request: HttpRequest, project: Project) -> Mapping[str, Any] | None:
    """Return the choices of a project, and whether another may be offered."""
    found = choosings_of(project)
    may = cast(StaffRequest, request).viewer.may(Permission.RUN_SURVEYS, division=project.division)
    may_offer = may and project.closed_on is None
    return (
        {"project": project, "found": found, "may_offer": may_offer}
        if found or may_offer
        else None
    )


def asked_by(request: HttpRequest, survey: Survey) -> Mapping[str, Any] | None:
    """Return the choice that a survey asks for, where its result is settled."""
    if not cast(StaffRequest, request).viewer.may(Permission.VIEW_PROJECTS):
        return None
    found = Choosing.objects.filter(survey=survey).first()
    return {"choosing": found, "survey": survey} if found else None


def chosen(_request: HttpRequest, household: Household) -> Mapping[str, Any] | None:
    """Return what the residents of an estate chose."""
    found = Choosing.objects.filter(
        project__estate=household.building.estate_id, settled_on__isnull=False
    )
    listed = list(found.select_related("survey")[:5])
    return {"found": listed} if listed else None
