"""Open places of the texts: who reads them how, what another way would do, and choosing it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.forms.readings import ConfirmForm, FilterForm, TryForm
from jiugai.apps.registry.models import ReadingTrial
from jiugai.apps.registry.queries import readings as queries
from jiugai.apps.registry.queries.places import name_of
from jiugai.apps.registry.queries.trials import trial_in_words
from jiugai.apps.registry.services import readings as services
from jiugai.kernel.division import DISTRICT, shortest
from jiugai.kernel.errors import JiugaiError, Refusal
from jiugai.policy.rulebook import rulebook


@require_GET
@permitted(Permission.READ_POLICY)
def listing(request: StaffRequest) -> HttpResponse:
    """Show every open place of the texts that can bind here, and how it is read."""
    division = _division(request)
    documents = [one for one in queries.documents_here(division) if one.readings]
    form = FilterForm(request.GET, documents=documents)
    said = form.cleaned_data if form.is_valid() else {}
    found = queries.questions(division, timezone.localdate(), document=said.get("document") or "")
    context = {
        "form": form,
        "place": name_of(division),
        "questions": [one for one in found if _is_asked(one, said.get("only") or "")],
        "every": len(found),
        "document": rulebook().documents.get(said.get("document") or ""),
        "may_choose": _may_choose(request),
    }
    return render(request, "registry/readings.html", context)


@require_http_methods(["GET", "POST"])
@permitted(Permission.READ_POLICY)
def page(request: StaffRequest, reading: str) -> HttpResponse:
    """Show one open place with its history; who may choose tries another option from here."""
    division, today = _division(request), timezone.localdate()
    found = queries.question(division, today, reading)
    if found is None:
        raise Http404
    if request.method == "POST" and not _may_choose(request):
        refused = {"permission": Permission.CHOOSE_READINGS}
        return render(request, "web/refused.html", refused, status=403)
    history = queries.history(division, reading)
    running = next((one for one in history if (one.place, one.until) == (division, None)), None)
    form = TryForm(
        request.POST or None,
        reading=found.reading,
        running=running.option if running else "",
        day=max(today, running.since) if running else today,
        has_below=len(division) < DISTRICT,
    )
    refusal: JiugaiError | None = None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(
                services.try_reading(
                    place=division, reading=reading, by=request.user, on=today, **form.asked
                )
            )
        except Refusal as error:
            refusal = error
    context = {
        "question": found,
        "place": name_of(division),
        "history": history,
        "form": form if _may_choose(request) and queries.binds_in(division, reading) else None,
        "refusal": refusal,
        "today": today,
        "job": queries.judging(division),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "registry/reading.html", context, status=status)


@require_POST
@permitted(Permission.CHOOSE_READINGS)
def try_all(request: StaffRequest) -> HttpResponse:
    """Try every other option of a document's open places on the register."""
    document = request.POST.get("document", "")
    if document not in rulebook().documents:
        raise Http404
    try:
        job = services.try_others(
            place=_division(request),
            document=document,
            by=request.user,
            on=timezone.localdate(),
        )
    except Refusal as error:
        messages.error(request, str(error))
        return redirect("registry:readings")
    return redirect(job)


@require_GET
@permitted(Permission.READ_POLICY)
def trial(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what another option would do, and where it may be chosen the way to do so."""
    return _show_trial(request, _trial(pk), ConfirmForm())


@require_POST
@permitted(Permission.CHOOSE_READINGS)
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose what was tried."""
    found, form = _trial(pk), ConfirmForm(request.POST)
    if found.division != _division(request):
        raise Http404
    if not form.is_valid():
        return _show_trial(request, found, form, status=422)
    said = form.cleaned_data
    try:
        chosen = services.confirm(
            pk=pk,
            reason=said["reason"],
            basis=said["basis"],
            by=request.user,
            on=timezone.localdate(),
        )
    except Refusal as error:
        return _show_trial(request, found, form, refusal=error, status=422)
    messages.success(request, _("已经确定；凡是依据它的判定都在后台重新计算。"))
    return redirect(chosen)


def _trial(pk: int) -> ReadingTrial:
    return get_object_or_404(ReadingTrial.objects.select_related("by", "job"), pk=pk)


def _show_trial(
    request: StaffRequest,
    found: ReadingTrial,
    form: ConfirmForm,
    *,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    question = queries.question(found.division, timezone.localdate(), found.reading)
    if question is None:
        raise Http404
    is_current = found.stand == queries.stand_of(found.division)
    may = _may_choose(request) and found.division == _division(request)
    context = {
        "trial": found,
        "question": question,
        "place": name_of(found.division),
        "says": question.reading.options.get(found.option, ""),
        "said": trial_in_words(found),
        "is_current": is_current,
        "form": form if may and is_current and found.outcome is not None else None,
        "refusal": refusal,
    }
    return render(request, "registry/reading_trial.html", context, status=status)


def _division(request: StaffRequest) -> str:
    """Return the place whose readings are shown; law is known to the district."""
    return shortest((request.viewer.division or "")[:DISTRICT])


def _may_choose(request: StaffRequest) -> bool:
    return request.viewer.may(Permission.CHOOSE_READINGS, division=_division(request))


def _is_asked(one: queries.Question, only: str) -> bool:
    match only:
        case "chosen":
            return one.is_chosen or bool(one.of_place)
        case "turning":
            return bool(one.rules)
        case _:
            return True
