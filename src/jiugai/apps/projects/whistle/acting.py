"""What sub-districts and departments do about whistles."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.forms import check
from jiugai.apps.projects.models import Call, Whistle
from jiugai.apps.projects.whistle import services
from jiugai.apps.projects.whistle.forms import BlowForm, CallForm, FewWordsForm, WordsForm
from jiugai.apps.projects.whistle.queries import clause_of_whistle, departments_for
from jiugai.apps.projects.whistle.views import form_of, show, whistle_of
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
@permitted(Permission.BLOW_WHISTLE)
def blow(request: StaffRequest, pk: int) -> HttpResponse:
    """Call departments to a problem of an estate."""
    estate = get_object_or_404(Estate, pk=pk, retired_on=None)
    today = timezone.localdate()
    known = departments_for(estate.division)
    form = BlowForm(request.POST if request.method == "POST" else None, departments=known)
    context: dict[str, Any] = {
        "estate": estate,
        "form": form,
        "clause": clause_of_whistle(estate.division, today),
        "is_nobody": not known.exists(),
    }
    if request.method == "POST":
        try:
            made = services.blow(estate=estate, **check(form), by=request.user, on=today)
        except Refusal as refusal:
            context["refusal"] = refusal
        else:
            messages.success(
                request, _("已吹哨，编号 {number}，部门已收到通知。").format(number=made.number)
            )
            return redirect(made)
    status = 422 if request.method == "POST" else 200
    return render(request, "projects/whistle/blow.html", context, status=status)


@require_POST
@permitted(Permission.BLOW_WHISTLE)
def call(request: StaffRequest, pk: int) -> HttpResponse:
    """Call one more department."""
    whistle = whistle_of(pk)
    form = CallForm(request.POST, departments=departments_for(whistle.division))
    try:
        services.call(pk=pk, **check(form), by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return show(request, whistle_of(pk), status=422, refusal=refusal, call=form)
    return redirect(whistle)


@require_POST
@permitted(Permission.ANSWER_WHISTLE)
def respond(request: StaffRequest, pk: int) -> HttpResponse:
    """Report for one's department."""
    return _about(request, pk, "respond")


@require_POST
@permitted(Permission.ANSWER_WHISTLE)
def solve(request: StaffRequest, pk: int) -> HttpResponse:
    """Say for one's department that its part is solved."""
    return _about(request, pk, "solve")


@require_POST
@permitted(Permission.BLOW_WHISTLE)
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Return a part to its department."""
    return _about(request, pk, "reopen")


@require_POST
@permitted(Permission.BLOW_WHISTLE)
def remind(request: StaffRequest, pk: int) -> HttpResponse:
    """Remind a department."""
    return _about(request, pk, "remind")


@require_POST
@permitted(Permission.BLOW_WHISTLE)
def escalate(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a hard case to the joint conference."""
    return _whole(request, pk, "escalate", WordsForm(request.POST, auto_id="escalate_%s"))


@require_POST
@permitted(Permission.BLOW_WHISTLE)
def close(request: StaffRequest, pk: int) -> HttpResponse:
    """Confirm that a problem is solved."""
    return _whole(request, pk, "close", FewWordsForm(request.POST, auto_id="close_%s"))


@require_POST
@permitted(Permission.BLOW_WHISTLE)
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a whistle back."""
    return _whole(request, pk, "withdraw", WordsForm(request.POST, auto_id="withdraw_%s"))


_FORMS = {"escalate": "escalation", "close": "closing", "withdraw": "withdrawal"}


def _about(request: StaffRequest, pk: int, verb: str) -> HttpResponse:
    """Do something about one call, or show the page again with what was typed."""
    found = get_object_or_404(Call.objects.select_related("whistle"), pk=pk)
    if not request.viewer.may(
        Permission.ANSWER_WHISTLE if verb in ("respond", "solve") else Permission.BLOW_WHISTLE,
        division=found.division,
    ):
        raise Http404
    form = form_of(verb, pk, request.POST)
    try:
        words = check(form)["words"]
        getattr(services, verb)(call=pk, words=words, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        whistle = whistle_of(found.whistle_id)
        return show(request, whistle, status=422, refusal=refusal, asked=(verb, pk, form))
    return redirect(f"{found.whistle.get_absolute_url()}#call-{pk}")


def _whole(
    request: StaffRequest, pk: int, verb: str, form: WordsForm | FewWordsForm
) -> HttpResponse:
    whistle_of(pk)
    try:
        words = check(form)["words"]
        done: Whistle = getattr(services, verb)(
            pk=pk, words=words, by=request.user, on=timezone.localdate()
        )
    except Refusal as refusal:
        again: dict[str, Any] = {_FORMS[verb]: form}
        unsent = form.data.get("words", "") if whistle_of(pk).is_over else ""
        return show(request, whistle_of(pk), status=422, refusal=refusal, **again, unsent=unsent)
    return redirect(done)
