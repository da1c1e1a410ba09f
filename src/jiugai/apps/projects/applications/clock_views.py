"""The page of an office's clocks: terms of the desks, days off and days worked."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.clocks import DEFAULTS, terms_in
from jiugai.apps.registry.models import SpecialDay
from jiugai.apps.registry.queries.places import name_of
from jiugai.apps.registry.services import workdays
from jiugai.apps.registry.workdays import is_announced
from jiugai.kernel.division import ancestors
from jiugai.kernel.errors import Refusal


class TermForm(forms.Form):
    """How many working days a desk has."""

    desk = forms.ChoiceField(
        label=gettext_lazy("办理环节"), choices=[(one.value, one.label) for one in DEFAULTS]
    )
    days = forms.IntegerField(label=gettext_lazy("工作日数"), min_value=1, max_value=250)


class DayForm(forms.Form):
    """A day off, or a day worked."""

    day = forms.DateField(
        label=gettext_lazy("日期"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    title = forms.CharField(
        label=gettext_lazy("说明"), max_length=60, help_text=gettext_lazy("如“春节放假”")
    )
    is_worked = forms.BooleanField(
        label=gettext_lazy("这一天上班（调休）；不勾就是放假"), required=False
    )


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def page(request: StaffRequest) -> HttpResponse:
    """Show how long each desk has, and which days are not as the calendar says."""
    return _show(request)


@require_POST
@permitted(Permission.SET_CLOCKS)
def set_term(request: StaffRequest) -> HttpResponse:
    """Give a desk its working days."""
    form = TermForm(request.POST)
    if not form.is_valid():
        return _show(request, status=422, term=form)
    said = form.cleaned_data
    workdays.set_term(
        place=_place(request), clock=said["desk"], days=said["days"], by=request.user
    )
    return redirect("projects:clocks")


@require_POST
@permitted(Permission.SET_CLOCKS)
def set_day(request: StaffRequest) -> HttpResponse:
    """Say that a day is off or worked."""
    form = DayForm(request.POST)
    if not form.is_valid():
        return _show(request, status=422, day=form)
    workdays.set_day(place=_place(request), **form.cleaned_data, by=request.user)
    return redirect("projects:clocks")


@require_POST
@permitted(Permission.SET_CLOCKS)
def drop_day(request: StaffRequest, pk: int) -> HttpResponse:
    """Take back what was said of a day."""
    try:
        workdays.drop_day(pk=pk, place=_place(request), by=request.user)
    except Refusal as refusal:
        return _show(request, status=422, refusal=refusal)
    return redirect("projects:clocks")


def _place(request: StaffRequest) -> str:
    return request.viewer.division or ""


def _show(request: StaffRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    place = _place(request)
    year = timezone.localdate().year
    context = {
        "division": place,
        "place": name_of(place) if place else _("全国"),
        "terms": list(terms_in(place).values()),
        "days": SpecialDay.objects.filter(place__in=[*ancestors(place), place]),
        "unknown": [one for one in (year, year + 1) if not is_announced(one)],
        "may_set": request.viewer.may(Permission.SET_CLOCKS),
        "term": TermForm(),
        "day": DayForm(),
        "refusal": None,
        **more,
    }
    for name in ("term", "day"):  # two forms on one page, each with its own ids
        context[name].auto_id = f"{name}_%s"
    return render(request, "projects/clocks.html", context, status=status)
