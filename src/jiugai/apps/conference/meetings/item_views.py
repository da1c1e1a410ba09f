"""The page of an item: its papers, what was decided, what was given to whom."""

from typing import Any, Final

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.conference.assignments.services import give
from jiugai.apps.conference.forms import DecideForm, GiveForm, PaperForm
from jiugai.apps.conference.meetings import services
from jiugai.apps.conference.meetings.agenda import is_city
from jiugai.apps.conference.meetings.decide import application_of, decide
from jiugai.apps.conference.meetings.views import may_hold
from jiugai.apps.conference.models import Item, Paper
from jiugai.apps.projects.applications.forms import check, renewed
from jiugai.apps.registry.services.documents import path_of
from jiugai.kernel.errors import Refusal

ONE: Final = "conference/item.html"


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show an item of the agenda."""
    return _show(request, _item(pk))


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def record_decision(request: StaffRequest, pk: int) -> HttpResponse:
    """Record what was decided."""
    item = _own(request, pk)
    form = DecideForm(request.POST, item=item)
    try:
        said = check(form)
        _check_may_confirm(request, item)
        done = decide(
            pk=pk,
            version=said["version"],
            outcome=said["outcome"],
            decision=said["decision"],
            votes=form.votes,
            by=request.user,
            role=request.viewer.chosen.role if request.viewer.chosen else "",
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        now = _item(pk)
        return _show(request, now, status=422, refusal=refusal, decide=renewed(form, now.version))
    said_of = _("已记录“{outcome}”。").format(outcome=done.get_outcome_display())
    messages.success(request, f"{said_of}{done.result}")
    return redirect(done)


def _check_may_confirm(request: StaffRequest, item: Item) -> None:
    application = application_of(item)
    if application is None:
        return
    if is_city(item.division) and not request.viewer.may(Permission.CONFIRM_CITY):
        raise Refusal(_("项目确认要由能确认项目的岗位记录；请切换任职。"))


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def add_paper(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep a paper with an item."""
    item = _own(request, pk)
    form = PaperForm(request.POST, request.FILES)
    try:
        said = check(form)
        services.add_paper(pk=pk, file=said["file"], title=said["title"], by=request.user)
    except Refusal as refusal:
        return _show(request, item, status=422, refusal=refusal, paper=form)
    return redirect(f"{item.get_absolute_url()}#papers")


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def paper(request: StaffRequest, pk: int) -> FileResponse:
    """Hand out a paper of a meeting that the person may see."""
    found = get_object_or_404(Paper, pk=pk)
    return FileResponse(
        default_storage.open(path_of(found.sha256)),
        as_attachment=True,
        filename=found.name,
        content_type=found.kind,
        headers={"X-Content-Type-Options": "nosniff"},
    )


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def drop(request: StaffRequest, pk: int) -> HttpResponse:
    """Take an item off the agenda."""
    item = _own(request, pk)
    try:
        meeting = services.drop_item(pk=pk, by=request.user)
    except Refusal as refusal:
        return _show(request, item, status=422, refusal=refusal)
    messages.success(request, _("已撤下议题“{item}”。").format(item=item.title))
    return redirect(meeting)


@require_POST
@permitted(Permission.HOLD_CONFERENCE)
def assign(request: StaffRequest, pk: int) -> HttpResponse:
    """Give an organisation something to do."""
    item = _own(request, pk)
    form = GiveForm(request.POST, division=item.division)
    try:
        said = check(form)
        said["partners"] = list(said["partners"])
        give(item=pk, **said, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return _show(request, item, status=422, refusal=refusal, give=form)
    messages.success(request, _("已交办{owner}。").format(owner=said["owner"]))
    return redirect(f"{item.get_absolute_url()}#assignments")


def _show(request: StaffRequest, item: Item, *, status: int = 200, **more: Any) -> HttpResponse:
    may_change = may_hold(request, item.meeting) and not item.meeting.is_signed
    application = application_of(item)
    context = {
        "item": item,
        "meeting": item.meeting,
        "application": application,
        "papers": item.papers.select_related("by"),
        "assignments": item.assignments.select_related("owner").prefetch_related(
            "partners__organisation"
        ),
        "may_change": may_change,
        "is_held": item.meeting.day <= timezone.localdate(),
        "today": timezone.localdate(),
        "decide": DecideForm(item=item),
        "give": GiveForm(division=item.division),
        "paper": PaperForm(),
        "refusal": None,
        **more,
    }
    context["give"].auto_id = "give_%s"
    context["paper"].auto_id = "paper_%s"
    return render(request, ONE, context, status=status)


def _item(pk: int) -> Item:
    return get_object_or_404(Item.objects.select_related("meeting", "decided_by"), pk=pk)


def _own(request: StaffRequest, pk: int) -> Item:
    own = Item.objects.filter(division=request.viewer.division or "")
    return get_object_or_404(own.select_related("meeting", "decided_by"), pk=pk)
