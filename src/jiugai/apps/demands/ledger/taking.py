"""A demand is written down at the desk or on the phone; likely repeats are shown first."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.demands.ledger.deadlines import clause_of, days_for
from jiugai.apps.demands.ledger.forms import TakeForm
from jiugai.apps.demands.ledger.linking import link
from jiugai.apps.demands.ledger.queries import units_for
from jiugai.apps.demands.ledger.repeats import Likely, likely_repeats
from jiugai.apps.demands.ledger.services import Said, take
from jiugai.apps.demands.models import Channel, Demand, Kind, Nature
from jiugai.apps.participation.addresses import household_at
from jiugai.apps.registry.models import Estate, Household
from jiugai.apps.registry.queries.search import search_all
from jiugai.kernel.errors import Refusal


@require_GET
@permitted(Permission.TAKE_DEMANDS)
def choose(request: StaffRequest) -> HttpResponse:
    """Find the estate that a demand is about."""
    words = request.GET.get("q", "").strip()[:60]
    found = search_all(words).estates if words else ()
    context = {"words": words, "estates": found}
    return render(request, "demands/choose.html", context)


@require_http_methods(["GET", "POST"])
@permitted(Permission.TAKE_DEMANDS)
def take_down(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a demand down; where it may repeat others, ask first."""
    estate = get_object_or_404(Estate, pk=pk, retired_on=None)
    data = request.POST if request.method == "POST" else None
    form = TakeForm(data, estate=estate, units=units_for(estate))
    context = _context(request, estate, form)
    if data is None:
        return render(request, "demands/take.html", context)
    if not form.is_valid():
        return render(request, "demands/take.html", context, status=422)
    likely = likely_repeats(form.cleaned_data["text"], estate=estate)
    if likely and "matter" not in data:
        context["likely"] = likely
        return render(request, "demands/take.html", context)
    try:
        demand = _take(request, estate, form, likely)
    except Refusal as refusal:
        context |= {"refusal": refusal, "likely": likely}
        return render(request, "demands/take.html", context, status=422)
    messages.success(
        request, _("已登记，编号 {number}；请告诉诉求人。").format(number=demand.number)
    )
    return redirect(demand)


def _context(request: StaffRequest, estate: Estate, form: TakeForm) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "estate": estate,
        "form": form,
        "chosen": request.POST.get("matter", ""),
        "days": days_for(estate.division, ""),
        "clause": clause_of(estate.division, today),
    }


def _take(request: StaffRequest, estate: Estate, form: TakeForm, likely: list[Likely]) -> Demand:
    said = form.cleaned_data
    demand = take(
        estate=estate,
        said=Said(
            text=said["text"],
            channel=Channel(said["channel"]),
            kind=Kind(said["kind"]),
            nature=Nature(said["nature"]),
            building=said["building"],
            household=_household(estate, said),
            asker=said["asker"].strip(),
            phone=said["phone"].strip(),
            organisation=said["organisation"],
        ),
        by=request.user,
        at=timezone.now(),
    )
    matter = request.POST.get("matter", "")
    if matter in {str(one.demand.pk) for one in likely}:
        link(pk=demand.pk, to=int(matter), by=request.user, on=timezone.localdate())
    return demand


def _household(estate: Estate, said: dict[str, Any]) -> Household | None:
    """Return the household that is named; raises Refusal if there is none of that address."""
    if not said["door"].strip():
        return None
    if said["building"] is None:
        raise Refusal(_("填了户号，请也选楼栋。"))
    found = household_at(
        estate, building=str(said["building"]), unit=said["unit"], door=said["door"]
    )
    if found is None:
        raise Refusal(_("小区里没有这一户；请核对楼栋、单元、户号，不清楚就不填户号。"))
    return found
