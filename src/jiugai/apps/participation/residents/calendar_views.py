"""The calendar of a household's building, as a page and as a file that phones subscribe to."""

from __future__ import annotations

from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.residents.access import ResidentRequest, for_residents
from jiugai.apps.participation.residents.calendar import days_of, past_of
from jiugai.apps.participation.residents.frame import page as shown
from jiugai.apps.registry.models import Building
from jiugai.reporting.ics import Event, calendar_file

#: What the address of a subscription is signed for.
_SALT: Final = "participation.calendar"


@require_GET
@for_residents
def page(request: ResidentRequest) -> HttpResponse:
    """Show what goes on at the household's building, and what is next."""
    building, today = request.household.building, timezone.localdate()
    found = days_of(building, on=today)
    token = signing.dumps([building.pk, building.division], salt=_SALT, compress=True)
    file = reverse("participation:calendar_file", args=[token])
    context = {
        "building": building,
        "now": [one for one in found if one.is_on(today)],
        "later": [one for one in found if one.first > today],
        "past": past_of(building, on=today),
        "file": request.build_absolute_uri(file),
    }
    return shown(request, "calendar.html", context)


@login_not_required
@require_GET
def file(request: HttpRequest, token: str) -> HttpResponse:
    """Hand out the calendar of a building; what hangs at the door anybody may read."""
    try:
        pk, division = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError) as error:
        raise Http404 from error
    with scope(division):
        building = get_object_or_404(Building.objects.select_related("estate"), pk=pk)
        name = _("{estate}{building}：改造日历").format(estate=building.estate, building=building)
        events = [
            Event(
                f"{one.key}@{request.get_host()}",
                one.first,
                one.last,
                f"{one.what}：{one.title}",
                address=request.build_absolute_uri(one.address) if one.address else "",
            )
            for one in days_of(building, on=timezone.localdate())
            if not one.is_year  # a year is no entry of a calendar: it would lie over every day
        ]
    stamp = timezone.now().strftime("%Y%m%dT%H%M%SZ")
    content = calendar_file(name, events, stamp=stamp)
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
