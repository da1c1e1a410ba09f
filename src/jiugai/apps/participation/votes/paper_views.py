"""The page where clerks type paper ballots, each twice by two people."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.participation.addresses import flat_at
from jiugai.apps.participation.models import Vote
from jiugai.apps.participation.votes.forms import PaperForm
from jiugai.apps.participation.votes.paper import Typed, enter, open_mismatches
from jiugai.kernel.errors import Refusal


@require_http_methods(["GET", "POST"])
@permitted(Permission.ENTER_BALLOTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the form and what waits for a second reading; take in what was typed."""
    vote = get_object_or_404(Vote.objects.select_related("estate"), pk=pk)
    form = PaperForm(request.POST or None, initial=_before(request))
    context: dict[str, Any] = {"vote": vote, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            typed = _enter(request, vote, form)
        except Refusal as refusal:
            context["refusal"] = refusal
        else:
            messages.add_message(request, *_told(typed))
            return redirect("participation:paper", pk)
    context["waiting"] = open_mismatches(vote)
    status = 200 if request.method == "GET" else 422
    return render(request, "participation/paper.html", context, status=status)


def _before(request: StaffRequest) -> dict[str, str]:
    """Return the address that a link to a waiting ballot names."""
    return {
        name: request.GET[name] for name in ("building", "unit", "door") if name in request.GET
    }


def _enter(request: StaffRequest, vote: Vote, form: PaperForm) -> Typed:
    said = form.cleaned_data
    flat = flat_at(vote, building=said["building"], unit=said["unit"], door=said["door"])
    if flat is None:
        form.add_error("door", _("名册上没有这一户；请核对楼栋、单元、户号。"))
        raise Refusal(_("名册上没有这一户；请核对楼栋、单元、户号。"))
    return enter(flat=flat, sheet=form.sheet(), by=request.user, at=timezone.now())


def _told(typed: Typed) -> tuple[int, str]:
    flat = typed.entry.flat
    if typed.ballot is not None:
        return messages.SUCCESS, _("{flat}：两人录入一致，已计入。").format(flat=flat)
    if typed.others:
        words = _("{flat}：与{who}录入的不一致；请对照原票，看错的一方重新录入。")
        return messages.WARNING, words.format(flat=flat, who=typed.others[0].by)
    return messages.INFO, _("{flat}：已录入一次，等另一位录入。").format(flat=flat)
