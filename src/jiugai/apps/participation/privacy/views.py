"""Pages of staff on personal data: what is held, how long, and what households ask for."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.participation.models import Clearing, PersonalRequest
from jiugai.apps.participation.privacy import requests
from jiugai.apps.participation.privacy.forms import DaysForm, DecideForm
from jiugai.apps.participation.privacy.holding import holding_of
from jiugai.apps.participation.privacy.keeping import days_of, set_days, setting_of
from jiugai.apps.participation.privacy.of_rights import title_of
from jiugai.apps.participation.privacy.shown import declared, last_clearing, settings
from jiugai.kernel.errors import Refusal

#: So many days of the clock are shown.
RUNS = 14


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def holdings(request: StaffRequest) -> HttpResponse:
    """Show what is held of households, what for, on which ground, how long and where."""
    context = {
        "declared": declared(),
        "last": last_clearing(),
        "may_decide": request.viewer.may(Permission.OPEN_SENSITIVE),
    }
    return render(request, "participation/privacy.html", context)


@require_GET
@permitted(Permission.MANAGE_SYSTEM)
def terms(request: StaffRequest) -> HttpResponse:
    """Show how many days things are kept, and what the clock erased."""
    runs = [
        (one, [(title_of(key), rows) for key, rows in sorted(one.counts.items())])
        for one in Clearing.objects.all()[:RUNS]
    ]
    context = {"settings": settings(), "runs": runs, "last": last_clearing()}
    return render(request, "participation/privacy_terms.html", context)


@require_http_methods(["GET", "POST"])
@permitted(Permission.MANAGE_SYSTEM)
def term(request: StaffRequest, key: str) -> HttpResponse:
    """Set how many days something is kept."""
    setting = setting_of(key)
    form = DaysForm(request.POST or None, setting=setting, initial={"days": days_of(key)})
    if request.method == "POST" and form.is_valid():
        try:
            days = form.cleaned_data["days"]
            set_days(
                key=key,
                days=days,
                by=request.user,
                division=request.viewer.division or "",
                at=timezone.now(),
            )
            messages.success(
                request, _("“{title}”改为 {n} 天。").format(title=setting.title, n=days)
            )
            return redirect("participation:privacy_terms")
        except Refusal as refusal:
            form.add_error("days", str(refusal))
    context = {"setting": setting, "form": form, "holding": holding_of(key)}
    status = 422 if form.errors else 200
    return render(request, "participation/privacy_term.html", context, status=status)


@require_GET
@permitted(Permission.OPEN_SENSITIVE)
def asked(request: StaffRequest) -> HttpResponse:
    """Show what households ask to be corrected or erased, what is due first."""
    found = PersonalRequest.objects.select_related(
        "household__building__estate", "household__unit"
    )
    waiting = found.filter(state=PersonalRequest.State.OPEN).order_by("due_on", "id")
    over = found.exclude(state=PersonalRequest.State.OPEN).select_related("decided_by")
    context = {
        "waiting": [(one, title_of(one.holding)) for one in waiting],
        "over": [(one, title_of(one.holding)) for one in over[:50]],
        "today": timezone.localdate(),
    }
    return render(request, "participation/privacy_requests.html", context)


@require_GET
@permitted(Permission.OPEN_SENSITIVE)
def asked_one(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one request with what can be done."""
    return _show(request, pk, DecideForm())


@require_POST
@permitted(Permission.OPEN_SENSITIVE)
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    """Do what is asked for, or say why not."""
    get_object_or_404(PersonalRequest, pk=pk)
    form = DecideForm(request.POST)
    if not form.is_valid():
        return _show(request, pk, form)
    try:
        requests.decide(
            pk=pk,
            grants=request.POST.get("does") == "grant",
            words=form.cleaned_data["words"],
            by=request.user,
            on=timezone.localdate(),
            at=timezone.now(),
        )
    except Refusal as refusal:
        return _show(request, pk, form, refusal=refusal)
    messages.success(request, _("已办理，居民在自己的页面上看得到答复。"))
    return redirect("participation:personal_requests")


def _show(
    request: StaffRequest, pk: int, form: DecideForm, *, refusal: Refusal | None = None
) -> HttpResponse:
    found = PersonalRequest.objects.select_related(
        "household__building__estate", "household__unit", "decided_by"
    )
    one = get_object_or_404(found, pk=pk)
    holding = holding_of(one.holding)
    context: dict[str, Any] = {
        "one": one,
        "home": one.household,
        "holding": holding,
        "title": title_of(one.holding),
        "is_open": one.state == PersonalRequest.State.OPEN,
        "form": form,
        "refusal": refusal,
        "today": timezone.localdate(),
    }
    status = 422 if refusal or form.errors else 200
    return render(request, "participation/privacy_request.html", context, status=status)
