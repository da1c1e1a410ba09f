"""Pages of staff on votes: the list, one vote, its roll, its result."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.participation.models import Ballot, RollFlat, Vote
from jiugai.apps.participation.votes import services
from jiugai.apps.participation.votes.counting import standing_of
from jiugai.apps.participation.votes.forms import VoteForm, WhyForm, values_of
from jiugai.apps.participation.votes.meeting import meeting_checks, publication_of
from jiugai.apps.participation.votes.paper import open_mismatches
from jiugai.apps.participation.votes.rolls import draft_of
from jiugai.apps.participation.votes.shown import asked_of, bars_of, kept, shown
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal

PAGE: Final = 50
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the votes of the viewer's division, those that close last first."""
    votes = Vote.objects.select_related("estate")
    state = request.GET.get("state", "")
    if state in Vote.State.values:
        votes = votes.filter(state=state)
    page = Paginator(votes, PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "states": Vote.State.choices, "state": state}
    return render(request, "participation/votes.html", context)


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_VOTES)
def prepare(request: StaffRequest, pk: int) -> HttpResponse:
    """Draft a vote of an estate."""
    estate = get_object_or_404(Estate, pk=pk)
    form = VoteForm(request.POST or None, estate=estate)
    context: dict[str, Any] = {"estate": estate, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            vote = services.prepare(
                estate=estate, said=form.said(), by=request.user, on=timezone.localdate()
            )
            return redirect(vote)
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "participation/vote_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_VOTES)
def redraft(request: StaffRequest, pk: int) -> HttpResponse:
    """Change a vote that has not opened."""
    vote = _vote(pk)
    form = VoteForm(request.POST or None, estate=vote.estate, initial=values_of(vote))
    context: dict[str, Any] = {"estate": vote.estate, "vote": vote, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            services.redraft(pk=pk, said=form.said(), by=request.user, on=timezone.localdate())
            return redirect(vote)
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "participation/vote_form.html", context, status=status)


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one vote: what is asked, what the law asks, how it stands, what is next."""
    return _show(request, _vote(pk))


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def roll(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the roll: what does not add up before the vote, the frozen lines afterwards."""
    vote = _vote(pk)
    is_draft = vote.state == Vote.State.DRAFT
    draft = draft_of(vote) if is_draft else None
    lines = Paginator(RollFlat.objects.filter(vote=vote), PAGE).get_page(request.GET.get("page"))
    context = {"vote": vote, "draft": draft, "page": lines}
    return render(request, "participation/roll.html", context)


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def receipts(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the published list: a number for each ballot, without flats and without choices."""
    vote = _vote(pk)
    found = Ballot.objects.filter(vote=vote).order_by("receipt")
    lines = Paginator(found.select_related("revoked_by"), 200).get_page(request.GET.get("page"))
    return render(request, "participation/receipts.html", {"vote": vote, "page": lines})


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def workbook(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the workbook of the result."""
    vote = _vote(pk)
    if not vote.has_result:
        raise Http404
    answer = HttpResponse(bytes(vote.result.workbook), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="vote-{vote.pk}.xlsx"'
    return answer


@require_POST
@permitted(Permission.RUN_VOTES)
def open_vote(request: StaffRequest, pk: int) -> HttpResponse:
    """Freeze the roll and open the vote."""
    return _do(request, pk, partial(services.open_vote, at=timezone.now()))


@require_POST
@permitted(Permission.RUN_VOTES)
def count(request: StaffRequest, pk: int) -> HttpResponse:
    """Count the ballots."""
    return _do(request, pk, partial(services.count, at=timezone.now()))


@require_POST
@permitted(Permission.RUN_VOTES)
def publish(request: StaffRequest, pk: int) -> HttpResponse:
    """Publish the result."""
    return _do(request, pk, partial(services.publish, on=timezone.localdate()))


@require_POST
@permitted(Permission.RUN_VOTES)
def cancel(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a vote up."""
    form = WhyForm(request.POST)
    why = form.cleaned_data["why"] if form.is_valid() else ""
    done = partial(services.cancel, why=why, on=timezone.localdate())
    return _do(request, pk, done, form=form)


def _do(
    request: StaffRequest, pk: int, act: Callable[..., object], *, form: WhyForm | None = None
) -> HttpResponse:
    """Do something with a vote and go to its page, or say there why it is refused."""
    vote = _vote(pk)
    try:
        act(pk=pk, by=request.user)
    except Refusal as refusal:
        return _show(request, vote, refusal=refusal, form=form, status=422)
    return redirect(vote)


def _vote(pk: int) -> Vote:
    found = Vote.objects.select_related("estate", "building", "unit", "opened_by", "published_by")
    return get_object_or_404(found, pk=pk)


def _show(
    request: StaffRequest,
    vote: Vote,
    *,
    refusal: Refusal | None = None,
    form: WhyForm | None = None,
    status: int = 200,
) -> HttpResponse:
    may_run = request.viewer.may(Permission.RUN_VOTES, division=vote.division)
    title, clause, asked = asked_of(vote)
    context: dict[str, Any] = {
        "vote": vote,
        "now": timezone.now(),
        "rule": title,
        "clause": clause,
        "asked": asked,
        "checks": meeting_checks(vote),
        "publication": publication_of(vote),
        "may_run": may_run,
        "may_enter": request.viewer.may(Permission.ENTER_BALLOTS, division=vote.division),
        "cancelling": form or WhyForm(),
        "refusal": refusal,
    } | _figures(vote)
    return render(request, "participation/vote.html", context, status=status)


def _figures(vote: Vote) -> dict[str, Any]:
    """Return how the vote stands, or the result that was kept."""
    if vote.has_result:
        content = vote.result.content
        traces = [one["trace"] for one in content["outcomes"]]
        sides = list(zip(kept(content), traces, strict=True))
        return {"sides": sides, "content": content}
    if vote.state != Vote.State.OPEN:
        return {}
    standing = standing_of(vote)
    return {
        "standing": standing,
        "sides": [(shown(one), ()) for one in standing.sides],
        "buildings": [(name, bars_of(found)) for name, found in standing.buildings],
        "mismatches": open_mismatches(vote),
    }
