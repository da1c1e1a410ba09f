"""What gates add to the page of a project."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from jiugai.apps.projects.gates.queries import buildings_out, gates_on
from jiugai.apps.projects.models import Project


def panel(_request: HttpRequest, project: Project) -> Mapping[str, Any] | None:
    """Return the gates of a project by document, and the buildings that a rule keeps out."""
    today = timezone.localdate()
    groups = gates_on(project, day=today)
    if not groups:
        return None
    first, *others = groups
    out = buildings_out(project, day=today)
    return {"project": project, "first": first, "others": others, "out": out}
