"""The page of a conference's members."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.conference.forms import SeatForm
from jiugai.apps.conference.meetings.views import CLAUSES, check_may_hold, may_hold
from jiugai.apps.conference.members import services
from jiugai.apps.conference.members.queries import seats_of
from jiugai.apps.conference.models import Seat
from jiugai.apps.projects.applications.clauses import first_in_force
from jiugai.apps.projects.applications.forms import check
from jiugai.apps.registry.queries.places import name_of
from jiugai.kernel.errors import Refusal


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def page(request: StaffRequest) -> HttpResponse:
    """Show who sits in the conference."""
    return _show(request)


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def take(request: StaffRequest) -> HttpResponse:
    """Give an organisation a seat."""
    place = request.viewer.division or ""
    form = SeatForm(request.POST, division=place)
    try:
        check_may_hold(request)
        said = check(form)
        seat = services.take_seat(division=place, **said, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return _show(request, status=422, form=form, refusal=refusal)
    messages.success(request, _("{name}已是成员。").format(name=seat))
    return redirect("conference:members")


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def leave(request: StaffRequest, pk: int) -> HttpResponse:
    """End a seat."""
    place = request.viewer.division or ""
    get_object_or_404(Seat, pk=pk, division=place)
    try:
        services.leave_seat(pk=pk, division=place, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return _show(request, status=422, refusal=refusal)
    return redirect("conference:members")


def _show(request: StaffRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    on, place = timezone.localdate(), request.viewer.division or ""
    context = {
        "seats": seats_of(place, on),
        "place": name_of(place),
        "clause": first_in_force(CLAUSES, place, on),
        "may_hold": may_hold(request),
        "form": SeatForm(division=place),
        "refusal": None,
        **more,
    }
    return render(request, "conference/members.html", context, status=status)
