"""Pages on people and what they may do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jiugai.apps.accounts.viewer import CHOSEN


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Work in another of one's appointments from here on."""
    chosen = request.POST.get("appointment", "")
    mine = {str(one.pk) for one in request.viewer.appointments}  # type: ignore[attr-defined]
    if chosen in mine:
        request.session[CHOSEN] = int(chosen)
    return redirect("/")
