"""Plans in force and earlier ones: the list, one plan, its workbook, planning on from it."""

import io

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.plans.forms.pool import RowFilter
from jiugai.apps.plans.models import Plan, Result
from jiugai.apps.plans.queries import studio
from jiugai.apps.plans.queries.plans import changes_of, plans_seen, versions_of
from jiugai.apps.plans.queries.targets import targets_of
from jiugai.apps.plans.services.again import plan_again
from jiugai.apps.plans.services.plan_export import take_workbook
from jiugai.apps.plans.services.plan_letter import take_letter
from jiugai.apps.registry.queries.places import name_of
from jiugai.kernel.division import covers
from jiugai.kernel.errors import JiugaiError, Refusal
from jiugai.web.htmx import fragment
from jiugai.web.papers import handed_out


@require_GET
@permitted(Permission.VIEW_PLANS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the plans in force, the scenarios that are worked on, and earlier plans."""
    division = request.viewer.division or ""
    context = {
        "in_force": plans_seen().filter(ended_on=None),
        "earlier": plans_seen().exclude(ended_on=None),
        "scenarios": [
            (one, studio.result_shown(one), studio.run_under_way(one))
            for one in studio.scenarios_of(division)
        ],
        "may_make": request.viewer.may(Permission.MAKE_PLANS),
    }
    return render(request, "plans/plans.html", context)


@require_GET
@permitted(Permission.VIEW_PLANS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a plan: its years, money, estates, targets, and what it changed."""
    plan = get_object_or_404(
        Plan.objects.select_related("result__run", "by").defer("result__workbook"), pk=pk
    )
    is_whole = _sees_whole(request, plan)
    form = RowFilter(request.GET, span=plan.span)
    found = studio.rows_of(plan.result, form.sought(), set())
    chart, points = studio.curve_of(plan.result)
    context = {
        "plan": plan,
        "result": plan.result,
        "rows": form,
        "page": studio.page_of(found, request.GET.get("page")),
        "years": studio.by_year(plan.result),
        "money": studio.money_of(plan.result),
        "picture": studio.picture_of(plan.result, found),
        "is_whole": is_whole,
        "place": name_of(plan.division),
        "chart": chart,
        "points": points,
        "binding": plan.result.content["binding"],
        "changes": changes_of(plan) if is_whole else [],
        "versions": versions_of(plan),
        "targets": targets_of(plan, on=timezone.localdate()) if is_whole else [],
        "may_make": request.viewer.may(Permission.MAKE_PLANS),
    }
    return render(request, fragment(request, "plans/plan.html", "found"), context)


@require_GET
@permitted(Permission.VIEW_PLANS)
def workbook(request: StaffRequest, pk: int) -> FileResponse:
    """Hand out the workbook of a plan."""
    plan = get_object_or_404(Plan.objects.select_related("result"), pk=pk)
    _refuse_part(request, plan)
    return _file(request, plan.result, str(plan))


@require_GET
@permitted(Permission.VIEW_PLANS)
def run_workbook(request: StaffRequest, pk: int) -> FileResponse:
    """Hand out the workbook of a result that is not adopted."""
    result = get_object_or_404(Result.objects.select_related("run__scenario"), pk=pk)
    return _file(request, result, str(result.run.scenario))


@require_POST
@permitted(Permission.MAKE_PLANS)
def again(request: StaffRequest, pk: int) -> HttpResponse:
    """Begin a scenario that plans on from a plan in force."""
    plan = get_object_or_404(Plan.objects.select_related("result__run"), pk=pk)
    try:
        made = plan_again(plan=plan, by=request.user, on=timezone.localdate(), at=timezone.now())
    except JiugaiError as refusal:
        return render(request, "plans/refused.html", {"refusal": refusal}, status=422)
    return redirect(made)


def _sees_whole(request: StaffRequest, plan: Plan) -> bool:
    """Return whether somebody sees all estates of a plan; who stands below sees only their own."""
    own = request.viewer.division
    return own is not None and covers(own, plan.division)


def _refuse_part(request: StaffRequest, plan: Plan) -> None:
    """The files of a plan name every estate: they are for those who see all of them."""
    if not _sees_whole(request, plan):
        raise Http404


def _file(request: StaffRequest, result: Result, name: str) -> FileResponse:
    content = take_workbook(result=result, by=request.user)
    filename = _("{name} {day}.xlsx").format(name=name, day=timezone.localdate())
    return FileResponse(io.BytesIO(content), as_attachment=True, filename=filename)


@require_GET
@permitted(Permission.VIEW_PLANS)
def letter(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Hand out a plan as an official document, as Word or PDF."""
    from jiugai.reporting.official.write import official_docx

    plan = get_object_or_404(
        Plan.objects.select_related("result").defer("result__workbook"), pk=pk
    )
    _refuse_part(request, plan)
    content = official_docx(take_letter(plan=plan, by=request.user))
    try:
        return handed_out(request, content, plan.name)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(plan)
