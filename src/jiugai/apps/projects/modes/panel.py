"""What the adopted way adds to the page of a project."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from jiugai.apps.projects.models import Project
from jiugai.apps.projects.modes.queries import adopted


def panel(_request: HttpRequest, project: Project) -> Mapping[str, Any]:
    """Return the way that a project adopted, if it did."""
    return {"project": project, "found": adopted(project)}
