"""What is asked about projects."""

from dataclasses import dataclass
from typing import Final

from django.db.models import Q, QuerySet

from jiugai.apps.projects.models import Project

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for among projects; empty means anything."""

    words: str = ""
    stage: str = ""
    way: str = ""
    closed: bool = False


def find_projects(sought: Sought) -> QuerySet[Project]:
    """Return the projects that fit, the latest first."""
    found = Project.objects.select_related("estate").order_by("-id")
    if not sought.closed:
        found = found.filter(closed_on=None)
    if sought.stage:
        found = found.filter(estate__stage=sought.stage)
    if sought.way:
        found = found.filter(way=sought.way)
    for word in sought.words.split():
        found = found.filter(
            Q(number__icontains=word)
            | Q(estate__name__icontains=word)
            | Q(estate__initials__icontains=word)
        )
    return found
