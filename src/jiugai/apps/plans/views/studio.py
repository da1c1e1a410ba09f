"""The plan studio: what is asked, the search as it goes on, and what it found."""

import re
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.jobs.models import State
from jiugai.apps.plans.asked import KEEP_OUT, LOCK, Asked, ordered, orders_in
from jiugai.apps.plans.forms.asked import AskedForm
from jiugai.apps.plans.forms.pool import RowFilter, ScenarioForm
from jiugai.apps.plans.models import Result, Run, Scenario
from jiugai.apps.plans.queries import studio
from jiugai.apps.plans.queries.law import documents_said
from jiugai.apps.plans.services import runs, scenarios
from jiugai.kernel.errors import JiugaiError
from jiugai.web.htmx import fragment

PAGE = "plans/studio.html"


@require_GET
@permitted(Permission.VIEW_PLANS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a scenario: what it asks, how far the search is, and the last result."""
    return _page(request, _scenario(pk))


@require_POST
@permitted(Permission.MAKE_PLANS)
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep what is asked; the button tells whether an estate is ordered and whether to solve."""
    scenario = _scenario(pk)
    form = AskedForm(
        request.POST, asked=scenario.asked, span=scenario.span, version=scenario.version
    )
    if not form.is_valid():
        return _page(request, scenario, form=form, status=422)
    solves = request.POST.get("do") != "save"
    try:
        changed = scenarios.change_scenario(
            pk=pk,
            version=form.cleaned_data["version"],
            asked=_with_order(request, form.wanted()),
            years=form.cleaned_data["years"],
            by=request.user,
            at=timezone.now(),
        )
        if solves:
            runs.start_run(scenario=changed, by=request.user)
    except scenarios.Overtaken as overtaken:
        return _overtaken(request, form, overtaken)
    except JiugaiError as refusal:
        return _page(request, _scenario(pk), form=form, refusal=refusal, status=422)
    return _to_result(changed) if solves else redirect(changed)


def _to_result(scenario: Scenario) -> HttpResponse:
    """Lead to where the search and its result are seen; on a phone that is below the form."""
    return redirect(f"{scenario.get_absolute_url()}#solving")


def _with_order(request: StaffRequest, asked: Asked) -> Asked:
    """Return what is asked with the estate whose button was pressed locked, kept out or freed."""
    for name, kind in (("lock", LOCK), ("out", KEEP_OUT), ("free", "")):
        if key := request.POST.get(name, ""):
            return ordered(
                asked,
                key,
                kind,
                year=request.POST.get(f"year-{key}", "") if kind == LOCK else "",
                reason=request.POST.get(f"why-{key}", ""),
            )
    return asked


def _overtaken(
    request: StaffRequest, form: AskedForm, overtaken: scenarios.Overtaken
) -> HttpResponse:
    """Show what was typed beside what somebody else made of the scenario meanwhile."""
    now = overtaken.scenario
    form.data = {**form.data.dict(), "version": str(now.version)}  # type: ignore[attr-defined]
    theirs = scenarios.differences(form.wanted(), now.asked)
    return _page(
        request, _scenario(now.pk), form=form, refusal=overtaken, theirs=theirs, status=409
    )


@require_http_methods(["GET", "POST"])
@permitted(Permission.MAKE_PLANS)
def add(request: StaffRequest) -> HttpResponse:
    """Make a new scenario."""
    today = timezone.localdate()
    form = ScenarioForm(request.POST or None, initial={"day": today, "name": ""})
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            made = scenarios.make_scenario(
                name=form.cleaned_data["name"],
                day=form.cleaned_data["day"],
                years=form.cleaned_data["years"],
                division=request.viewer.division or "",
                by=request.user,
                at=timezone.now(),
            )
            return redirect(made)
        except JiugaiError as error:
            refusal = error
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/add.html", {"form": form, "refusal": refusal}, status=status)


@require_POST
@permitted(Permission.MAKE_PLANS)
def copy(request: StaffRequest, pk: int) -> HttpResponse:
    """Make another scenario that asks the same."""
    scenario = _scenario(pk)
    name = request.POST.get("name", "").strip()
    try:
        made = scenarios.copy_scenario(
            scenario=scenario,
            name=name or _("{name}（副本）").format(name=scenario.name[:50]),
            by=request.user,
            at=timezone.now(),
        )
    except JiugaiError as refusal:
        return _page(request, scenario, refusal=refusal, status=422)
    return redirect(made)


@require_POST
@permitted(Permission.MAKE_PLANS)
def archive(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a scenario away."""
    scenario = _scenario(pk)
    try:
        scenarios.archive_scenario(pk=pk, by=request.user, on=timezone.localdate())
    except JiugaiError as refusal:
        return _page(request, scenario, refusal=refusal, status=422)
    return redirect("plans:plans")


@require_GET
@permitted(Permission.VIEW_PLANS)
def progress(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer the page that asks every second; once the run is over the page loads anew."""
    run = get_object_or_404(Run.objects.select_related("job", "scenario"), pk=pk)
    context = {
        "run": run,
        "may_make": request.viewer.may(Permission.MAKE_PLANS),
        "live": studio.picture_so_far(run),
    }
    response = render(request, "plans/progress.html", context)
    if run.job is None or run.job.is_over:
        response.headers["HX-Refresh"] = "true"
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
@permitted(Permission.MAKE_PLANS)
def stop(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask a run to end with the best plan that it has."""
    run = get_object_or_404(Run.objects.select_related("scenario"), pk=pk)
    try:
        runs.stop_run(run=run, by=request.user)
    except JiugaiError as refusal:
        return _page(request, run.scenario, refusal=refusal, status=422)
    return _to_result(run.scenario)


def _scenario(pk: int) -> Scenario:
    return get_object_or_404(Scenario.objects.select_related("changed_by", "base"), pk=pk)


def _page(
    request: StaffRequest,
    scenario: Scenario,
    *,
    form: AskedForm | None = None,
    refusal: JiugaiError | None = None,
    theirs: str = "",
    status: int = 200,
) -> HttpResponse:
    number = request.GET.get("run", "")
    result = studio.result_shown(scenario, int(number) if number.isdecimal() else None)
    run = studio.last_run(scenario)
    context: dict[str, Any] = {
        "scenario": scenario,
        "scenarios": studio.scenarios_of(scenario.division),
        "form": form
        or AskedForm(asked=scenario.asked, span=scenario.span, version=scenario.version),
        "run": run,
        "is_running": run is not None and run.job is not None and not run.job.is_over,
        "result": result,
        "refusal": refusal,
        "theirs": theirs,
        "copy_name": request.POST.get("name", "") if refusal else "",
        "faulty": _lines_named(run, refusal),
        "tried": documents_said(scenario.asked),
        "may_make": request.viewer.may(Permission.MAKE_PLANS) and not scenario.archived_on,
        "may_adopt": request.viewer.may(Permission.ADOPT_PLANS, division=scenario.division),
    }
    context |= _found(request, scenario, result) if result else {}
    context["live"] = studio.picture_so_far(run) if run and context["is_running"] else None
    return render(request, fragment(request, PAGE, "found"), context, status=status)


def _lines_named(run: Run | None, refusal: JiugaiError | None) -> set[int]:
    """Return the lines of demands that a refusal names, so that the page can point to them."""
    failed = run is not None and run.job is not None and run.job.state == State.FAILED
    said = str(refusal or "") + (run.job.message if failed and run and run.job else "")
    pattern = re.escape(_("第 {n} 行")).replace(r"\{n\}", r"(\d+)")
    return {int(number) for number in re.findall(pattern, said)}


def _found(request: StaffRequest, scenario: Scenario, result: Result) -> dict[str, Any]:
    orders = orders_in(scenario.asked)
    rows = RowFilter(request.GET, span=result.run.span)
    found = studio.rows_of(result, rows.sought(), set(orders))
    chart, points = studio.curve_of(result)
    return {
        "rows": rows,
        "page": studio.page_of(found, request.GET.get("page")),
        "orders": orders,
        "years": studio.by_year(result),
        "money": studio.money_of(result),
        "picture": studio.picture_of(result, found),
        "chart": chart,
        "points": points,
        "binding": result.content["binding"],
        "remarks": result.content["remarks"],
        "changes": result.content.get("changes", []),
        "plan": getattr(result, "plan", None),
    }
