"""A view names the permission it needs; who lacks it reads why and what to do."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest, Viewer

View = Callable[..., HttpResponseBase]


def permitted(permission: Permission) -> Callable[[View], View]:
    """Return a decorator that lets only those in who hold a permission."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            viewer: Viewer | None = getattr(request, "viewer", None)
            if viewer is None or not viewer.may(permission):
                return render(request, "web/refused.html", {"permission": permission}, status=403)
            return view(cast(StaffRequest, request), *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def may_open(viewer: Viewer, address: str) -> bool:
    """Return whether the page at an address of this site names no permission that is lacking."""
    try:
        view = resolve(urlsplit(address).path).func
    except Resolver404:
        return False
    permission: Permission | None = getattr(view, "permission", None)
    return permission is None or viewer.may(permission)
