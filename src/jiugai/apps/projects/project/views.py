"""Pages of projects: the list, and one project."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.models import Project
from jiugai.apps.projects.project.forms import Filters
from jiugai.apps.projects.project.queries import PAGE, find_projects


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
    project = get_object_or_404(Project.objects.select_related("estate", "opened_by"), pk=pk)
    return render(request, "projects/project.html", {"project": project})
