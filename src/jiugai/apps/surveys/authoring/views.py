"""Pages of staff on surveys: the list, one survey, its days, what happens to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.models import Estate
from jiugai.apps.surveys.authoring import services
from jiugai.apps.surveys.authoring.forms import CopyForm, NewSurveyForm, SurveyForm, values_of
from jiugai.apps.surveys.models import Submission, Survey
from jiugai.apps.surveys.privacy.asking import published
from jiugai.apps.surveys.residents.answering import spoken
from jiugai.apps.surveys.results.kept import results_of
from jiugai.asking.check import problems_of
from jiugai.asking.form import Form, Group, Part, Question, say
from jiugai.kernel.errors import Refusal

PAGE: Final = 50


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the surveys of the viewer's division, the latest first."""
    surveys = Survey.objects.select_related("estate")
    state = request.GET.get("state", "")
    if state in Survey.State.values:
        surveys = surveys.filter(state=state)
    page = Paginator(surveys, PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "states": Survey.State.choices, "state": state}
    return render(request, "surveys/surveys.html", context)


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_SURVEYS)
def new(request: StaffRequest, pk: int) -> HttpResponse:
    """Draft a survey of an estate, and the same one of others."""
    estate = get_object_or_404(Estate, pk=pk)
    form = NewSurveyForm(request.POST or None, estate=estate)
    context: dict[str, Any] = {"estate": estate, "form": form}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = services.draft(
                estates=[estate, *said["others"]],
                purpose=said["purpose"],
                said=said,
                by=request.user,
                on=timezone.localdate(),
            )
            return redirect(made[0])
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "surveys/survey_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_SURVEYS)
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Change title, words and days of a survey."""
    survey = survey_at(pk)
    form = SurveyForm(request.POST or None, initial=values_of(survey))
    context: dict[str, Any] = {"estate": survey.estate, "survey": survey, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            services.redraft(
                pk=pk, said=form.cleaned_data, by=request.user, on=timezone.localdate()
            )
            return redirect(survey)
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "surveys/survey_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_SURVEYS)
def copy(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask the same again: another year, other estates."""
    survey = survey_at(pk)
    form = CopyForm(request.POST or None, survey=survey)
    context: dict[str, Any] = {"survey": survey, "form": form}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = services.copy(
                pk=pk, estates=said.pop("estates"), said=said, by=request.user, on=_today()
            )
            return redirect(made[0])
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "surveys/copy.html", context, status=status)


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one survey: its state, its questions, how many answered, what is next."""
    return show(request, survey_at(pk))


@require_POST
@permitted(Permission.RUN_SURVEYS)
def publish(request: StaffRequest, pk: int) -> HttpResponse:
    """Freeze the draft and ask it."""
    return _done(request, pk, lambda: services.publish(pk=pk, by=request.user, at=timezone.now()))


@require_POST
@permitted(Permission.RUN_SURVEYS)
def close(request: StaffRequest, pk: int) -> HttpResponse:
    """Take no more answers."""
    return _done(request, pk, lambda: services.close(pk=pk, by=request.user, on=_today()))


@require_POST
@permitted(Permission.RUN_SURVEYS)
def announce(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the result to the residents."""
    return _done(request, pk, lambda: services.announce(pk=pk, by=request.user, on=_today()))


@require_POST
@permitted(Permission.RUN_SURVEYS)
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    survey = survey_at(pk)
    try:
        services.discard(pk=pk, by=request.user, on=_today())
    except Refusal as refusal:
        return show(request, survey, refusal=refusal, status=422)
    messages.success(request, _("草稿“{title}”已删除。").format(title=survey.title))
    return redirect("surveys:surveys")


def _done(request: StaffRequest, pk: int, act: Callable[[], object]) -> HttpResponse:
    survey = survey_at(pk)
    try:
        act()
    except Refusal as refusal:
        return show(request, survey, refusal=refusal, status=422)
    return redirect("surveys:survey", pk)


def show(
    request: StaffRequest, survey: Survey, *, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    """Return the page of a survey."""
    may = request.viewer.may
    language = spoken()
    form, version = survey.drafted, survey.current
    is_changed = version is None or version.digest != published(survey).digest
    context = {
        "survey": survey,
        "version": version,
        "is_changed": is_changed,
        "outline": outline_of(form, language),
        "problems": problems_of(form) if is_changed else [],
        "results": results_of(survey) if version else None,
        "waiting": Submission.objects.filter(survey=survey, state=Submission.State.WAITING),
        "may_run": may(Permission.RUN_SURVEYS, division=survey.division),
        "may_enter": may(Permission.ENTER_ANSWERS, division=survey.division),
        "takes": survey.takes_answers(_today()),
        "refusal": refusal,
    }
    return render(request, "surveys/survey.html", context, status=status)


def outline_of(form: Form, language: str) -> list[dict[str, Any]]:
    """Return the questions and groups of a form in order, with how deep they stand."""
    return [*_outline(form, form.parts, language, 0)]


def _outline(
    form: Form, parts: tuple[Part, ...], language: str, depth: int
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for part in parts:
        line = {"part": part, "depth": depth, "label": say(part.label, language) or part.name}
        if isinstance(part, Question):
            choices = [say(one.label, language) for one in form.choices_of(part)]
            found.append(line | {"question": part, "choices": choices})
        elif isinstance(part, Group):
            found.append(line | {"group": part})
            found += _outline(form, part.parts, language, depth + 1)
    return found


def survey_at(pk: int) -> Survey:
    """Return a survey with its estate; raises Http404 without it."""
    return get_object_or_404(Survey.objects.select_related("estate", "made_by"), pk=pk)


def _today() -> date:
    return timezone.localdate()
