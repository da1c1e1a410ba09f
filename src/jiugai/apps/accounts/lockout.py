"""What somebody sees whose account is locked after wrong passwords."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(
    request: HttpRequest, _credentials: Any, *_args: Any, **_kwargs: Any
) -> HttpResponse:
    """Return the page that says how long to wait and whom to ask."""
    return render(request, "accounts/locked.html", status=429)
