"""Coming in and going out: the short address, a code, a one-time code, large type."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import Entrance
from jiugai.apps.participation.residents import entering
from jiugai.apps.participation.residents.access import (
    COOKIE,
    ELDER,
    ResidentRequest,
    elder,
    for_residents,
)
from jiugai.apps.participation.residents.codes import send_one_time_code
from jiugai.apps.participation.residents.forms import (
    AskForm,
    CodeForm,
    OnceForm,
    SlugForm,
    buildings_of,
)
from jiugai.kernel.errors import Refusal

YEAR = 365 * 86400


@login_not_required
@require_http_methods(["GET", "POST"])
def knock(request: HttpRequest) -> HttpResponse:
    """Ask for the short address of the estate."""
    if entering.session_of(request.COOKIES.get(COOKIE, ""), at=timezone.now()):
        return redirect("participation:home")
    form = SlugForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if entrance := entering.entrance_at(form.cleaned_data["slug"].strip()):
            return redirect(entrance)
        form.add_error("slug", _("没有这个编码；请对照信件或者楼门口的二维码。"))
    return _page(request, "knock.html", {"form": form}, is_new=request.method == "GET")


@login_not_required
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, slug: str) -> HttpResponse:
    """Take the code of a household."""
    entrance = _entrance(slug)
    form = CodeForm(request.POST or None)
    context: dict[str, Any] = {"entrance": entrance, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            token = entering.enter_with_code(
                entrance=entrance,
                code=form.cleaned_data["code"],
                place=_place(request),
                at=timezone.now(),
            )
            return _come_in(token)
        except Refusal as refusal:
            context["refusal"] = refusal
    return _page(request, "enter.html", context, is_new=request.method == "GET")


@login_not_required
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Have a code sent to the phone that is registered; the answer is the same for everybody."""
    entrance = _entrance(slug)
    with scope(entrance.division):
        buildings = buildings_of(entrance)
    form = AskForm(request.POST or None, buildings=buildings)
    context: dict[str, Any] = {"entrance": entrance, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            _ask(request, entrance, form)
        except Refusal as refusal:
            context["refusal"] = refusal
            return _page(request, "ask.html", context, is_new=False)
        once = OnceForm(buildings=buildings, initial=form.cleaned_data)
        return _page(request, "once.html", {"entrance": entrance, "form": once})
    return _page(request, "ask.html", context, is_new=request.method == "GET")


def _ask(request: HttpRequest, entrance: Entrance, form: AskForm) -> None:
    now = timezone.now()
    entering.note_asked(place=_place(request), at=now)
    with scope(entrance.division):
        household = entering.household_at(entrance, form.said())
        if household is not None:
            send_one_time_code(household=household, phone=form.cleaned_data["phone"], at=now)


@login_not_required
@require_http_methods(["GET", "POST"])
def once(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a code that was sent."""
    entrance = _entrance(slug)
    with scope(entrance.division):
        form = OnceForm(request.POST or None, buildings=buildings_of(entrance))
    context: dict[str, Any] = {"entrance": entrance, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            token = entering.enter_with_one_time_code(
                entrance=entrance,
                said=form.said(),
                code=form.cleaned_data["code"],
                place=_place(request),
                at=timezone.now(),
            )
            return _come_in(token)
        except Refusal as refusal:
            context["refusal"] = refusal
    return _page(request, "once.html", context, is_new=request.method == "GET")


@require_POST
@for_residents
def leave(request: ResidentRequest) -> HttpResponse:
    """Go out; whoever takes the phone next has to type a code."""
    entering.leave(session=request.session_at_home, at=timezone.now())
    response = redirect("participation:knock")
    response.delete_cookie(COOKIE)
    return response


@login_not_required
@require_POST
def large(request: HttpRequest) -> HttpResponse:
    """Switch large type and one thing a screen on or off."""
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/r/"
    response = redirect(back)
    if request.COOKIES.get(ELDER) == "1":
        response.delete_cookie(ELDER)
    else:
        response.set_cookie(ELDER, "1", max_age=YEAR, samesite="Lax")
    return response


def _entrance(slug: str) -> Entrance:
    found = entering.entrance_at(slug)
    if found is None:
        raise Http404
    return found


def _place(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def _come_in(token: str) -> HttpResponse:
    response = redirect("participation:home")
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(entering.SESSION.total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def _page(
    request: HttpRequest, template: str, context: dict[str, Any], *, is_new: bool = True
) -> HttpResponse:
    status = 200 if is_new else 422
    return render(request, f"participation/r/{template}", context | elder(request), status=status)
