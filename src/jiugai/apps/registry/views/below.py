"""A building, an idle resource, and the forms of what stands in an estate."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.forms.below import DangerForm, PartyForm, PipeForm, ResourceForm
from jiugai.apps.registry.models import Building, Estate, Party, Pipe, Resource
from jiugai.apps.registry.queries.below import stairs_of
from jiugai.apps.registry.queries.danger import ways_for
from jiugai.apps.registry.queries.findings import cards, findings_below, missing_facts
from jiugai.apps.registry.queries.origins import origins_of
from jiugai.apps.registry.queries.why import why as why_of
from jiugai.apps.registry.services import below
from jiugai.apps.registry.views import estate as estate_views
from jiugai.kernel.errors import Refusal
from jiugai.web.htmx import fragment


def _building(pk: int) -> Building:
    found = Building.objects.select_related("estate", "danger_plan")
    return get_object_or_404(found, pk=pk)


def _resource(pk: int) -> Resource:
    return get_object_or_404(Resource.objects.select_related("estate"), pk=pk)


@require_GET
@permitted(Permission.VIEW_REGISTER)
def building(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a building: facts, verdicts, households by unit and floor, what becomes of it."""
    thing = _building(pk)
    context = _with_verdicts(request, thing) | {
        "stairs": stairs_of(thing),
        "ways": ways_for(thing, day=timezone.localdate()),
        "plan": getattr(thing, "danger_plan", None),
        "edit_url": reverse("registry:edit_building", args=[pk]),
    }
    return render(request, "registry/building.html", context)


@require_GET
@permitted(Permission.VIEW_REGISTER)
def resource(request: StaffRequest, pk: int) -> HttpResponse:
    """Show an idle resource with what the rules say of its use."""
    thing = _resource(pk)
    context = _with_verdicts(request, thing) | {
        "edit_url": reverse("registry:edit_resource", args=[pk])
    }
    return render(request, "registry/resource.html", context)


def _with_verdicts(request: StaffRequest, thing: Building | Resource) -> dict[str, Any]:
    law, _facts, findings = findings_below(thing, day=timezone.localdate())
    return {
        "thing": thing,
        "estate": thing.estate,
        "cards": cards(law, findings),
        "missing": missing_facts(findings.values()),
        "facts": [fact for fact in thing.subject.facts() if fact.name in thing.facts],
        "may_edit": request.viewer.may(Permission.EDIT_REGISTER, division=thing.division),
        "why_name": f"registry:why_{thing._meta.model_name}",
    }


@require_GET
@permitted(Permission.VIEW_REGISTER)
def why_building(request: StaffRequest, pk: int, rule: str) -> HttpResponse:
    """Show why a rule says what it says of a building."""
    return _why(request, _building(pk), rule, "registry:edit_building")


@require_GET
@permitted(Permission.VIEW_REGISTER)
def why_resource(request: StaffRequest, pk: int, rule: str) -> HttpResponse:
    """Show why a rule says what it says of an idle resource."""
    return _why(request, _resource(pk), rule, "registry:edit_resource")


def _why(request: StaffRequest, thing: Building | Resource, rule: str, edit: str) -> HttpResponse:
    law, facts, findings = findings_below(thing, day=timezone.localdate())
    if rule not in findings:
        raise Http404
    context = {
        "thing": thing,
        "edit_url": reverse(edit, args=[thing.pk]),
        "origins": origins_of(thing),
        "law": law,
        "why": why_of(findings[rule], law, facts),
        "may_edit": request.viewer.may(Permission.EDIT_REGISTER, division=thing.division),
    }
    return render(request, fragment(request, "registry/why.html", "why"), context)


def _fill(
    request: StaffRequest,
    form: Any,
    do: Callable[[], Any],
    *,
    title: str,
    back: str,
    **more: Any,
) -> HttpResponse:
    """Show a form, keep what was typed when it is refused, and go back when it is done."""
    context = {"form": form, "title": title, "back": back, **more}
    if request.method != "POST":
        return render(request, "registry/form.html", context)
    if form.is_valid():
        try:
            do()
            return redirect(back)
        except Refusal as refusal:
            context["refusal"] = refusal
    return render(request, "registry/form.html", context, status=422)


@require_http_methods(["GET", "POST"])
@permitted(Permission.EDIT_REGISTER)
def danger(request: StaffRequest, pk: int) -> HttpResponse:
    """Decide what becomes of a dangerous or simple building."""
    thing = _building(pk)
    form = DangerForm(request.POST or None, instance=getattr(thing, "danger_plan", None))
    today = timezone.localdate()
    return _fill(
        request,
        form,
        lambda: below.plan_danger(
            building=thing, said=form.cleaned_data, by=request.user, on=today
        ),
        title=_("一楼一策 · %(building)s") % {"building": thing},
        back=reverse("registry:building", args=[pk]),
        ways=ways_for(thing, day=today),
        thing=thing,
    )


@require_http_methods(["GET", "POST"])
@permitted(Permission.EDIT_REGISTER)
def add_pipe(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a pipe into an estate."""
    estate = get_object_or_404(Estate, pk=pk, retired_on=None)
    form = PipeForm(request.POST or None)
    return _fill(
        request,
        form,
        lambda: below.add_pipe(estate=estate, said=form.said, by=request.user),
        title=_("新增管线 · %(estate)s") % {"estate": estate},
        back=f"{estate.get_absolute_url()}#pipes",
    )


@require_http_methods(["GET", "POST"])
@permitted(Permission.EDIT_REGISTER)
def edit_pipe(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down a pipe anew."""
    pipe = get_object_or_404(Pipe.objects.select_related("estate"), pk=pk)
    form = PipeForm(request.POST or None, instance=pipe)
    return _fill(
        request,
        form,
        lambda: below.change_pipe(pk=pk, said=form.said, by=request.user),
        title=_("修改管线 · %(estate)s") % {"estate": pipe.estate},
        back=f"{pipe.estate.get_absolute_url()}#pipes",
        delete_url=reverse("registry:remove_pipe", args=[pk]),
    )


@require_http_methods(["GET", "POST"])
@permitted(Permission.EDIT_REGISTER)
def add_resource(request: StaffRequest, pk: int) -> HttpResponse:
    """Put an idle resource into an estate."""
    estate = get_object_or_404(Estate, pk=pk, retired_on=None)
    form = ResourceForm(request.POST or None)
    return _fill(
        request,
        form,
        lambda: below.add_resource(
            estate=estate,
            name=form.cleaned_data["name"],
            area_m2=form.cleaned_data["area_m2"],
            facts=form.facts,
            by=request.user,
        ),
        title=_("新增资源 · %(estate)s") % {"estate": estate},
        back=f"{estate.get_absolute_url()}#resources",
    )


@require_http_methods(["GET", "POST"])
@permitted(Permission.EDIT_REGISTER)
def add_party(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that an organisation is something for an estate."""
    estate = get_object_or_404(Estate, pk=pk, retired_on=None)
    form = PartyForm(request.POST or None)
    return _fill(
        request,
        form,
        lambda: below.add_party(
            estate=estate,
            organisation=form.found_organisation(estate.division),
            said={name: form.cleaned_data[name] for name in ("kind", "duty", "since", "until")},
            by=request.user,
        ),
        title=_("登记单位 · %(estate)s") % {"estate": estate},
        back=f"{estate.get_absolute_url()}#parties",
    )


@require_POST
@permitted(Permission.EDIT_REGISTER)
def add_building(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a building into an estate."""
    estate = get_object_or_404(Estate, pk=pk, retired_on=None)
    try:
        made = below.add_building(
            estate=estate,
            code=request.POST.get("code", ""),
            name=request.POST.get("name", ""),
            by=request.user,
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        return estate_views.show(request, pk, refusal=refusal, status=422)
    return redirect("registry:edit_building", made.pk)


@require_POST
@permitted(Permission.EDIT_REGISTER)
def remove_pipe(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a pipe out of the register."""
    get_object_or_404(Pipe, pk=pk)
    estate = below.remove_pipe(pk=pk, by=request.user)
    return redirect(f"{estate.get_absolute_url()}#pipes")


@require_POST
@permitted(Permission.EDIT_REGISTER)
def remove_resource(request: StaffRequest, pk: int) -> HttpResponse:
    """Take an idle resource out of the register."""
    _resource(pk)
    estate = below.remove_resource(pk=pk, by=request.user)
    return redirect(f"{estate.get_absolute_url()}#resources")


@require_POST
@permitted(Permission.EDIT_REGISTER)
def remove_party(request: StaffRequest, pk: int) -> HttpResponse:
    """Strike out that an organisation is something for an estate."""
    get_object_or_404(Party, pk=pk)
    estate = below.remove_party(pk=pk, by=request.user)
    return redirect(f"{estate.get_absolute_url()}#parties")
