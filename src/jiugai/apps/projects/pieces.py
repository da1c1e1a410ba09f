"""What projects add to the page of an estate, and to that of a project."""

from collections.abc import Mapping
from typing import Any, Final, cast

from django.http import HttpRequest
from django.utils import timezone

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.drafts import open_application_of
from jiugai.apps.projects.assigned.services import clause_of_task
from jiugai.apps.projects.choosing.panel import asked_by, chosen
from jiugai.apps.projects.choosing.panel import panel as choosing_panel
from jiugai.apps.projects.gates.panel import panel
from jiugai.apps.projects.models import Application, Project, Task
from jiugai.apps.projects.modes.panel import panel as mode_panel
from jiugai.apps.projects.permits.panel import panel as permits_panel
from jiugai.apps.projects.project.services import open_project_of
from jiugai.apps.projects.review.panel import panel as review_panel
from jiugai.apps.registry.models import Estate, Succession
from jiugai.web.pieces import (
    ESTATE_ACTIONS,
    ESTATE_SECTIONS,
    PROJECT_SECTIONS,
    RESIDENT_HOME,
    SURVEY_ACTIONS,
    Piece,
)


def _actions(request: HttpRequest, estate: Estate) -> Mapping[str, Any] | None:
    viewer = cast(StaffRequest, request).viewer
    if not viewer.may(Permission.VIEW_PROJECTS) or estate.retired_on:
        return None
    application, project = open_application_of(estate), open_project_of(estate)
    return {
        "estate": estate,
        "application": application,
        "project": project,
        "may_blow": viewer.may(Permission.BLOW_WHISTLE, division=estate.division),
        "may_apply": viewer.may(Permission.APPLY, division=estate.division),
        "may_assign": project is None
        and viewer.may(Permission.ASSIGN_TASK, division=estate.division),
    }


def _section(request: HttpRequest, estate: Estate) -> Mapping[str, Any] | None:
    if not cast(StaffRequest, request).viewer.may(Permission.VIEW_PROJECTS):
        return None
    merged = Succession.objects.filter(after=estate, kind=Succession.Kind.MERGE)
    estates = [estate.pk, *merged.values_list("before", flat=True)]
    projects = list(Project.objects.filter(estate__in=estates))
    applications = list(Application.objects.filter(estate__in=estates))
    if not projects and not applications:
        return None
    return {
        "projects": projects,
        "applications": applications,
        "today": timezone.localdate(),
    }


def _application(_request: HttpRequest, project: Project) -> Mapping[str, Any]:
    application = Application.objects.filter(project=project).first()
    attachments = (
        application.attachments.select_related("document") if application is not None else ()
    )
    task = Task.objects.filter(project=project).select_related("by").first()
    return {
        "application": application,
        "attachments": attachments,
        "task": task,
        "clause": clause_of_task(project.division, task.on) if task else None,
    }


PIECES: Final = (
    Piece(ESTATE_ACTIONS, "projects/parts/estate_action.html", 10, _actions),
    Piece(ESTATE_SECTIONS, "projects/parts/estate_section.html", 10, _section),
    Piece(PROJECT_SECTIONS, "projects/parts/project_application.html", 10, _application),
    Piece(PROJECT_SECTIONS, "projects/review/panel.html", 20, review_panel),
    Piece(PROJECT_SECTIONS, "projects/permits/panel.html", 25, permits_panel),
    Piece(PROJECT_SECTIONS, "projects/modes/panel.html", 15, mode_panel),
    Piece(PROJECT_SECTIONS, "projects/choosing/panel.html", 28, choosing_panel),
    Piece(PROJECT_SECTIONS, "projects/gates/panel.html", 30, panel),
    Piece(RESIDENT_HOME, "projects/choosing/home.html", 15, chosen),
    Piece(SURVEY_ACTIONS, "projects/choosing/survey_action.html", 10, asked_by),
)
