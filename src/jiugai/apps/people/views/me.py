"""One's own page."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.people import queries
from jiugai.apps.people.services.oneself import end_other_sessions
from jiugai.kernel.errors import Refusal


@require_GET
def page(request: StaffRequest) -> HttpResponse:
    """Show who I am here, what I may do, and where I am signed in."""
    mine = queries.mine(request.user, at=timezone.now())
    return render(request, "people/me.html", {"mine": mine, "key": request.session.session_key})


@require_POST
def end_others(request: StaffRequest) -> HttpResponse:
    """End my sessions elsewhere."""
    try:
        ended = end_other_sessions(
            by=request.viewer, keep=str(request.session.session_key), at=timezone.now()
        )
    except Refusal as refusal:
        messages.info(request, str(refusal))
    else:
        words = ngettext("已结束另外 {n} 处登录。", "已结束另外 {n} 处登录。", ended)
        messages.success(request, words.format(n=ended))
    return redirect("people:me")
