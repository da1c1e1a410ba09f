"""Pages of projects: the list, and one project."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.forms import check
from jiugai.apps.projects.models import Project
from jiugai.apps.projects.project import services
from jiugai.apps.projects.project.forms import CloseForm, Filters
from jiugai.apps.projects.project.queries import PAGE, find_projects
from jiugai.apps.projects.today.notices import see
from jiugai.kernel.errors import Refusal


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the projects that fit the filters."""
    form = Filters(request.GET)
    page = Paginator(find_projects(form.sought()), PAGE).get_page(request.GET.get("page"))
    return render(request, "projects/projects.html", {"form": form, "page": page})


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one project: where it stands, how it came to be, what belongs to it."""
    project = _project(pk)
    see(request.user, project.get_absolute_url())
    return _show(request, project)


@require_POST
@permitted(Permission.ASSIGN_TASK)
def close(request: StaffRequest, pk: int) -> HttpResponse:
    """Close a project that does not go on."""
    project = _project(pk)
    form = CloseForm(request.POST)
    try:
        services.close_project(
            project=project,
            why=check(form)["closed_why"],
            by=request.user,
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        return _show(request, project, form=form, refusal=refusal, status=422)
    return redirect(project)


def _project(pk: int) -> Project:
    return get_object_or_404(Project.objects.select_related("estate", "opened_by"), pk=pk)


def _show(
    request: StaffRequest,
    project: Project,
    *,
    form: CloseForm | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    may_close = project.closed_on is None and request.viewer.may(
        Permission.ASSIGN_TASK, division=project.division
    )
    context = {
        "project": project,
        "closing": form or CloseForm(),
        "may_close": may_close,
        "refusal": refusal,
    }
    return render(request, "projects/project.html", context, status=status)
