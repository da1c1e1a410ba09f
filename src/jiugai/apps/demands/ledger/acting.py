"""What people do with a demand, one address each."""

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.demands.ledger import answering, forms, linking, services
from jiugai.apps.demands.ledger.queries import may_answer, units_for
from jiugai.apps.demands.ledger.views import demand_of, show
from jiugai.apps.demands.models import Demand
from jiugai.apps.demands.models.demand import PREFIX
from jiugai.kernel.errors import Refusal


def _do(
    request: StaffRequest,
    demand: Demand,
    name: str,
    form: django_forms.Form,
    act: Callable[..., Any],
) -> HttpResponse:
    """Do something with what was typed, or show the page again with it and why not."""
    if not form.is_valid():
        return show(request, demand, status=422, **{name: form})
    try:
        act(pk=demand.pk, **form.cleaned_data, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        again: dict[str, Any] = {name: form}
        return show(request, demand_of(demand.pk), status=422, refusal=refusal, **again)
    return redirect(demand)


@require_POST
@permitted(Permission.RUN_DEMANDS)
def assign(request: StaffRequest, pk: int) -> HttpResponse:
    """Name who has to answer."""
    demand = demand_of(pk)
    form = forms.AssignForm(request.POST, units=units_for(demand.estate))
    return _do(request, demand, "assignment", form, services.assign)


@require_POST
@permitted(Permission.ANSWER_DEMANDS)
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer a demand and its repeats."""
    form = forms.AnswerForm(request.POST, auto_id="answer_%s")
    return _do(request, _own(request, pk), "answering", form, answering.answer)


@require_POST
@permitted(Permission.ANSWER_DEMANDS)
def contact(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that who asked was called or visited."""
    form = forms.WordsForm(request.POST, auto_id="contact_%s")
    return _do(request, _own(request, pk), "contacting", form, services.contact)


@require_POST
@permitted(Permission.RUN_DEMANDS)
def extend(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a demand a later day."""
    form = forms.ExtendForm(request.POST, auto_id="extend_%s")
    return _do(request, demand_of(pk), "extending", form, services.extend)


@require_POST
@permitted(Permission.RUN_DEMANDS)
def raise_up(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a demand before the office above."""
    form = forms.WordsForm(request.POST, auto_id="raise_%s")
    return _do(request, demand_of(pk), "raising", form, services.raise_up)


@require_POST
@permitted(Permission.RUN_DEMANDS)
def rate(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what who asked says of the answer."""
    form = forms.RateForm(request.POST, auto_id="rate_%s")
    return _do(request, demand_of(pk), "rating", form, answering.rate)


@require_POST
@permitted(Permission.RUN_DEMANDS)
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Have a demand done again."""
    form = forms.WordsForm(request.POST, auto_id="reopen_%s")
    return _do(request, demand_of(pk), "reopening", form, answering.reopen)


@require_POST
@permitted(Permission.RUN_DEMANDS)
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """End a demand that nobody rates."""
    form = forms.WordsForm(request.POST, auto_id="end_%s")
    return _do(request, demand_of(pk), "ending", form, answering.end)


@require_POST
@permitted(Permission.TAKE_DEMANDS)
def link(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that a demand repeats another."""
    form = forms.LinkForm(request.POST, auto_id="link_%s")
    return _do(request, demand_of(pk), "linking", form, _link)


def _link(*, pk: int, number: str, **more: Any) -> None:
    digits = number.strip().upper().removeprefix(PREFIX)
    if not (digits.isdecimal() and len(digits) < 19):
        raise Refusal(_("没有这件诉求，请核对编号。"))
    linking.link(pk=pk, to=int(digits), **more)


@require_POST
@permitted(Permission.TAKE_DEMANDS)
def unlink(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that a demand is a matter of its own."""
    return _do(
        request, demand_of(pk), "unlinking", django_forms.Form(request.POST), linking.unlink
    )


@require_POST
@permitted(Permission.TAKE_DEMANDS)
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take back what was written down by mistake."""
    form = forms.WordsForm(request.POST, auto_id="withdraw_%s")
    return _do(request, demand_of(pk), "withdrawing", form, services.withdraw)


def _own(request: StaffRequest, pk: int) -> Demand:
    demand = demand_of(pk)
    if not may_answer(request.viewer, demand):
        raise Http404
    return demand
