"""Whom a household lets act for it: the list, a new one with its code, taking it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from jiugai.apps.participation.models import Helper
from jiugai.apps.participation.residents import helping
from jiugai.apps.participation.residents.access import ResidentRequest, for_residents
from jiugai.apps.participation.residents.frame import page as shown
from jiugai.kernel.errors import Refusal


class HelperForm(forms.Form):
    """Who, for what, until when, and that the household agrees."""

    name = forms.CharField(label=gettext_lazy("家人的姓名"), max_length=40)
    relation = forms.ChoiceField(label=gettext_lazy("是您的"), choices=Helper.Relation)
    purpose = forms.CharField(
        label=gettext_lazy("帮您做什么"),
        max_length=200,
        help_text=gettext_lazy("如“替我答问卷、报修”。"),
    )
    until = forms.DateField(
        label=gettext_lazy("到哪一天为止"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("最长一年。"),
    )
    agrees = forms.BooleanField(
        label=gettext_lazy("我同意"),
        error_messages={"required": gettext_lazy("同意了才能请家人代办。")},
    )


@require_http_methods(["GET", "POST"])
@for_residents
def helpers(request: ResidentRequest) -> HttpResponse:
    """Show who may act for the household; let another one, and show the code once."""
    form = HelperForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "agreement": helping.agreement()}
    is_new = request.method == "GET"
    if not is_new and form.is_valid():
        try:
            _refuse_helpers(request)
            helper, code = helping.allow(
                household=request.household, said=form.cleaned_data, at=timezone.now()
            )
            context |= {"made": helper, "code": code, "form": HelperForm()}
            is_new = True
        except Refusal as refusal:
            context["refusal"] = refusal
    context["helpers"] = helping.live(request.household, on=timezone.localdate())
    answer = shown(request, "helpers.html", context, is_new=is_new)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@for_residents
def revoke(request: ResidentRequest, pk: int) -> HttpResponse:
    """Take back what was allowed."""
    try:
        _refuse_helpers(request)
        helping.revoke(household=request.household, pk=pk, at=timezone.now())
    except Refusal as refusal:
        context = {"form": HelperForm(), "agreement": helping.agreement(), "refusal": refusal}
        context["helpers"] = helping.live(request.household, on=timezone.localdate())
        return shown(request, "helpers.html", context, is_new=False)
    return redirect("participation:helpers")


def _refuse_helpers(request: ResidentRequest) -> None:
    if request.helper is not None:
        raise Refusal(_("请谁代办只能由本户自己定。"))
