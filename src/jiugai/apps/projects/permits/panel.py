"""What permits add to the page of a project."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from jiugai.apps.projects.models import Project
from jiugai.apps.projects.permits.filing import filing_of
from jiugai.apps.projects.permits.routes import routes_of


def panel(_request: HttpRequest, project: Project) -> Mapping[str, Any] | None:
    """Return the rules about permits in force, and how far the filing is."""
    today = timezone.localdate()
    routes = [one for one in routes_of(project, day=today) if one.finding is not None]
    filing = filing_of(project, day=today)
    if not routes and filing is None:
        return None
    return {"project": project, "routes": routes, "filing": filing}
