"""A number of the texts: its values over time, the same number elsewhere, what rests on it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.law import readings_for
from jiugai.apps.registry.queries import policy_numbers
from jiugai.policy.rulebook import rulebook
from jiugai.policy.uses import rules_using


@require_GET
@permitted(Permission.READ_POLICY)
def page(request: StaffRequest, number: str) -> HttpResponse:
    """Show a number over time as a chart and a table."""
    entry = policy_numbers.number_named(number)
    if entry is None:
        raise Http404
    taken = readings_for(request.viewer.division or "", timezone.localdate())
    lines = policy_numbers.lines_beside(entry, taken)
    context = {
        "entry": entry,
        "document": lines[0].document,
        "lines": lines,
        "chart": policy_numbers.chart_of(lines, until=timezone.localdate()),
        "rules": rules_using(rulebook().rules, number),
    }
    return render(request, "registry/policy_number.html", context)
