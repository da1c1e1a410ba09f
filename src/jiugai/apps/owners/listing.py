"""What lists of owners' things have in common: filters and pages."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.owners.forms import ListFilters
from jiugai.apps.registry.queries.listing import page_of
from jiugai.apps.registry.queries.places import places_within


def list_context(
    request: StaffRequest, which: Any, find: Callable[[dict[str, str]], QuerySet[Any]]
) -> dict[str, Any]:
    """Return the filters, one page of what fits, and the query of the page after it."""
    places = places_within(request.viewer.division or "")
    form = ListFilters(request.GET, which=which, places=places)
    number = request.GET.get("page", "")
    asked = request.GET.copy()
    asked.pop("page", None)
    return {
        "form": form,
        "page": page_of(
            find(form.said()), int(number) if number.isdecimal() and len(number) < 9 else 1
        ),
        "query": asked.urlencode(),
    }
