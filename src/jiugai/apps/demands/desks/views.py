"""Pages of reception on site, and of an office's own days for answers."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.demands.desks import services
from jiugai.apps.demands.desks.forms import DeskForm, TermForm
from jiugai.apps.demands.ledger.deadlines import DEFAULT, clause_of, reads_by_ticket
from jiugai.apps.demands.models import Kind, ReceptionDesk
from jiugai.apps.registry.models import Clock, Estate, Term
from jiugai.apps.registry.services.workdays import set_term
from jiugai.kernel.division import ancestors
from jiugai.kernel.errors import Refusal


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_DEMANDS)
def desks(request: StaffRequest, pk: int) -> HttpResponse:
    """Show where residents of an estate are received; set another desk up."""
    estate = get_object_or_404(Estate, pk=pk)
    today = timezone.localdate()
    form = DeskForm(request.POST or None, initial={"since": today})
    context: dict[str, Any] = {"estate": estate, "form": form, "today": today}
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.open_desk(
                    estate=estate, said=form.cleaned_data, by=request.user, on=today
                )
                return redirect("demands:desks", pk)
            except Refusal as refusal:
                context["refusal"] = refusal
    context["desks"] = services.desks_of(estate, on=today)
    context["clause"] = clause_of(estate.division, today)
    return render(request, "demands/desks.html", context, status=status)


@require_POST
@permitted(Permission.RUN_DEMANDS)
def end_desk(request: StaffRequest, pk: int) -> HttpResponse:
    """End a reception desk."""
    desk = get_object_or_404(ReceptionDesk, pk=pk)
    try:
        services.end_desk(pk=pk, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        context = {
            "estate": desk.estate,
            "form": DeskForm(),
            "today": timezone.localdate(),
            "desks": services.desks_of(desk.estate, on=timezone.localdate()),
            "refusal": refusal,
        }
        return render(request, "demands/desks.html", context, status=422)
    return redirect("demands:desks", desk.estate_id)


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_DEMANDS)
def terms(request: StaffRequest) -> HttpResponse:
    """Show the working days for answers, and set those of the viewer's own division."""
    place = request.viewer.division or ""
    form = TermForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            said = form.cleaned_data
            set_term(
                place=place,
                clock=Clock.ANSWER,
                matter=said["kind"],
                days=said["days"],
                by=request.user,
            )
            return redirect("demands:terms")
    places = [*ancestors(place), place]
    found = Term.objects.filter(clock=Clock.ANSWER, place__in=places).select_related("by")
    context = {
        "form": form,
        "terms": [
            (one, Kind(one.matter).label if one.matter else "")
            for one in sorted(found, key=lambda one: (len(one.place), one.matter))
        ],
        "default": DEFAULT,
        "reads_by_ticket": reads_by_ticket(place, timezone.localdate()),
        "clause": clause_of(place, timezone.localdate()),
    }
    return render(request, "demands/terms.html", context, status=status)
