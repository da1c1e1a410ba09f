"""The page on which a clerk writes down care needs, with the ground for them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.participation.privacy.care import DUTY, LONGEST, put_care, read_out
from jiugai.apps.registry.models import Household
from jiugai.kernel.errors import Refusal

_BASES = [
    ("desk", gettext_lazy("接待处当面念过，居民同意")),
    ("visit", gettext_lazy("入户当面念过，居民同意")),
    ("paper", gettext_lazy("居民在纸上签了同意")),
    (DUTY, gettext_lazy("法律规定的职责，不用同意")),
]


class CareForm(forms.Form):
    """What to be considerate of, and on which ground it is written down."""

    care = forms.CharField(
        label=gettext_lazy("需要关照什么"),
        max_length=LONGEST,
        help_text=gettext_lazy("只写施工要用的，如“老人坐轮椅”；不写病名。加密保存。"),
    )
    basis = forms.ChoiceField(label=gettext_lazy("依据"), choices=_BASES, widget=forms.RadioSelect)
    duty = forms.CharField(
        label=gettext_lazy("哪一条"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("选了法定职责才填：法律、第几条。"),
    )


@require_http_methods(["GET", "POST"])
@permitted(Permission.EDIT_REGISTER)
def care(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what is known; take what a household needs, with the ground for it."""
    found = Household.objects.select_related("building__estate", "unit")
    household = get_object_or_404(found, pk=pk)
    form = CareForm(request.POST or None)
    context: dict[str, Any] = {"home": household, "form": form, "words": read_out()}
    if request.method == "POST" and form.is_valid():
        try:
            put_care(household=household, **form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, _("已登记，居民在“我家的信息”里看得到。"))
            return redirect(household.building.get_absolute_url())
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "participation/care.html", context, status=status)
