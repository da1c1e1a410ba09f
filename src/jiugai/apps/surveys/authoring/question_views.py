"""Pages on the questions of a survey: add, change, move, remove, upload, download."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.surveys.authoring import services
from jiugai.apps.surveys.authoring.forms import QuestionForm, UploadForm, said_of
from jiugai.apps.surveys.authoring.views import outline_of, show, survey_at
from jiugai.apps.surveys.collect.xform import form_id
from jiugai.apps.surveys.models import Survey
from jiugai.apps.surveys.residents.answering import spoken
from jiugai.asking.check import problems_of
from jiugai.asking.editing import add, free_name, move, put, remove
from jiugai.asking.form import Form
from jiugai.asking.workbook import xlsform_of
from jiugai.asking.xlsform import Reading, read_xlsform
from jiugai.kernel.errors import InputError, Refusal

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST: Final = 5 * 2**20


@require_GET
@permitted(Permission.RUN_SURVEYS)
def listing(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the questions to be changed."""
    survey = survey_at(pk)
    form = survey.drafted
    context = {
        "survey": survey,
        "outline": outline_of(form, spoken()),
        "problems": problems_of(form),
        "upload": UploadForm(),
    }
    return render(request, "surveys/questions.html", context)


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_SURVEYS)
def new(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a question at the end."""
    survey = survey_at(pk)
    drafted = survey.drafted
    first = {"name": free_name(drafted), "kind": "select_one"}
    form = QuestionForm(request.POST or None, form=drafted, is_new=True, initial=first)
    return _edit(request, survey, form, "")


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_SURVEYS)
def question(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    """Change a question."""
    survey = survey_at(pk)
    drafted = survey.drafted
    found = drafted.question(name)
    if found is None:
        raise Http404
    first = said_of(drafted, found)
    form = QuestionForm(request.POST or None, form=drafted, is_new=False, initial=first)
    return _edit(request, survey, form, name)


def _edit(request: StaffRequest, survey: Survey, form: QuestionForm, name: str) -> HttpResponse:
    context: dict[str, Any] = {"survey": survey, "form": form, "name": name}
    if request.method == "POST" and form.is_valid():
        try:
            _keep(request, survey, form, name)
            return redirect("surveys:questions", survey.pk)
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "surveys/question_form.html", context, status=status)


def _keep(request: StaffRequest, survey: Survey, form: QuestionForm, name: str) -> None:
    asked, choices = form.said()
    if not name and survey.drafted.question(asked.name):
        raise Refusal(_("“{name}”重名，请换一个名字。").format(name=asked.name))
    if name:
        changed = put(survey.drafted, name, asked, choices)
    else:
        into = form.cleaned_data.get("group", "")
        changed = add(survey.drafted, asked, choices, into=into)
    if found := next((one for one in problems_of(changed) if one.name == asked.name), None):
        raise Refusal(found.advice)
    _put(request, survey.pk, changed)


@require_POST
@permitted(Permission.RUN_SURVEYS)
def rearrange(request: StaffRequest, pk: int, name: str) -> HttpResponse:
    """Move a question or a group up or down, or remove it."""
    survey = survey_at(pk)
    drafted = survey.drafted
    do = request.POST.get("do")
    try:
        if do == "remove":
            _put(request, pk, remove(drafted, name))
        else:
            _put(request, pk, move(drafted, name, -1 if do == "up" else 1))
    except Refusal as refusal:
        return show(request, survey, refusal=refusal, status=422)
    return redirect("surveys:questions", pk)


@require_POST
@permitted(Permission.RUN_SURVEYS)
def upload(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the questions of a workbook in the place of those that are there."""
    survey = survey_at(pk)
    form = UploadForm(request.POST, request.FILES)
    context: dict[str, Any] = {"survey": survey, "upload": form}
    if form.is_valid():
        try:
            reading = _read(form.cleaned_data["file"], survey)
            if not reading.problems:
                _put(request, pk, reading.form)
                return redirect("surveys:questions", pk)
            context["cells"] = reading.problems
        except (InputError, Refusal) as refusal:
            context["refusal"] = refusal
    context |= {"outline": outline_of(survey.drafted, spoken()), "problems": []}
    return render(request, "surveys/questions.html", context, status=422)


def _read(file: Any, survey: Survey) -> Reading:
    if file.size > LARGEST:
        raise Refusal(_("文件超过 {n} MB，不像一份问卷。").format(n=LARGEST // 2**20))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        path.write_bytes(file.read())
        return read_xlsform(path, title=survey.title)


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def xlsform(_request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the questions as a workbook of XLSForm."""
    survey = survey_at(pk)
    version = survey.current
    number = str(version.number if version else 0)
    content = xlsform_of(survey.drafted, form_id=form_id(pk), version=number)
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="survey-{pk}.xlsx"'
    return response


def _put(request: StaffRequest, pk: int, form: Form) -> None:
    services.put_form(pk=pk, form=form, by=request.user, on=timezone.localdate())
