"""The Today page: what waits for me, and what changed in my division."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.models import Notice
from jiugai.apps.projects.today.queries import today_for


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def page(request: StaffRequest) -> HttpResponse:
    """Show what waits for the viewer by its day, what is new, and what they were told."""
    on = timezone.localdate()
    today = today_for(
        request.viewer, session=request.session.session_key, now=timezone.now(), on=on
    )
    return render(request, "projects/today.html", {"today": today, "on": on})


@require_POST
@permitted(Permission.VIEW_PROJECTS)
def all_seen(request: StaffRequest) -> HttpResponse:
    """Note that the viewer has read what they were told."""
    Notice.objects.filter(person=request.user, seen_at=None).update(seen_at=timezone.now())
    return redirect("projects:today")
