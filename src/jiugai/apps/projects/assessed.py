"""What is worked out anew here when estates were judged again."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.db import connection

from jiugai.apps.projects.gates.recompute import recompute
from jiugai.apps.registry.services.followers import follows_assessment

_OPEN: Final = "SELECT id FROM projects_project WHERE closed_on IS NULL AND estate_id = ANY(%s)"


@follows_assessment
def gates(ids: Sequence[int], *, day: date) -> None:
    """Work out the gates of the open projects of some estates."""
    with connection.cursor() as cursor:
        # As one list: Django would pass the ids of a whole register one by one.
        cursor.execute(_OPEN, [list(ids)])
        found = [pk for (pk,) in cursor.fetchall()]
    recompute(found, day=day)
