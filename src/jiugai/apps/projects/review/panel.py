"""What the review of a design adds to the page of a project."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from jiugai.apps.projects.models import Hand, Project, Review
from jiugai.apps.projects.review.locking import submitted


def panel(_request: HttpRequest, project: Project) -> Mapping[str, Any]:
    """Return whose turn the review is, and the version that it looks at."""
    review = Review.objects.filter(project=project).first()
    return {
        "project": project,
        "review": review,
        "hand": review.hand if review else Hand.DESIGNER.value,
        "design": submitted(review) if review else None,
        "today": timezone.localdate(),
    }
