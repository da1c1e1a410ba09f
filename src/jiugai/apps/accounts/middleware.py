"""Every request of staff runs in one transaction that sees only its division."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from jiugai.apps.accounts.rows import scope
from jiugai.apps.accounts.viewer import CHOSEN, viewer_of


class WithinScope:
    """Puts the viewer on the request and wraps the view in the scope of their division.

    What the view did is committed before the answer leaves, and undone if the view failed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer a request."""
        person: Any = request.user
        if not person.is_authenticated:
            return self.get_response(request)
        viewer = viewer_of(person, on=timezone.localdate(), chosen=request.session.get(CHOSEN))
        request.viewer = viewer  # type: ignore[attr-defined]
        if viewer.division is None:
            return self.get_response(request)
        with scope(viewer.division):
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response
