"""Open a sensitive value with a reason; the answer is shown once and kept nowhere."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.audit.opening import open_value, sealed_value
from jiugai.kernel.errors import Refusal
from jiugai.web.htmx import fragment


@require_http_methods(["GET", "POST"])
@permitted(Permission.OPEN_SENSITIVE)
def open_sealed(request: StaffRequest, label: str, pk: str, name: str) -> HttpResponse:
    """Ask why, then show the value; a GET never shows it."""
    value = sealed_value(label, pk, name)
    context = {"value": value, "reason": request.POST.get("reason", ""), "may_open": True}
    status = 200
    if request.method == "POST":
        try:
            context["opened"] = open_value(
                value, viewer=request.viewer, reason=request.POST.get("reason", "")
            )
        except Refusal as refusal:
            context["refusal"], status = refusal, 422
    template = fragment(request, "audit/open.html", "value")
    response = render(request, template, context, status=status)
    response.headers["Cache-Control"] = "no-store, private"
    return response
