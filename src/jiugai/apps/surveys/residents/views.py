"""Pages of a household: the survey, its questions one by one, what it said, the result."""

from __future__ import annotations

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from jiugai.apps.accounts.pace import take as take_pace
from jiugai.apps.accounts.rows import of_household
from jiugai.apps.participation.residents.access import ResidentRequest, for_residents
from jiugai.apps.participation.residents.frame import page as framed
from jiugai.apps.surveys.answers import services
from jiugai.apps.surveys.answers.files import attach, keep_picture
from jiugai.apps.surveys.models import Answer, Survey
from jiugai.apps.surveys.residents.answering import (
    Sheet,
    asked,
    sheet_of,
    spoken,
    survey_of,
)
from jiugai.apps.surveys.results.kept import results_of
from jiugai.apps.surveys.results.shown import shown_to_residents
from jiugai.asking.answering import MOST_ROWS, More, Step, value_at
from jiugai.asking.form import Kind
from jiugai.kernel.errors import Refusal

#: A household saves no more answers than this a minute.
PACE: Final = 60


def page(
    request: ResidentRequest, template: str, context: dict[str, Any], *, is_new: bool = True
) -> HttpResponse:
    """Return a page of a household on a survey."""
    return framed(request, f"surveys/r/{template}", context, is_new=is_new)


@require_GET
@for_residents
def start(request: ResidentRequest, pk: int) -> HttpResponse:
    """Show what a survey is about, and how far the household is with it."""
    survey = survey_of(request.household, pk)
    today = timezone.localdate()
    found = Answer.objects.filter(survey=survey, household=request.household).order_by("person")
    answers = list(found)
    takes = survey.takes_answers(today) and survey.is_online
    nobody = not answers and takes
    context = {
        "survey": survey,
        "answers": answers,
        "takes": takes,
        "next_person": 1 if nobody else len(answers) + 1,
        "may_add": takes and (nobody or survey.per == Survey.Per.PERSON),
        "sheets": [(one, sheet_of(survey, request.household, one.person, on=today).first_open)
                   for one in answers] if takes else [],
    }  # fmt: skip
    return page(request, "start.html", context)


@require_http_methods(["GET", "POST"])
@for_residents
def question(request: ResidentRequest, pk: int, person: int, key: str) -> HttpResponse:
    """Ask one question; keep what is said and go on to the next."""
    survey = survey_of(request.household, pk)
    sheet = sheet_of(survey, request.household, person, on=timezone.localdate())
    if key == "first":
        return _go(sheet, sheet.screens[0].key if sheet.screens else "")
    number = sheet.at(key)
    if request.method == "GET":
        return _ask(request, sheet, number, {})
    try:
        _refuse_haste(request)
        return _saved(request, sheet, number)
    except Refusal as refusal:
        return _ask(request, sheet, number, {"refusal": refusal}, is_new=False)


def _saved(request: ResidentRequest, sheet: Sheet, number: int) -> HttpResponse:
    screen = sheet.screens[number]
    now = timezone.now()
    if isinstance(screen, More):
        rows = min(screen.rows + (request.POST.get("more") == "yes"), MOST_ROWS)
        services.put_rows(whose=sheet.whose, repeat=screen.group.name, rows=rows, at=now)
        again = _again(request, sheet)
        first = f"{screen.group.name}~{screen.rows}~"
        fresh = next((one.key for one in again.screens if one.key.startswith(first)), "")
        return _go(again, fresh or again.after(screen.key))
    if screen.question.is_answered:
        given = _given(request, sheet, screen)
        services.save_step(whose=sheet.whose, step=screen, given=given, at=now, language=spoken())
    return _go(sheet, _again(request, sheet).after(screen.key))


def _given(request: ResidentRequest, sheet: Sheet, step: Step) -> str:
    """Return what was said; a picture is kept and named."""
    if step.question.kind is Kind.MANY:
        return " ".join(request.POST.getlist("answer"))
    if step.question.kind is not Kind.IMAGE:
        return request.POST.get("answer", "")
    file = request.FILES.get("answer")
    if file is None:
        return "" if request.POST.get("drop") else value_at(sheet.values, step)
    kept = keep_picture(file)
    name = f"{step.key}-{kept.sha256[:12]}"
    answer, _value = services.save_step(
        whose=sheet.whose, step=step, given=name, at=timezone.now(), language=spoken()
    )
    attach(kept, said=name, to=answer)
    return name


def _again(request: ResidentRequest, sheet: Sheet) -> Sheet:
    whose = sheet.whose
    return sheet_of(whose.survey, request.household, whose.person, on=timezone.localdate())


def _go(sheet: Sheet, key: str) -> HttpResponse:
    whose = sheet.whose
    if not key:
        return redirect("surveys:my_end", whose.survey.pk, whose.person)
    return redirect("surveys:my_question", whose.survey.pk, whose.person, key)


def _ask(
    request: ResidentRequest,
    sheet: Sheet,
    number: int,
    more: dict[str, Any],
    *,
    is_new: bool = True,
) -> HttpResponse:
    screen = sheet.screens[number]
    language = spoken()
    context: dict[str, Any] = {
        "survey": sheet.whose.survey,
        "person": sheet.whose.person,
        "number": number + 1,
        "of": len(sheet.screens),
        "before": sheet.before(number),
        "takes": sheet.whose.survey.takes_answers(timezone.localdate()),
    }
    if isinstance(screen, More):
        label = screen.group.label.get(language) or screen.group.label.get("zh", "")
        context |= {"group": screen, "label": label}
        return page(request, "more.html", context | more, is_new=is_new)
    values = sheet.values
    if not is_new and screen.question.kind is not Kind.IMAGE:
        typed = " ".join(request.POST.getlist("answer"))
        context["typed"] = typed
    context["asked"] = asked(sheet.form, screen, values, language)
    return page(request, "question.html", context | more, is_new=is_new)


def _refuse_haste(request: ResidentRequest) -> None:
    granted, wait = take_pace(f"survey:{request.household.pk}", most=PACE)
    if not granted:
        raise Refusal(_("太快了；请在 {wait} 秒后再试。").format(wait=wait))


@require_http_methods(["GET", "POST"])
@for_residents
def end(request: ResidentRequest, pk: int, person: int) -> HttpResponse:
    """Show what the household said, to be changed or handed in."""
    survey = survey_of(request.household, pk)
    sheet = sheet_of(survey, request.household, person, on=timezone.localdate())
    context: dict[str, Any] = {"survey": survey, "person": person, "answer": sheet.answer}
    if request.method == "POST":
        try:
            _refuse_haste(request)
            services.finish(whose=sheet.whose, at=timezone.now(), language=spoken())
            return redirect("surveys:my_survey", pk)
        except Refusal as refusal:
            context["refusal"] = refusal
    language = spoken()
    context["said"] = [
        asked(sheet.form, one, sheet.values, language)
        for one in sheet.screens
        if isinstance(one, Step) and one.question.is_answered
    ]
    context["takes"] = survey.takes_answers(timezone.localdate()) and survey.is_online
    return page(request, "end.html", context, is_new=request.method == "GET")


@require_GET
@for_residents
def result(request: ResidentRequest, pk: int) -> HttpResponse:
    """Show the result that was announced: counts, nothing of anybody."""
    survey = survey_of(request.household, pk)
    if survey.announced_on is None:
        raise Http404
    with of_household(0):
        found = results_of(survey)
    context = {
        "survey": survey,
        "found": found,
        "results": shown_to_residents(found, spoken()),
    }
    return page(request, "result.html", context)
