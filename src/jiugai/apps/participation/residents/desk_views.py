"""Pages of staff for residents' entrances: QR codes, and letters with codes."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.participation.models import Entrance, HouseholdCode
from jiugai.apps.participation.residents.codes import (
    issue_codes,
    make_door_entrances,
    make_entrance,
)
from jiugai.apps.participation.residents.forms import EntranceForm
from jiugai.apps.participation.residents.pictures import qr
from jiugai.apps.registry.models import Building, Estate
from jiugai.kernel.errors import Refusal


@require_http_methods(["GET", "POST"])
@permitted(Permission.ISSUE_CODES)
def entrance(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the QR code of an estate and its buildings with their letters; make the entrance."""
    estate = get_object_or_404(Estate, pk=pk)
    found = Entrance.objects.filter(estate=estate, building=None).first()
    form = EntranceForm(request.POST or None, initial={"phone": found.phone if found else ""})
    if request.method == "POST" and form.is_valid():
        phone = form.cleaned_data["phone"]
        make_entrance(
            estate=estate, building=None, phone=phone, by=request.user, on=timezone.now()
        )
        return redirect("participation:entrance", pk)
    context = _context(request, estate, found) | {"form": form}
    status = 422 if form.errors else 200
    return render(request, "participation/entrance.html", context, status=status)


@require_http_methods(["GET", "POST"])
@permitted(Permission.ISSUE_CODES)
def doors(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a sheet of QR codes to be put up at the doors of the buildings; make those lacking."""
    estate = get_object_or_404(Estate, pk=pk)
    whole = Entrance.objects.filter(estate=estate, building=None).first()
    if request.method == "POST":
        make_door_entrances(
            estate=estate, phone=whole.phone if whole else "", by=request.user, on=timezone.now()
        )
        return redirect("participation:doors", pk)
    buildings = Building.objects.filter(estate=estate).order_by("id")
    known = {one.building_id: one for one in Entrance.objects.filter(building__in=buildings)}
    sheets = [
        {"building": one} | _picture(request, known[one.pk])
        for one in buildings
        if one.pk in known
    ]
    lacking = [one for one in buildings if one.pk not in known]
    context = {"estate": estate, "sheets": sheets, "lacking": lacking}
    return render(request, "participation/doors.html", context)


@require_POST
@permitted(Permission.ISSUE_CODES)
def letters(request: StaffRequest, pk: int) -> HttpResponse:
    """Give every household of a building a new code and show the letters, once."""
    building = get_object_or_404(Building.objects.select_related("estate"), pk=pk)
    estate = building.estate
    found = Entrance.objects.filter(estate=estate, building=None).first()
    try:
        if found is None:
            found = make_entrance(
                estate=estate, building=None, phone="", by=request.user, on=timezone.now()
            )
        made = issue_codes(building=building, by=request.user, at=timezone.now())
    except Refusal as refusal:
        form = EntranceForm(initial={"phone": found.phone if found else ""})
        context = _context(request, estate, found) | {"refusal": refusal, "form": form}
        return render(request, "participation/entrance.html", context, status=422)
    context = {"estate": estate, "building": building, "letters": made} | _picture(request, found)
    answer = render(request, "participation/letters.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


def _context(request: StaffRequest, estate: Estate, found: Entrance | None) -> dict[str, Any]:
    buildings = list(Building.objects.filter(estate=estate).order_by("id"))
    live = HouseholdCode.objects.filter(household__building__in=buildings, revoked_at=None)
    with_codes: dict[int, int] = {}
    for building in live.values_list("household__building", flat=True):
        with_codes[building] = with_codes.get(building, 0) + 1
    rows = [(one, with_codes.get(one.pk, 0)) for one in buildings]
    return {"estate": estate, "rows": rows} | (_picture(request, found) if found else {})


def _picture(request: StaffRequest, found: Entrance) -> dict[str, Any]:
    address = request.build_absolute_uri(found.get_absolute_url())
    return {"entrance": found, "address": address, "qr": qr(address, label=address)}
