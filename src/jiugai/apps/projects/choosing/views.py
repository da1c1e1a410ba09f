"""Pages of a choice by residents: prepared, followed, settled, put into the menu; and its file."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.participation.residents.access import ResidentRequest, for_residents
from jiugai.apps.participation.residents.frame import page as framed
from jiugai.apps.projects.choosing import services
from jiugai.apps.projects.choosing.counting import election_of, names_chosen, said_of
from jiugai.apps.projects.choosing.forms import ChoosingForm, rows_for
from jiugai.apps.projects.choosing.shown import sides_of
from jiugai.apps.projects.models import Choosing, ChoosingItem, MenuChoice, Project
from jiugai.apps.projects.review.views import project_of
from jiugai.apps.surveys.results.kept import results_of
from jiugai.consent.chosen_told import ties_told, yuan
from jiugai.consent.pabulib import written
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import _ as say


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_SURVEYS)
def new(request: StaffRequest, pk: int) -> HttpResponse:
    """Offer optional items with their prices, and draft the survey that asks."""
    project = project_of(pk)
    on = timezone.localdate()
    form = ChoosingForm(request.POST or None, initial=ChoosingForm.first(on))
    rows = rows_for(project, request.POST or None, on=on)
    context: dict[str, Any] = {"project": project, "form": form, "rows": rows}
    is_new = request.method == "GET"
    if not is_new and all((form.is_valid(), rows.is_valid())):
        said = form.cleaned_data
        try:
            made = services.prepare(
                project=project,
                offered=rows.offered(),
                budget=said["budget"],
                source=said["source"],
                rule=said["rule"],
                said={name: said[name] for name in ("title", "words", "opens_on", "closes_on")},
                by=request.user,
                on=on,
            )
            return redirect(made)
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if is_new else 422
    return render(request, "projects/choosing/new.html", context, status=status)


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what is offered, how many answered, and the result beside the other rule's."""
    return _show(request, _choosing(pk))


@require_POST
@permitted(Permission.RUN_SURVEYS)
def settle(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep the result and show it to residents."""
    choosing = _choosing(pk)
    try:
        services.settle(pk=pk, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return _show(request, choosing, refusal=refusal, status=422)
    return redirect(choosing)


@require_POST
@permitted(Permission.SUPPLY_EVIDENCE)
def take(request: StaffRequest, pk: int) -> HttpResponse:
    """Put an item that was chosen into the works."""
    item = get_object_or_404(ChoosingItem, pk=pk)
    choosing = _choosing(item.choosing_id)
    try:
        services.take(item=pk, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return _show(request, choosing, refusal=refusal, status=422)
    return redirect(choosing)


@require_GET
@permitted(Permission.RUN_SURVEYS)
def file(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out items and approvals without households, for anybody to count again."""
    choosing = _choosing(pk)
    if choosing.settled_on is None:
        raise Http404
    meta = {
        "description": choosing.survey.title,
        "unit": str(choosing.project.estate),
        "currency": "CNY",
        "rule": "equalshares" if choosing.rule == Choosing.Rule.SHARES else "greedy",
    }
    chosen = frozenset(names_chosen(choosing))
    text = written(election_of(choosing), meta=meta, chosen=chosen)
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="choosing-{choosing.pk}.pb"'
    return answer


def _show(
    request: StaffRequest, choosing: Choosing, *, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    may = request.viewer.may
    division = choosing.division
    in_menu = set(
        MenuChoice.objects.filter(
            project=choosing.project, dropped_at=None, state=MenuChoice.State.CHOSEN
        ).values_list("item", "building")
    )
    items = list(choosing.items.select_related("building"))
    answered = results_of(choosing.survey).done
    context = {
        "choosing": choosing,
        "budget": yuan(choosing.budget_cents),
        "project": choosing.project,
        "survey": choosing.survey,
        "items": [
            (one, said_of(say(one.title), one.building), yuan(one.cost_cents)) for one in items
        ],
        "answered": answered,
        "sides": sides_of(choosing),
        "ties": ties_told(),
        "in_menu": {one.pk for one in items if (one.item, one.building_id) in in_menu},
        "may_run": may(Permission.RUN_SURVEYS, division=division),
        "may_take": may(Permission.SUPPLY_EVIDENCE, division=division),
        "refusal": refusal,
    }
    return render(request, "projects/choosing/choosing.html", context, status=status)


@require_GET
@for_residents
def mine(request: ResidentRequest, pk: int) -> HttpResponse:
    """Show residents what was chosen and why, by counts alone."""
    found = Choosing.objects.select_related("survey", "project__estate")
    own = found.filter(project__estate=request.household.building.estate_id)
    choosing = get_object_or_404(own, pk=pk, settled_on__isnull=False)
    context = {
        "choosing": choosing,
        "budget": yuan(choosing.budget_cents),
        "share": yuan(choosing.kept["first_share"]),
        "sides": sides_of(choosing),
        "ties": ties_told(),
    }
    return framed(request, "projects/choosing/r.html", context)


def _choosing(pk: int) -> Choosing:
    found = Choosing.objects.select_related("project__estate", "survey", "settled_by", "made_by")
    return get_object_or_404(found, pk=pk)


def choosings_of(project: Project) -> list[Choosing]:
    """Return the choices by residents of a project, the latest first."""
    return list(Choosing.objects.filter(project=project).select_related("survey"))
