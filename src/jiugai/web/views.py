"""Pages that belong to no app: refusals, errors, language."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from jiugai.web.middleware import COOKIE


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form was too old and how to send it again."""
    return render(request, "web/stale.html", {"reason": reason}, status=403)


@login_not_required
@require_POST
def speak(request: HttpRequest) -> HttpResponse:
    """Change the language and go back to where the person was."""
    back = request.POST.get("back", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = redirect(back)
    wanted = "en" if request.POST.get("language") == "en" else "zh"
    response.set_cookie(COOKIE, wanted, max_age=365 * 86400, samesite="Lax")
    return response
