"""The page of good practice: search, collect, share."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.forms import check
from jiugai.apps.projects.models import Practice
from jiugai.apps.projects.whistle.forms import PracticeForm, SearchForm
from jiugai.apps.projects.whistle.practices import collect, share
from jiugai.apps.projects.whistle.queries import PAGE, practices_for
from jiugai.kernel.errors import Refusal


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def practices(request: StaffRequest) -> HttpResponse:
    """Show good practice that fits the words."""
    return _show(request)


@require_POST
@permitted(Permission.BLOW_WHISTLE)
def add(request: StaffRequest) -> HttpResponse:
    """Write down a good practice."""
    form = PracticeForm(request.POST, auto_id="new_%s")
    try:
        said = check(form)
        collect(
            place=request.viewer.division or "", **said, by=request.user, on=timezone.localdate()
        )
    except Refusal as refusal:
        return _show(request, status=422, refusal=refusal, new=form)
    messages.success(request, _("已收集；区或市整治办推广之后，各单位都能看到。"))
    return redirect("projects:practices")


@require_POST
@permitted(Permission.SHARE_PRACTICE)
def share_one(request: StaffRequest, pk: int) -> HttpResponse:
    """Share a good practice with every office."""
    get_object_or_404(Practice, pk=pk)
    try:
        done = share(
            pk=pk, place=request.viewer.division or "", by=request.user, on=timezone.localdate()
        )
    except Refusal as refusal:
        return _show(request, status=422, refusal=refusal)
    return redirect(done)


def _show(request: StaffRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    form = SearchForm(request.GET)
    form.is_valid()
    words = form.cleaned_data.get("q", "").replace("\x00", "")
    found = practices_for(request.viewer, words)
    context = {
        "form": form,
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "may_add": request.viewer.may(Permission.BLOW_WHISTLE),
        "may_share": request.viewer.may(Permission.SHARE_PRACTICE),
        "new": PracticeForm(auto_id="new_%s"),
        "refusal": None,
        **more,
    }
    return render(request, "projects/whistle/practices.html", context, status=status)
