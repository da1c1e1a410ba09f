"""The page of the system administrator: what the doctor says."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.site.findings import examine


@require_GET
@permitted(Permission.MANAGE_SYSTEM)
def system(request: StaffRequest) -> HttpResponse:
    """Show how the site is, and what to do where it is not well."""
    found = examine(at=timezone.now())
    todo = [one for one in found if not one.is_fine]
    return render(request, "site/system.html", {"found": found, "todo": todo})
