"""Pages of the ways of doing it: what they are, compared by money, and that of a project."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.forms import check
from jiugai.apps.projects.models import Project
from jiugai.apps.projects.modes import services
from jiugai.apps.projects.modes.catalogue import INCOMES, MODES
from jiugai.apps.projects.modes.forms import AdoptForm, CompareForm, EndForm, StepForm, assumed
from jiugai.apps.projects.modes.money import compare as compare_modes
from jiugai.apps.projects.modes.queries import adopted
from jiugai.apps.projects.review.views import project_of
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def modes(request: StaffRequest) -> HttpResponse:
    """Show the ways of doing it: roles, incomes, steps and checks, with their clauses."""
    listed = [(one, [INCOMES[kind] for kind in one.incomes]) for one in MODES]
    return render(request, "projects/modes/modes.html", {"modes": listed})


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def compare(request: StaffRequest) -> HttpResponse:
    """Show the small-profit model under each way, side by side."""
    is_asked = "investment" in request.GET
    form = CompareForm(request.GET) if is_asked else CompareForm(initial=_initial(request))
    context: dict[str, Any] = {"form": form, "found": None}
    status = 200
    if is_asked and form.is_valid():
        context["found"] = compare_modes(
            form.chosen(),
            form.given(),
            division=request.viewer.division or "",
            day=timezone.localdate(),
        )
    elif is_asked:
        status = 422
    return render(request, "projects/modes/compare.html", context, status=status)


def _initial(request: StaffRequest) -> dict[str, Any]:
    asked = [int(one) for one in request.GET.getlist("estates") if one.isdecimal()][:50]
    found: QuerySet[Estate] = Estate.objects.filter(pk__in=[one for one in asked if one < 2**63])
    estates = list(found)
    return assumed(estates) if estates else {}


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the way that a project adopted: its roles, steps and checks."""
    return _show(request, project_of(pk))


@require_POST
@permitted(Permission.ADOPT_MODE)
def adopt(request: StaffRequest, pk: int) -> HttpResponse:
    """Adopt a way for a project."""
    form = AdoptForm(request.POST)
    return _do(request, pk, form, "adopting", services.adopt)


@require_POST
@permitted(Permission.ADOPT_MODE)
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """End the way of a project."""
    form = EndForm(request.POST, auto_id="end_%s")
    return _do(request, pk, form, "ending", services.end)


@require_POST
@permitted(Permission.SUPPLY_EVIDENCE)
def take_step(request: StaffRequest, pk: int, step: str) -> HttpResponse:
    """Write down that a step was taken."""
    form = StepForm(request.POST, auto_id=f"{step}_%s")
    return _do(request, pk, form, "stepping", services.take_step, step=step)


def _do(
    request: StaffRequest,
    pk: int,
    form: forms.Form,
    name: str,
    act: Callable[..., object],
    **more: Any,
) -> HttpResponse:
    project = project_of(pk)
    try:
        act(project=project, **check(form), **more, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        shown: Any = (more["step"], form) if name == "stepping" else form
        return _show(request, project, status=422, refusal=refusal, **{name: shown})
    return redirect("projects:mode", pk)


def _show(
    request: StaffRequest, project: Project, *, status: int = 200, **more: Any
) -> HttpResponse:
    may, is_open = request.viewer.may, project.closed_on is None
    found = adopted(project)
    context = {
        "project": project,
        "found": found,
        "may_adopt": is_open and may(Permission.ADOPT_MODE, division=project.division),
        "may_fill": is_open and may(Permission.EDIT_REGISTER, division=project.division),
        "adopting": AdoptForm(),
        "ending": EndForm(auto_id="end_%s"),
        "refusal": None,
        **more,
    }
    asked = more.get("stepping")
    may_step = is_open and may(Permission.SUPPLY_EVIDENCE, division=project.division)
    context["steps"] = [
        (step, done, _form(step.key, asked) if may_step and done is None else None)
        for step, done in (found.steps if found else ())
    ]
    return render(request, "projects/modes/mode.html", context, status=status)


def _form(step: str, asked: tuple[str, StepForm] | None) -> StepForm:
    if asked and asked[0] == step:
        return asked[1]
    return StepForm(initial={"done_on": timezone.localdate()}, auto_id=f"{step}_%s")
