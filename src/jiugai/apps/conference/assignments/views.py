"""Pages of assignments: the list, and one with all that was reported."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.conference.assignments import services
from jiugai.apps.conference.assignments.queries import PAGE, Sought, find_assignments, standing
from jiugai.apps.conference.forms import Filters, ReportForm, SettleForm
from jiugai.apps.conference.models import Assignment, Item
from jiugai.apps.projects.applications.forms import check, renewed
from jiugai.kernel.errors import Refusal


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the assignments that fit the filters, and how each owner stands."""
    form, on = Filters(request.GET), timezone.localdate()
    form.is_valid()
    said = form.cleaned_data
    sought = Sought(
        words=said.get("q", "").replace("\x00", ""),
        state=said.get("state", ""),
        owner=said.get("owner"),
        overdue=said.get("overdue", False),
        mine=request.user if said.get("mine") else None,
    )
    page = Paginator(find_assignments(sought, on=on), PAGE).get_page(request.GET.get("page"))
    whole = standing(find_assignments(Sought(), on=on), on)
    context = {"form": form, "page": page, "today": on, "standing": whole}
    return render(request, "conference/assignments.html", context)


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show an assignment with all that was reported."""
    return _show(request, _assignment(pk))


@require_POST
@permitted(Permission.REPORT_ASSIGNMENT)
def report(request: StaffRequest, pk: int) -> HttpResponse:
    """Report how far an assignment is."""
    form = ReportForm(request.POST, assignment=_assignment(pk))
    try:
        said = check(form)
        done = services.report(pk=pk, **said, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        now = _assignment(pk)
        return _show(request, now, status=422, refusal=refusal, report=renewed(form, now.version))
    messages.success(request, _("已报告。"))
    return redirect(done)


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def settle(request: StaffRequest, pk: int) -> HttpResponse:
    """Accept that it is done, send it back, give it more time, or drop it."""
    found = _assignment(pk)
    form = SettleForm(request.POST, assignment=found)
    try:
        _check_own(request, found)
        said = check(form)
        done = services.settle(pk=pk, **said, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        now = _assignment(pk)
        return _show(request, now, status=422, refusal=refusal, settle=renewed(form, now.version))
    messages.success(request, _("现在是“{state}”。").format(state=done.get_state_display()))
    return redirect(done)


def _check_own(request: StaffRequest, assignment: Assignment) -> None:
    if assignment.conference != request.viewer.division:
        raise Refusal(_("这件事是别的联席会交办的，由他们核定。"))


def _show(
    request: StaffRequest, assignment: Assignment, *, status: int = 200, **more: Any
) -> HttpResponse:
    viewer = request.viewer
    item = Item.objects.filter(pk=assignment.item_id).first()  # hidden from those below
    context = {
        "assignment": assignment,
        "item": item,
        "partners": assignment.partners.select_related("organisation"),
        "reports": assignment.reports.select_related("by").order_by("-id"),
        "may_report": assignment.is_open
        and viewer.may(Permission.REPORT_ASSIGNMENT)
        and services.speaks_for(assignment, request.user),
        "may_settle": assignment.is_open
        and viewer.may(Permission.HOLD_CONFERENCE)
        and assignment.conference == viewer.division,
        "report": ReportForm(assignment=assignment),
        "settle": SettleForm(assignment=assignment),
        "today": timezone.localdate(),
        "refusal": None,
        **more,
    }
    context["settle"].auto_id = "settle_%s"
    return render(request, "conference/assignment.html", context, status=status)


def _assignment(pk: int) -> Assignment:
    return get_object_or_404(Assignment.objects.select_related("owner", "given_by"), pk=pk)
