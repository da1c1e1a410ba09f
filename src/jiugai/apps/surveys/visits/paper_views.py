"""Sheets of paper: printed with short codes, typed in by codes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.participation.addresses import household_at
from jiugai.apps.surveys.answers.services import Changed, Whose, asked_now, take
from jiugai.apps.surveys.authoring.views import survey_at
from jiugai.apps.surveys.models import Answer, Channel, Survey
from jiugai.apps.surveys.residents.answering import spoken
from jiugai.asking.form import Form, Kind, say
from jiugai.asking.paper import numbered, read_codes
from jiugai.kernel.errors import Refusal


class CodesForm(forms.Form):
    """One sheet: whose it is, and its codes."""

    building = forms.CharField(label=gettext_lazy("楼栋"), max_length=60)
    unit = forms.CharField(label=gettext_lazy("单元"), max_length=20, required=False)
    door = forms.CharField(label=gettext_lazy("户号"), max_length=20)
    person = forms.IntegerField(
        label=gettext_lazy("第几人"), min_value=1, max_value=20, initial=1, required=False
    )
    codes = forms.CharField(
        label=gettext_lazy("代码"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3, "autocapitalize": "characters"}),
        help_text=gettext_lazy('如 1A 2BD 3=45 4="要说的话"；第 5 题第 2 行写 5.2=…'),
    )
    replaces = forms.BooleanField(
        label=gettext_lazy("这一户已有答卷：用这一份代替"), required=False
    )

    def __init__(self, *args: Any, survey: Survey, **more: Any) -> None:
        super().__init__(*args, **more)
        if survey.per != Survey.Per.PERSON:
            del self.fields["person"]


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def printed(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the sheet as it is printed."""
    survey = survey_at(pk)
    version = survey.current
    form = version.form if version else survey.drafted
    context = {"survey": survey, "version": version, "lines": lines_of(form)}
    return render(request, "surveys/paper.html", context)


def lines_of(form: Form) -> list[dict[str, Any]]:
    """Return the questions as they stand on paper."""
    language = spoken()
    return [
        {
            "number": one.number,
            "label": say(one.question.label, language),
            "hint": say(one.question.hint, language),
            "many": one.question.kind is Kind.MANY,
            "repeats": bool(one.repeat),
            "condition": _condition(form, one.question.relevant),
            "choices": [
                (letter, say(choice.label, language))
                for (letter, _name), choice in zip(
                    one.letters, form.choices_of(one.question), strict=False
                )
            ],
        }
        for one in numbered(form)
    ]


def _condition(form: Form, relevant: str) -> str:
    """Return which earlier question decides whether this one is to be answered."""
    numbers = {one.question.name: one.number for one in numbered(form)}
    asked = [numbers[name] for name in numbers if f"${{{name}}}" in relevant]
    return _("看第 {n} 题").format(n=asked[0]) if asked else ""


@require_http_methods(["GET", "POST"])
@permitted(Permission.ENTER_ANSWERS)
def typing(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the codes of one sheet; those that are wrong are named."""
    survey = survey_at(pk)
    form = CodesForm(request.POST or None, survey=survey)
    context: dict[str, Any] = {"survey": survey, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            wrong = _take(request, survey, form)
        except Changed as changed:
            context["refusal"] = _("{why}要代替的，勾选“用这一份代替”。").format(why=changed)
        except Refusal as refusal:
            context["refusal"] = refusal
        else:
            if not wrong:
                messages.success(request, _("{home}：已录入。").format(home=_home(form)))
                return redirect("surveys:typing", pk)
            context["wrong"] = wrong
    version = survey.current
    context["lines"] = lines_of(version.form) if version else []
    last = Answer.objects.filter(survey=survey, channel=Channel.PAPER, by=request.user)
    context["last"] = last.select_related("household__building").order_by("-changed_at")[:10]
    status = 200 if request.method == "GET" else 422
    return render(request, "surveys/typing.html", context, status=status)


def _home(form: CodesForm) -> str:
    said = form.cleaned_data
    return " ".join(part for part in (said["building"], said["unit"], said["door"]) if part)


def _take(request: StaffRequest, survey: Survey, form: CodesForm) -> list[str]:
    said = form.cleaned_data
    home = household_at(
        survey.estate, building=said["building"], unit=said["unit"], door=said["door"]
    )
    if home is None:
        raise Refusal(_("小区里没有这一户，或者不止一户；请核对楼栋、单元、户号。"))
    asked = asked_now(survey).form
    values, wrong = read_codes(asked, said["codes"], on=timezone.localdate())
    if wrong:
        return wrong
    person = said.get("person") or 1
    there = Answer.objects.filter(survey=survey, household=home, person=person).first()
    take(
        whose=Whose(survey, home, person),
        values=values,
        channel=Channel.PAPER,
        is_done=True,
        revision=there.revision if there and said["replaces"] else 0,
        by=request.user,
        at=timezone.now(),
    )
    return []
