"""What is worked out anew here when estates were judged again."""

from collections.abc import Sequence
from datetime import date

from jiugai.apps.projects.gates.recompute import recompute
from jiugai.apps.projects.models import Project
from jiugai.apps.registry.services.followers import follows_assessment


@follows_assessment
def gates(ids: Sequence[int], *, day: date) -> None:
    """Work out the gates of the open projects of some estates."""
    found = Project.objects.filter(estate__in=ids, closed_on=None)
    recompute(list(found.values_list("pk", flat=True)), day=day)
