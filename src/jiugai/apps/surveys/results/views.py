"""Pages of staff on what was answered, and on what collectors handed in twice."""

from __future__ import annotations

from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.audit.opening import has_opened
from jiugai.apps.registry.services.documents import path_of
from jiugai.apps.surveys.authoring.views import survey_at
from jiugai.apps.surveys.collect import services
from jiugai.apps.surveys.models import Answer, AnswerFile, Channel, Submission
from jiugai.apps.surveys.residents.answering import Asked, asked_hidden, spoken
from jiugai.apps.surveys.results.export import export_answers
from jiugai.apps.surveys.results.kept import results_of
from jiugai.apps.surveys.results.shown import charts_of, splits_of
from jiugai.asking.answering import Step, screens_of, value_at
from jiugai.kernel.errors import Refusal


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def results(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what was answered, question by question and by building."""
    survey = survey_at(pk)
    found, language = results_of(survey), spoken()
    channels = [(one.label, found.channels.get(one.value, 0)) for one in Channel]
    context = {
        "survey": survey,
        "results": found,
        "channels": channels,
        "charts": charts_of(found, language),
        "splits": splits_of(found, language),
        "hides": any(one.is_hidden for one in found.buildings),
        "may_export": request.viewer.may(Permission.EXPORT_REGISTER, division=survey.division),
    }
    return render(request, "surveys/results.html", context)


@require_POST
@permitted(Permission.EXPORT_REGISTER)
def export(request: StaffRequest, pk: int) -> FileResponse:
    """Hand out every answer as a row; the record says who took them."""
    survey = survey_at(pk)
    file = export_answers(survey=survey, by=request.user, at=timezone.now(), language=spoken())
    return FileResponse(file, as_attachment=True, filename=f"survey-{pk}.xlsx")


@require_http_methods(["GET", "POST"])
@permitted(Permission.ENTER_ANSWERS)
def settle(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a submission beside the answer that is there; decide which one counts."""
    waiting = Submission.objects.select_related("survey", "household__building", "version", "by")
    submission = get_object_or_404(waiting, pk=pk)
    context: dict[str, Any] = {"submission": submission, "survey": submission.survey}
    if request.method == "POST":
        try:
            services.settle(
                pk=pk,
                takes=request.POST.get("do") == "take",
                by=request.user,
                at=timezone.now(),
            )
            return redirect(submission.survey)
        except Refusal as refusal:
            context["refusal"] = refusal
    context["answer"] = answer = (
        Answer.objects.filter(
            survey=submission.survey, household=submission.household, person=submission.person
        )
        .select_related("by")
        .first()
    )
    context["lines"] = _beside(submission, answer)
    status = 200 if request.method == "GET" else 422
    return render(request, "surveys/settle.html", context, status=status)


def _beside(submission: Submission, answer: Answer | None) -> list[tuple[Asked, str, bool]]:
    """Return each question as the new sheet answers it, what stands there, whether they differ."""
    form, language, today = submission.version.form, spoken(), timezone.localdate()
    there, here = answer.said if answer else {}, submission.said
    steps: dict[str, Step] = {}
    for values in (there, here):
        found = screens_of(form, values, on=today)
        steps |= {one.key: one for one in found if isinstance(one, Step)}
    lines = []
    for one in steps.values():
        if one.question.is_answered:
            theirs = asked_hidden(form, one, there, language)
            sent = asked_hidden(form, one, here, language)
            differs = value_at(there, one) != value_at(here, one)
            lines.append((sent, theirs.shown, differs))
    return lines


@require_GET
@permitted(Permission.ENTER_ANSWERS)
def picture(request: StaffRequest, pk: int) -> HttpResponse | FileResponse:
    """Hand out a picture; a sensitive one on the day on which its answer was opened."""
    found = get_object_or_404(AnswerFile.objects.select_related("answer", "submission"), pk=pk)
    owner = found.answer or found.submission
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    if owner and owner.hides(found.said) and not has_opened(owner, request.viewer, since=today):
        context = {"picture": found, "owner": owner}
        return render(request, "surveys/picture_closed.html", context, status=403)
    path = path_of(found.sha256)
    if not default_storage.exists(path):
        raise Http404
    response = FileResponse(default_storage.open(path), content_type=found.kind)
    response["X-Content-Type-Options"] = "nosniff"
    return response
