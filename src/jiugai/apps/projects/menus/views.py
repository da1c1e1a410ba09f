"""The menus of a project: for the estate as a whole, and for each building."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.gates.forms import ReasonForm
from jiugai.apps.projects.menus import services
from jiugai.apps.projects.menus.forms import ChoiceForm
from jiugai.apps.projects.menus.queries import Line, Menu, building_menus, menus_of
from jiugai.apps.projects.models import MenuChoice, Project
from jiugai.apps.registry.models import Building
from jiugai.apps.surveys.results.demand import demand_of
from jiugai.kernel.errors import Refusal
from jiugai.policy.rulebook import rulebook

Filled = Sequence[tuple[Menu, Sequence[tuple[Line, ChoiceForm | None]]]]


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def menu(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what is done to an estate as a whole, and how far each building is."""
    return _show(request, _project(pk))


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def of_building(request: StaffRequest, pk: int, building: int) -> HttpResponse:
    """Show what is done to one building."""
    project = _project(pk)
    return _show(request, project, building=_building(project, building))


@require_POST
@permitted(Permission.SUPPLY_EVIDENCE)
def choose(request: StaffRequest, pk: int, item: str) -> HttpResponse:
    """Decide about one item."""
    project = _project(pk)
    asked = request.GET.get("building", "")
    building = _building(project, int(asked)) if asked.isdecimal() else None
    form = ChoiceForm(item, request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, project, building=building, asked=form, status=422)
    try:
        services.choose(
            project=project,
            building=building,
            by=request.user,
            on=timezone.localdate(),
            **form.said(),
        )
    except Refusal as refusal:
        return _show(request, project, building=building, asked=form, refusal=refusal, status=422)
    return redirect(f"{_address(project, building)}#{form.prefix}")


@require_POST
@permitted(Permission.SUPPLY_EVIDENCE)
def choose_basic(request: StaffRequest, pk: int) -> HttpResponse:
    """Take every basic item of a text into the works."""
    project = _project(pk)
    try:
        services.choose_basic(
            project=project,
            document=request.POST.get("document", ""),
            by=request.user,
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        return _show(request, project, refusal=refusal, status=422)
    return redirect("projects:menu", pk)


@require_http_methods(["GET", "POST"])
@permitted(Permission.SUPPLY_EVIDENCE)
def drop(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a choice back."""
    choice = get_object_or_404(
        MenuChoice.objects.select_related("project__estate", "building"), pk=pk
    )
    back = _address(choice.project, choice.building)
    form = ReasonForm(request.POST or None)
    context: dict[str, Any] = {
        "form": form,
        "choice": choice,
        "project": choice.project,
        "back": back,
        "item": _item(choice.item),
    }
    if request.method == "POST" and form.is_valid():
        try:
            services.drop(
                pk=pk, why=form.cleaned_data["reason"], by=request.user, on=timezone.localdate()
            )
            return redirect(back)
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "projects/menus/drop.html", context, status=status)


def _item(name: str) -> object:
    documents = rulebook().documents.values()
    return next((one for d in documents for one in d.menu if one.id == name), None)


def _project(pk: int) -> Project:
    return get_object_or_404(Project.objects.select_related("estate"), pk=pk)


def _building(project: Project, pk: int) -> Building:
    return get_object_or_404(Building.objects.filter(estate=project.estate_id), pk=pk)


def _address(project: Project, building: Building | None) -> str:
    if building is None:
        return reverse("projects:menu", args=[project.pk])
    return reverse("projects:building_menu", args=[project.pk, building.pk])


def _show(
    request: StaffRequest,
    project: Project,
    *,
    building: Building | None = None,
    asked: ChoiceForm | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    is_open = project.closed_on is None
    may = is_open and request.viewer.may(Permission.SUPPLY_EVIDENCE, division=project.division)
    context: dict[str, Any] = {
        "project": project,
        "asked": asked,
        "refusal": refusal,
        "may_choose": may,
        "wanted": demand_of(project.estate, building),
    }
    if building is None:
        found = menus_of(project, day=today)
        context |= {"menus": _filled(found.menus, may, asked), "buildings": found.buildings}
        context["undecided"] = found.undecided
        template = "projects/menus/menu.html"
    else:
        one = building_menus(project, building, day=today)
        context |= {
            "menus": _filled(one.menus, may, asked),
            "building": building,
            "out": one.out,
        }
        template = "projects/menus/building.html"
    if asked is not None and not any(
        form is asked for _menu, lines in context["menus"] for _line, form in lines
    ):
        raise Http404
    return render(request, template, context, status=status)


def _filled(menus: Sequence[Menu], may: bool, asked: ChoiceForm | None) -> Filled:
    """Return the lines of menus, each with the form to decide about it."""
    return [(menu, [(line, _form(line, may, asked)) for line in menu.lines]) for menu in menus]


def _form(line: Line, may: bool, asked: ChoiceForm | None) -> ChoiceForm | None:
    if not may:
        return None
    if asked is not None and asked.item == line.item.id:
        return asked
    return ChoiceForm(line.item.id)
