"""Visits: which flats of a building were seen, and the sheet of one flat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.core.files.base import File
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.models import Building, Household
from jiugai.apps.surveys.answers.files import attach, keep_picture
from jiugai.apps.surveys.answers.services import Changed, Whose, asked_now, take
from jiugai.apps.surveys.authoring.views import survey_at
from jiugai.apps.surveys.models import Answer, Channel, Survey
from jiugai.apps.surveys.residents.answering import asked, asked_hidden, spoken
from jiugai.asking.answering import (
    MOST_ROWS,
    More,
    Screen,
    Step,
    check,
    screens_of,
    value_at,
    with_value,
)
from jiugai.asking.form import Form, Kind, say
from jiugai.kernel.errors import Refusal

FIRST: Final = 1


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def homes(request: StaffRequest, pk: int) -> HttpResponse:
    """List the flats of a building with how far each is."""
    survey = survey_at(pk)
    buildings = list(Building.objects.filter(estate=survey.estate_id).order_by("id"))
    wanted = request.GET.get("building", "")
    chosen = next((one for one in buildings if str(one.pk) == wanted), None)
    chosen = chosen or (buildings[0] if buildings else None)
    flats = Household.objects.filter(building=chosen).select_related("unit")
    answers = Answer.objects.filter(survey=survey, household__building=chosen, person=FIRST)
    by_home = {one.household_id: one for one in answers.select_related("by")}
    context = {
        "survey": survey,
        "buildings": buildings,
        "chosen": chosen,
        "homes": [(one, by_home.get(one.pk)) for one in flats.order_by("unit", "door")],
        "done": sum(one.state == Answer.State.DONE for one in by_home.values()),
        "may_enter": request.viewer.may(Permission.ENTER_ANSWERS, division=survey.division),
        "takes": survey.takes_answers(timezone.localdate()),
    }
    return render(request, "surveys/homes.html", context)


@dataclass(slots=True)
class Typed:
    """A sheet as it was typed: what fits, what is wrong at which question, new pictures."""

    values: dict[str, Any]
    errors: dict[str, str]
    files: dict[str, File[Any]]
    new: set[str]  # which questions something was typed at


@require_http_methods(["GET", "POST"])
@permitted(Permission.ENTER_ANSWERS)
def sheet(request: StaffRequest, pk: int, home: int) -> HttpResponse:
    """Show the sheet of one flat; save it, give it another row, or finish it."""
    survey = survey_at(pk)
    flats = Household.objects.select_related("building", "unit")
    household = get_object_or_404(flats, pk=home, building__estate=survey.estate_id)
    answer = Answer.objects.filter(survey=survey, household=household, person=FIRST).first()
    if request.method == "GET":
        return _show(request, survey, household, answer)
    try:
        form = asked_now(survey).form
        typed = read_sheet(request, form, answer.said if answer else {})
        return _save(request, survey, household, typed)
    except Refusal as refusal:
        return _show(request, survey, household, answer, refusal=refusal)


def _save(
    request: StaffRequest, survey: Survey, household: Household, typed: Typed
) -> HttpResponse:
    answer = Answer.objects.filter(survey=survey, household=household, person=FIRST).first()
    if typed.errors:
        return _show(request, survey, household, answer, typed=typed)
    do, _colon, repeat = request.POST.get("do", "save").partition(":")
    seen = request.POST.get("revision", "0")
    try:
        kept = {name: keep_picture(file) for name, file in typed.files.items()}
        for key, one in kept.items():
            typed.values = _with_key(survey, typed.values, key, f"{key}-{one.sha256[:12]}")
        saved = take(
            whose=Whose(survey, household),
            values=_with_row(typed.values, repeat) if do == "more" else typed.values,
            channel=Channel.VISIT,
            is_done=do == "finish",
            revision=int(seen) if seen.isascii() and seen.isdigit() else 0,
            by=request.user,
            at=timezone.now(),
        )
    except Changed as changed:
        # Made in this transaction or not: what is shown is what the other one kept.
        return _show(request, survey, household, changed.now, typed=typed, refusal=changed)
    except Refusal as refusal:
        return _show(request, survey, household, answer, typed=typed, refusal=refusal)
    for key, one in kept.items():
        attach(one, said=f"{key}-{one.sha256[:12]}", to=saved)
    if do == "finish":
        return redirect(f"{_homes_of(survey)}?building={household.building_id}")
    anchor = f"#{repeat}" if do == "more" else ""
    return redirect(f"{request.path}{anchor}")


def _homes_of(survey: Survey) -> str:
    return f"{survey.get_absolute_url()}/homes"


def read_sheet(request: StaffRequest, form: Form, before: Mapping[str, Any]) -> Typed:
    """Return what a whole sheet says, question by question.

    What is sensitive and kept was not shown, so a blank leaves it; a consent refused erases it.
    """
    today = timezone.localdate()
    typed = Typed({**before}, {}, {}, set())
    for screen in screens_of(form, before, on=today):
        if isinstance(screen, Step) and screen.question.is_answered:
            _read(request, form, screen, typed)
    return typed


def _read(request: StaffRequest, form: Form, step: Step, typed: Typed) -> None:
    if step.question.kind is Kind.IMAGE:
        if file := request.FILES.get(step.key):
            typed.files[step.key] = file
        return
    given = " ".join(request.POST.getlist(step.key)).strip()
    if given:
        typed.new.add(step.key)
    elif step.question.sensitive and value_at(typed.values, step):
        return
    try:
        # What is not filled in yet is no error until the sheet is finished.
        value = check(form, step, given, typed.values, on=timezone.localdate()) if given else ""
    except Refusal as refusal:
        typed.errors[step.key] = str(refusal)
        value = given
    typed.values = with_value(typed.values, step, value)


def _with_key(survey: Survey, values: dict[str, Any], key: str, value: str) -> dict[str, Any]:
    form = asked_now(survey).form
    steps = screens_of(form, values, on=timezone.localdate())
    step = next(one for one in steps if one.key == key and isinstance(one, Step))
    return with_value(values, step, value)


def _with_row(values: dict[str, Any], repeat: str) -> dict[str, Any]:
    rows = list(values.get(repeat) or [])
    return {**values, repeat: [*rows, {}][:MOST_ROWS]}


def _show(
    request: StaffRequest,
    survey: Survey,
    household: Household,
    answer: Answer | None,
    *,
    typed: Typed | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    version = survey.current
    form = version.form if version else survey.drafted
    kept = answer.said if answer else {}
    values = typed.values if typed else kept
    context = {
        "survey": survey,
        "household": household,
        "answer": answer,
        "revision": answer.revision if answer and answer.pk else 0,
        "blocks": _blocks(form, values, typed),
        "differs": _differences(form, kept, typed) if isinstance(refusal, Changed) else [],
        "takes": survey.takes_answers(timezone.localdate()) and version is not None,
        "pictures": {one.said: one for one in answer.files.all()} if answer else {},
        "refusal": refusal,
    }
    status = 422 if typed or refusal else 200
    return render(request, "surveys/sheet.html", context, status=status)


def _blocks(form: Form, values: Mapping[str, Any], typed: Typed | None) -> list[dict[str, Any]]:
    """Return the sheet as it is drawn: a question, or where another row is asked for."""
    language, errors = spoken(), typed.errors if typed else {}
    new = typed.new if typed else set()
    found = []
    for screen in screens_of(form, values, on=timezone.localdate()):
        if isinstance(screen, More):
            label = say(screen.group.label, language)
            found.append({"more": screen, "label": label, "rows": screen.rows})
        else:
            draw = asked if screen.key in new else asked_hidden
            one = draw(form, screen, values, language)
            found.append({"asked": one, "error": errors.get(screen.key, "")})
    return found


def _differences(
    form: Form, kept: Mapping[str, Any], typed: Typed | None
) -> Sequence[tuple[str, str, str]]:
    """Return where a sheet differs from what is kept: the label, what is kept, what was typed."""
    if typed is None:
        return []
    language, mine = spoken(), typed.values
    screens: list[Screen] = screens_of(form, mine, on=timezone.localdate())
    found = []
    for one in screens:
        if isinstance(one, Step) and value_at(kept, one) != value_at(mine, one):
            theirs = asked_hidden(form, one, kept, language)
            draw = asked if one.key in typed.new else asked_hidden
            ours = draw(form, one, mine, language)
            found.append((ours.label, theirs.shown, ours.shown))
    return found
