"""What every page's frame needs to know."""

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the viewer and whether the data is made up."""
    return {"viewer": getattr(request, "viewer", None), "is_demo": settings.CONFIG.demo}
