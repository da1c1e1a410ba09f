"""How the top bar tells of long work that is going on."""

from typing import Final

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from jiugai.apps.jobs.models import Job, State
from jiugai.apps.jobs.queries import jobs_seen_by
from jiugai.web.navigation import Entry, Section


def running(request: HttpRequest) -> int:
    """Return how many of the jobs that the viewer sees are not over."""
    viewer = request.viewer  # type: ignore[attr-defined]
    seen = jobs_seen_by(viewer) if viewer.division is not None else Job.objects.none()
    return seen.filter(state__in=(State.WAITING, State.RUNNING)).count()


ENTRIES: Final = (Entry(_("进度"), "jobs:list", Section.SYSTEM, count=running, place="jobs"),)
