"""The page of one estate, and why a rule says what it says."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.queries.findings import findings_on
from jiugai.web.htmx import fragment


@require_GET
@permitted(Permission.VIEW_REGISTER)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what an estate is, what the rules say, and what is missing."""
    estate = get_object_or_404(Estate, pk=pk)
    law, findings = findings_on(estate, day=timezone.localdate())
    return render(
        request, "registry/estate.html", {"estate": estate, "law": law, "findings": findings}
    )


@require_GET
@permitted(Permission.VIEW_REGISTER)
def why(request: StaffRequest, pk: int, rule: str) -> HttpResponse:
    """Show the conditions of a rule with the values of an estate."""
    estate = get_object_or_404(Estate, pk=pk)
    law, findings = findings_on(estate, day=timezone.localdate())
    finding = findings[rule]
    template = fragment(request, "registry/why.html", "why")
    return render(request, template, {"estate": estate, "law": law, "finding": finding})
