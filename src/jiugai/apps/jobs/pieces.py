"""What jobs add to the page about oneself: the way to those that are over."""

from collections.abc import Mapping
from typing import Any, Final, cast

from django.http import HttpRequest

from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.jobs.queries import jobs_seen_by
from jiugai.web.pieces import ME, Piece


def _mine(request: HttpRequest, _person: Any) -> Mapping[str, Any] | None:
    """The top bar names jobs while they run; afterwards this is where they are found."""
    viewer = cast(StaffRequest, request).viewer
    return {} if viewer.division is not None and jobs_seen_by(viewer).exists() else None


PIECES: Final = (Piece(ME, "jobs/me.html", 10, _mine),)
