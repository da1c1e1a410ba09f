"""The page of a project's permit route, and of its filing before the works."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.forms import check, renewed
from jiugai.apps.projects.models import Project
from jiugai.apps.projects.permits import services
from jiugai.apps.projects.permits.filing import filing_of
from jiugai.apps.projects.permits.forms import FilingForm, WorksForm
from jiugai.apps.projects.permits.routes import facts_of_routes, routes_of, tells, works_of
from jiugai.apps.projects.review.views import project_of
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.queries.origins import origins_of
from jiugai.apps.registry.queries.why import why as why_of
from jiugai.apps.registry.services.edit import Unfit
from jiugai.kernel.errors import Refusal
from jiugai.web.htmx import fragment


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show which permits a project needs and why, what is missing, and its filing."""
    return _show(request, project_of(pk))


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def why(request: StaffRequest, pk: int, rule: str) -> HttpResponse:
    """Show the conditions of a rule about permits with the values of the works."""
    project = project_of(pk)
    law = law_for(project.division, timezone.localdate())
    found = next(
        (one for one in routes_of(project, day=law.day) if one.rule.id == rule and one.finding),
        None,
    )
    if found is None or found.finding is None:
        raise Http404
    works = works_of(project)
    context = {
        "thing": works,
        "origins": origins_of(works) if works.pk else {},
        "law": law,
        "why": why_of(found.finding, law, works.known),
    }
    return render(request, fragment(request, "registry/why.html", "why"), context)


@require_POST
@permitted(Permission.SUPPLY_EVIDENCE)
def fill(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down facts of the works."""
    project = project_of(pk)
    facts = facts_of_routes(routes_of(project, day=timezone.localdate()))
    form = WorksForm(request.POST, works=works_of(project), facts=facts)
    try:
        version = check(form)["version"]
        services.fill_works(
            project=project,
            facts=form.texts(),
            version=version,
            by=request.user,
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        if isinstance(refusal, Unfit):
            for name, problem in refusal.problems.items():
                form.add_error(name, problem)
        again = renewed(form, works_of(project).version)
        return _show(request, project, works=again, refusal=refusal, status=422)
    messages.success(request, _("已保存，审批路径按新的情况判断。"))
    return redirect("projects:permits", pk)


@require_POST
@permitted(Permission.SUPPLY_EVIDENCE)
def file(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that the works were filed with an office."""
    project = project_of(pk)
    today = timezone.localdate()
    filing = filing_of(project, day=today)
    facts = [one.fact for one in filing.entries] if filing else []
    form = FilingForm(request.POST, request.FILES, facts=facts)
    try:
        services.file_works(project=project, **check(form), by=request.user, on=today)
    except Refusal as refusal:
        return _show(request, project, filing_form=form, refusal=refusal, status=422)
    messages.success(request, _("报备已登记，并作为门槛的证据。"))
    return redirect("projects:permits", pk)


def _show(
    request: StaffRequest, project: Project, *, status: int = 200, **more: Any
) -> HttpResponse:
    today = timezone.localdate()
    routes = routes_of(project, day=today)
    filing = filing_of(project, day=today)
    works = works_of(project)
    may_fill = project.closed_on is None and request.viewer.may(
        Permission.SUPPLY_EVIDENCE, division=project.division
    )
    context = {
        "project": project,
        "routes": routes,
        "tells": tells(routes),
        "filing": filing,
        "may_fill": may_fill,
        "works": WorksForm(works=works, facts=facts_of_routes(routes)),
        "filing_form": FilingForm(facts=[one.fact for one in filing.entries] if filing else []),
        "refusal": None,
        **more,
    }
    return render(request, "projects/permits/permits.html", context, status=status)
