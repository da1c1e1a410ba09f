"""One template for the page and for its parts."""

from django.http import HttpRequest


def fragment(request: HttpRequest, template: str, name: str) -> str:
    """Return `template#name` for an htmx request and the whole page otherwise."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return f"{template}#{name}" if htmx and not htmx.boosted else template
