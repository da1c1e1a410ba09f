"""A view names the permission it needs; who lacks it reads why and what to do."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, cast

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest, Viewer
from jiugai.web.navigation import allowed

View = Callable[..., HttpResponseBase]
FRONT: Final = "/"


def permitted(permission: Permission) -> Callable[[View], View]:
    """Return a decorator that lets only those in who hold a permission.

    The front page leads who may not see it to the first page that they may.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            viewer: Viewer | None = getattr(request, "viewer", None)
            if viewer is None or not viewer.may(permission):
                return _elsewhere(request, viewer, permission)
            return view(cast(StaffRequest, request), *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def _elsewhere(
    request: HttpRequest, viewer: Viewer | None, permission: Permission
) -> HttpResponse:
    if request.path == FRONT:
        first = next((one.url for one in allowed(viewer) if one.permission), "people:me")
        return redirect(first)
    return render(request, "web/refused.html", {"permission": permission}, status=403)
