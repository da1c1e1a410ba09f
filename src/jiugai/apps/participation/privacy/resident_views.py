"""Pages on which a household sees what is held of it, erases, asks, takes back, downloads."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.pace import take as draw
from jiugai.apps.participation.models import Consent, PersonalRequest
from jiugai.apps.participation.privacy import consents, requests
from jiugai.apps.participation.privacy.download import download
from jiugai.apps.participation.privacy.erasing import erase_own
from jiugai.apps.participation.privacy.forms import AskForm
from jiugai.apps.participation.privacy.holding import Holding, How, holding_of
from jiugai.apps.participation.privacy.of_rights import title_of
from jiugai.apps.participation.privacy.shown import declared, held_at, held_by
from jiugai.apps.participation.residents.access import ResidentRequest, elder, for_residents
from jiugai.apps.participation.residents.frame import page as shown
from jiugai.kernel.errors import Refusal

View = Callable[..., HttpResponseBase]
#: A household takes everything so often a minute, and asks for so many things.
PACE = 6


def for_the_household(view: View) -> View:
    """Let in who came with the household's own code, nobody who acts for it (decision 0037)."""

    @wraps(view)
    def own(request: ResidentRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.helper is not None:
            refusal = Refusal(_("个人信息只能由本户凭自己的代码看和处理，不能代办。"))
            context = {"title": _("我家的信息"), "refusal": refusal}
            return shown(request, "privacy_refused.html", context, is_new=False)
        answer = view(request, *args, **kwargs)
        answer["Cache-Control"] = "no-store"
        return answer

    return own


@require_GET
@for_residents
@for_the_household
def mine(request: ResidentRequest) -> HttpResponse:
    """Show what is held of the household, its consents and its requests."""
    return _mine(request)


def _mine(request: ResidentRequest, refusal: Refusal | None = None) -> HttpResponse:
    household = request.household
    asked = PersonalRequest.objects.filter(household=household)
    context = {
        "held": held_by(household),
        "consents": Consent.objects.filter(household=household, is_given=True, revoked_at=None),
        "requests": [(one, title_of(one.holding)) for one in asked],
        "refusal": refusal,
    }
    return shown(request, "privacy.html", context, is_new=refusal is None)


@require_GET
@for_residents
@for_the_household
def one(request: ResidentRequest, key: str) -> HttpResponse:
    """Show one sort of what is held: its values, why, how long, who sees it."""
    context = {"one": held_at(request.household, _holding(key))}
    return shown(request, "holding.html", context)


@require_http_methods(["GET", "POST"])
@for_residents
@for_the_household
def erase(request: ResidentRequest, key: str) -> HttpResponse:
    """Say what follows; erase once that is confirmed."""
    holding = _holding(key)
    context: dict[str, Any] = {"one": held_at(request.household, holding)}
    if request.method == "POST":
        try:
            erase_own(holding=holding, household=request.household, at=timezone.now())
            return redirect("participation:my_privacy")
        except Refusal as refusal:
            context["refusal"] = refusal
    return shown(request, "erase.html", context, is_new=request.method == "GET")


@require_http_methods(["GET", "POST"])
@for_residents
@for_the_household
def ask(request: ResidentRequest, key: str) -> HttpResponse:
    """Take what the household wants the office to correct or to erase."""
    holding = _holding(key)
    if not holding.corrected and holding.erasing.how is not How.OFFICE:
        raise Http404
    form = AskForm(request.POST or None, holding=holding)
    context: dict[str, Any] = {"one": held_at(request.household, holding), "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            _refuse_haste(request)
            _ask(request, holding, form.cleaned_data)
            return redirect("participation:my_privacy")
        except Refusal as refusal:
            context["refusal"] = refusal
    return shown(request, "ask_office.html", context, is_new=request.method == "GET")


def _ask(request: ResidentRequest, holding: Holding, said: dict[str, Any]) -> None:
    household, now = request.household, timezone.now()
    if said["kind"] == PersonalRequest.Kind.ERASE:
        requests.ask_to_erase(household=household, holding=holding, words=said["words"], at=now)
        return
    requests.ask_to_correct(
        household=household,
        holding=holding,
        field=holding.corrected[0].name,
        value=said["value"],
        words=said["words"],
        at=now,
    )


@require_POST
@for_residents
@for_the_household
def take_back(request: ResidentRequest, pk: int) -> HttpResponse:
    """Take a consent back."""
    try:
        consents.revoke(household=request.household, pk=pk, at=timezone.now())
    except Refusal as refusal:
        return _mine(request, refusal)
    return redirect("participation:my_privacy")


@require_POST
@for_residents
@for_the_household
def take_along(request: ResidentRequest) -> HttpResponseBase:
    """Hand out everything that is held of the household, as one file."""
    try:
        _refuse_haste(request)
    except Refusal as refusal:
        return _mine(request, refusal)
    now = timezone.now()
    file = download(household=request.household, at=now)
    name = f"{_('我家的信息')}-{timezone.localdate(now)}.zip"
    return FileResponse(file, as_attachment=True, filename=name)


@login_not_required
@require_GET
def notice(request: HttpRequest) -> HttpResponse:
    """Tell everybody what is held of households, what for, how long and who sees it (PIPL 17)."""
    context = {"declared": declared()} | elder(request)
    return render(request, "participation/r/privacy_notice.html", context)


def _holding(key: str) -> Holding:
    found = holding_of(key)
    if found is None:
        raise Http404
    return found


def _refuse_haste(request: ResidentRequest) -> None:
    granted, wait = draw(f"privacy:{request.household.pk}", most=PACE)
    if not granted:
        raise Refusal(_("太快了；请在 {wait} 秒后再试。").format(wait=wait))
