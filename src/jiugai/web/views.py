"""Pages that belong to no app: refusals, errors, language."""

import logging
import secrets
import sys
from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from jiugai.web.context import THEME, THEMES
from jiugai.web.middleware import COOKIE
from jiugai.web.navigation import links

YEAR: Final = 365 * 86400


def home(request: HttpRequest) -> HttpResponse:
    """Lead to the first page that the viewer may open, or say who can give them one."""
    open_to = links(request, getattr(request, "viewer", None))
    if open_to:
        return redirect(open_to[0].address)
    return render(request, "web/nothing.html")


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form was too old and how to send it again."""
    return render(request, "web/stale.html", {"reason": reason}, status=403)


@login_not_required
@require_POST
def speak(request: HttpRequest) -> HttpResponse:
    """Change the language and go back to where the person was."""
    wanted = "en" if request.POST.get("language") == "en" else "zh"
    return _back(request, COOKIE, wanted)


@login_not_required
@require_POST
def paint(request: HttpRequest) -> HttpResponse:
    """Change between light, dark and the machine's own, and go back."""
    wanted = request.POST.get("theme", "")
    return _back(request, THEME, wanted if wanted in THEMES else THEMES[0])


def failed(request: HttpRequest) -> HttpResponse:
    """Say that something went wrong, under a number that the record of errors knows, too.

    It asks the database for nothing, which may be what failed.
    """
    number = secrets.token_hex(4)
    logging.getLogger("jiugai.web").error(
        "Failure %s at %s", number, request.path, exc_info=sys.exc_info()
    )
    context = {"number": number, "viewer": None, "messages": (), "running": (), "waiting": ()}
    return render(request, "web/failed.html", context, status=500)


def _back(request: HttpRequest, cookie: str, value: str) -> HttpResponse:
    back = request.POST.get("back", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = redirect(back)
    response.set_cookie(cookie, value, max_age=YEAR, samesite="Lax")
    return response
