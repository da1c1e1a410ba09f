"""The page on which a stored verdict is computed again."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.models import Assessment, Estate
from jiugai.apps.registry.services.replay import replay_on_record


@require_http_methods(["GET", "POST"])
@permitted(Permission.VERIFY_RECORD)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what is stored; on POST compute it again and show what differs."""
    estate = get_object_or_404(Estate, pk=pk)
    context = {
        "estate": estate,
        "may_read": request.viewer.may(Permission.READ_POLICY),
        "assessment": Assessment.objects.filter(estate=estate).first(),
        "replay": replay_on_record(estate, by=request.user) if request.method == "POST" else None,
    }
    return render(request, "registry/replay.html", context)
