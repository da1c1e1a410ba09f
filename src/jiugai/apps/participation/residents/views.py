"""Pages of a household: what is planned, its votes, its receipts, results."""

from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from jiugai.apps.accounts.rows import of_household
from jiugai.apps.participation.models import Ballot, Channel, Mark, RollFlat
from jiugai.apps.participation.residents.access import ResidentRequest, for_residents
from jiugai.apps.participation.residents.forms import MarkForm, ReceiptForm
from jiugai.apps.participation.residents.frame import page as page_of
from jiugai.apps.participation.residents.home import (
    Mine,
    notices_of,
    standing_for_all,
    vote_of,
    votes_of,
)
from jiugai.apps.participation.residents.pictures import qr
from jiugai.apps.participation.votes.casting import cast as cast_ballot
from jiugai.apps.participation.votes.meeting import publication_of
from jiugai.apps.participation.votes.receipts import in_groups, in_words, read_receipt
from jiugai.apps.participation.votes.shown import asked_of, kept, shown
from jiugai.apps.participation.votes.verify import is_sealed
from jiugai.kernel.errors import Refusal


@require_GET
@for_residents
def home(request: ResidentRequest) -> HttpResponse:
    """Show what is planned for the estate and what the household can do now."""
    household = request.household
    now = timezone.now()
    mine = votes_of(household)
    context = {
        "estate": household.building.estate,
        "household": household,
        "now": now,
        "to_do": [one for one in mine if one.may_vote(now) and not one.standing],
        "notices": notices_of(household, on=timezone.localdate()),
        "others": [one for one in mine if one.standing or not one.may_vote(now)],
    }
    return page_of(request, "home.html", context)


@require_http_methods(["GET", "POST"])
@for_residents
def vote(request: ResidentRequest, pk: int) -> HttpResponse:
    """Show the question; after a choice ask once more, then cast the ballot."""
    form = MarkForm(request.POST or None)
    is_new = request.method == "GET"
    if request.helper is not None:
        return _asked(request, pk, _not_by_others(), is_new=is_new)
    if is_new or not form.is_valid():
        return _asked(request, pk, {"form": form}, is_new=is_new)
    mark = form.cleaned_data["mark"]
    if request.POST.get("confirmed") != "1":
        mine = _mine(request, pk)
        return page_of(request, "confirm.html", {"mine": mine, "vote": mine.vote, "mark": mark})
    try:
        ballot = _cast(request, pk, mark)
    except Refusal as refusal:
        return _asked(request, pk, {"form": form, "refusal": refusal}, is_new=False)
    return redirect("participation:receipt", pk, ballot.receipt)


def _not_by_others() -> dict[str, Any]:
    refusal = Refusal(
        _("代办的家人不能替业主投票；请业主自己投，或者凭业主签字的委托书到接待处投纸质票。")
    )
    return {"refusal": refusal, "may_vote": False}


def _asked(
    request: ResidentRequest, pk: int, more: dict[str, Any], *, is_new: bool
) -> HttpResponse:
    context = _of_vote(_mine(request, pk)) | more
    return page_of(request, "vote.html", context, is_new=is_new)


def _cast(request: ResidentRequest, pk: int, mark: Mark) -> Ballot:
    """Cast the household's ballot; asks for as little as can be, for all may come at once."""
    household = request.session_at_home.household_id
    flat = RollFlat.objects.filter(household=household, vote=pk).first()
    if flat is None:
        raise Http404
    return cast_ballot(flat=flat, mark=mark, channel=Channel.ONLINE, by=None, at=timezone.now())


@require_GET
@for_residents
def receipt(request: ResidentRequest, pk: int, number: str) -> HttpResponse:
    """Show the receipt of one of the household's ballots."""
    mine = _mine(request, pk)
    ballot = next((one for one in mine.ballots if one.receipt == number), None)
    if ballot is None:
        raise Http404
    address = request.build_absolute_uri(
        reverse("participation:check", args=[pk]) + f"?receipt={number}"
    )
    context = {
        "mine": mine,
        "vote": mine.vote,
        "ballot": ballot,
        "words": in_words(ballot.receipt),
        "groups": in_groups(ballot.receipt),
        "qr": qr(address, label=in_groups(ballot.receipt)),
        "is_last": ballot == mine.standing,
    }
    return page_of(request, "receipt.html", context)


@require_GET
@for_residents
def check(request: ResidentRequest, pk: int) -> HttpResponse:
    """Find a ballot in the published list by its receipt; nobody reads there how it is marked."""
    mine = _mine(request, pk)
    form = ReceiptForm(request.GET or None)
    context: dict[str, Any] = {"mine": mine, "vote": mine.vote, "form": form}
    if request.GET and form.is_valid():
        number = read_receipt(form.cleaned_data["receipt"])
        with of_household(0):
            found = Ballot.objects.filter(vote=mine.vote, receipt=number).first()
            is_revoked = Ballot.objects.filter(revokes=found).exists() if found else False
            context |= {
                "asked": True,
                "found": found,
                "is_revoked": is_revoked,
                "is_sealed": found is not None and is_sealed(found),
                "own": found in mine.ballots,
            }
    return page_of(request, "check.html", context)


@require_GET
@for_residents
def ballots(request: ResidentRequest, pk: int) -> HttpResponse:
    """Show the published list: a number for each ballot, without flats and without choices."""
    mine = _mine(request, pk)
    if not mine.vote.has_result:
        raise Http404
    with of_household(0):
        found = Ballot.objects.filter(vote=mine.vote).order_by("receipt")
        pages = Paginator(found.select_related("revoked_by"), 200)
        page = pages.get_page(request.GET.get("page"))
        context = {"vote": mine.vote, "page": page, "own": {one.pk for one in mine.ballots}}
        return page_of(request, "ballots.html", context)


@require_GET
@for_residents
def result(request: ResidentRequest, pk: int) -> HttpResponse:
    """Show the published result and why it came out so."""
    mine = _mine(request, pk)
    if mine.vote.state != mine.vote.State.PUBLISHED:
        raise Http404
    context = _of_vote(mine)
    context["sides"] = kept(mine.vote.result.content)
    return page_of(request, "result.html", context)


def _mine(request: ResidentRequest, pk: int) -> Mine:
    """Return a vote as the household sees it; how it voted is no matter of who acts for it."""
    found = vote_of(request.household, pk)
    if found is None:
        raise Http404
    return found if request.helper is None else replace(found, ballots=())


def _of_vote(mine: Mine) -> dict[str, Any]:
    title, clause, asked = asked_of(mine.vote)
    is_open = mine.vote.state == mine.vote.State.OPEN
    sides = [shown(one) for one in standing_for_all(mine.vote).sides] if is_open else []
    return {
        "mine": mine,
        "vote": mine.vote,
        "may_vote": mine.may_vote(timezone.now()),
        "rule": title,
        "clause": clause,
        "asked_for": asked,
        "sides": sides,
        "publication": publication_of(mine.vote),
    }
