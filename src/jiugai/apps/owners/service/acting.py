"""What people do with a property service, one address each."""

from collections.abc import Callable
from typing import Any, Final

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.owners.service import forms, hiring, services
from jiugai.apps.owners.service.views import service_of, show
from jiugai.kernel.errors import Refusal

RUN: Final = Permission.RUN_SERVICE


def _do(
    request: StaffRequest,
    pk: int,
    name: str,
    form: django_forms.Form,
    act: Callable[..., Any],
) -> HttpResponse:
    """Do something with what was typed, or show the page again with it and why not."""
    service, again = service_of(pk), {name: form}
    if not form.is_valid():
        return show(request, service, status=422, **again)
    said = form.said() if hasattr(form, "said") else None
    more: dict[str, Any] = form.cleaned_data if said is None else {"contract": said}
    try:
        act(pk=pk, **more, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        refused: dict[str, Any] = {"refusal": refusal, **again}
        return show(request, service_of(pk), status=422, **refused)
    return redirect(service)


@require_POST
@permitted(RUN)
def note(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a line to the record of a service."""
    return _do(request, pk, "noting", forms.NoteForm(request.POST, request.FILES), services.note)


@require_POST
@permitted(RUN)
def post(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that an emergency service was put up."""
    return _do(request, pk, "posting", forms.DayForm(request.POST), services.post)


@require_POST
@permitted(RUN)
def sign(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down the contract."""
    form = forms.ContractForm(request.POST, request.FILES)
    return _do(request, pk, "signing", form, services.sign)


@require_POST
@permitted(RUN)
def file_contract(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that the contract was filed."""
    return _do(request, pk, "filing", forms.FilingForm(request.POST), services.file_contract)


@require_POST
@permitted(RUN)
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """End a service."""
    return _do(request, pk, "ending", forms.EndServiceForm(request.POST), services.end)


@require_POST
@permitted(Permission.RUN_VOTES)
def call_vote(request: StaffRequest, pk: int) -> HttpResponse:
    """Draft the vote on hiring the company, and go on to look it through."""
    service = service_of(pk)
    try:
        vote = hiring.call_vote(pk=pk, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return show(request, service, status=422, refusal=refusal)
    messages.success(request, _("已按物业服务台账填好选聘表决，请核对问题、公示日和期限。"))
    return redirect("participation:redraft_vote", vote.pk)


@require_POST
@permitted(RUN)
def conclude(request: StaffRequest, pk: int) -> HttpResponse:
    """Take what came of the vote."""
    service = service_of(pk)
    try:
        hiring.conclude(pk=pk, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return show(request, service, status=422, refusal=refusal)
    return redirect(service)
