"""A household says what it wants, and sees what became of it."""

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jiugai.apps.accounts.pace import take as draw
from jiugai.apps.demands.desks.services import desks_of
from jiugai.apps.demands.ledger.answering import rate
from jiugai.apps.demands.ledger.forms import RateForm
from jiugai.apps.demands.ledger.services import Said, take
from jiugai.apps.demands.models import Channel, Demand, Kind, State
from jiugai.apps.demands.residents.forms import AskForm
from jiugai.apps.participation.residents.access import ResidentRequest, for_residents
from jiugai.apps.participation.residents.frame import page as shown
from jiugai.kernel.errors import Refusal

#: A household may say so many things a minute, and so many a day.
A_MINUTE: Final = 3
A_DAY: Final = 20


@require_http_methods(["GET", "POST"])
@for_residents
def mine(request: ResidentRequest) -> HttpResponse:
    """Show what the household said and what became of it; take something new."""
    form = AskForm(request.POST or None)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        try:
            demand = _take(request, form)
            return redirect("demands:my_demand", demand.pk)
        except Refusal as refusal:
            context["refusal"] = refusal
    estate = request.household.building.estate
    context |= {
        "demands": Demand.objects.filter(household=request.household).order_by("-id"),
        "desks": desks_of(estate, on=timezone.localdate()),
        "estate": estate,
    }
    return shown(request, "demands/r/mine.html", context, is_new=request.method == "GET")


def _take(request: ResidentRequest, form: AskForm) -> Demand:
    household, now = request.household, timezone.now()
    said = form.cleaned_data
    _refuse_too_often(request)
    building = household.building
    return take(
        estate=building.estate,
        said=Said(
            text=said["text"],
            channel=Channel.ONLINE,
            kind=Kind(said["kind"]),
            building=building if said["where"] == "building" else None,
            household=household,
        ),
        by=None,
        at=now,
    )


def _refuse_too_often(request: ResidentRequest) -> None:
    _granted, wait = draw(f"demand:{request.household.pk}", most=A_MINUTE)
    if wait:
        raise Refusal(_("提得太快了，请过 {wait} 秒再提。").format(wait=wait))
    today = timezone.localdate()
    said = Demand.objects.filter(household=request.household, channel=Channel.ONLINE)
    if said.filter(asked_at__date=today).count() >= A_DAY:
        raise Refusal(_("您家今天已经提了 {n} 件；急事请打接待电话。").format(n=A_DAY))


@require_http_methods(["GET", "POST"])
@for_residents
def one(request: ResidentRequest, pk: int) -> HttpResponse:
    """Show one demand of the household with its answer; take what it says of that."""
    found = Demand.objects.filter(household=request.household, pk=pk)
    demand = found.exclude(state=State.WITHDRAWN).select_related("organisation").first()
    if demand is None:
        raise Http404
    form = RateForm(request.POST or None)
    context: dict[str, Any] = {"demand": demand, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            rate(pk=pk, **form.cleaned_data, by=None, on=timezone.localdate())
            return redirect("demands:my_demand", pk)
        except Refusal as refusal:
            context["refusal"] = refusal
    return shown(request, "demands/r/one.html", context, is_new=request.method == "GET")
