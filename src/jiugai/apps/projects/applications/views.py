"""Pages of applications: the list, one of them, what is typed into it, what is decided."""

from typing import Any, Final

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
from jiugai.apps.projects.applications import drafts, services
from jiugai.apps.projects.applications.chain import desks_of, move_of, moves_for
from jiugai.apps.projects.applications.forms import (
    DecisionForm,
    Filters,
    WithdrawForm,
    check,
    renewed,
)
from jiugai.apps.projects.applications.page import page_of
from jiugai.apps.projects.applications.papers import TITLES, papers_of
from jiugai.apps.projects.applications.queries import PAGE, Sought, find_applications
from jiugai.apps.projects.models import Application, Verb
from jiugai.apps.projects.today.notices import see
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal

ONE: Final = "projects/application.html"


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the applications that fit the filters."""
    form = Filters(request.GET)
    form.is_valid()
    said = form.cleaned_data
    on = timezone.localdate()
    sought = Sought(
        words=said.get("q", "").replace("\x00", ""),
        desk=said.get("desk", ""),
        overdue=said.get("overdue", False),
        desks=desks_of(request.viewer) if said.get("mine") else None,
        over=said.get("over", False),
    )
    page = Paginator(find_applications(sought, on=on), PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "today": on}
    return render(request, "projects/applications.html", context)


@require_POST
@permitted(Permission.APPLY)
def begin(request: StaffRequest, pk: int) -> HttpResponse:
    """Begin an application for an estate."""
    estate = get_object_or_404(Estate, pk=pk)
    try:
        application = drafts.begin(estate=estate, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(estate)
    return redirect(application)


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show an application: the chain with its clocks, what is applied for, every step."""
    application = _application(pk)
    see(request.user, application.get_absolute_url())
    return show(request, application)


def show(
    request: StaffRequest, application: Application, *, status: int = 200, **more: Any
) -> HttpResponse:
    """Answer with the page of an application; `more` has forms that were refused."""
    on = timezone.localdate()
    moves = moves_for(request.viewer, application)
    context = {
        "page": page_of(application, moves, on=on),
        "application": application,
        "papers": [(one.value, TITLES[one]) for one in papers_of(application)],
        "moves": moves,
        "verbs": {one.verb.value: one for one in reversed(moves)},
        "decision": DecisionForm(application=application, moves=moves),
        "withdrawal": WithdrawForm(initial={"version": application.version}),
        **more,
    }
    context["withdrawal"].auto_id = "withdraw_%s"
    return render(request, ONE, context, status=status)


@require_POST
@permitted(Permission.VIEW_PROJECTS)
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    """Pass an application on, return it or confirm it, as its desk decides."""
    application = _application(pk)
    moves = moves_for(request.viewer, application)
    form = DecisionForm(request.POST, application=application, moves=moves)
    try:
        verb = str(request.POST.get("verb", ""))
        drafts.check_version(application, request.POST.get("version", ""))
        _check_desk(request, application, verb)
        done = _decide(request, pk, verb, check(form))
    except Refusal as refusal:
        now = _application(pk)
        again = renewed(form, now.version)
        return show(request, now, status=422, refusal=refusal, decision=again)
    messages.success(request, _said_of(done, verb))
    return redirect(done)


def _check_desk(request: StaffRequest, application: Application, verb: str) -> None:
    """Raise Refusal if the viewer does not sit where an application lies."""
    move = move_of(application, verb)
    if verb == Verb.WITHDRAW or not request.viewer.may(
        move.permission, division=application.division
    ):
        raise Refusal(
            _("“{where}”由别的岗位办理；您当前的角色不能办，可在页面上方切换任职。").format(
                where=application.get_desk_display()
            )
        )


def _decide(request: StaffRequest, pk: int, verb: str, said: dict[str, Any]) -> Application:
    common: dict[str, Any] = {
        "pk": pk,
        "version": said["version"],
        "opinion": said["opinion"],
        "by": request.user,
        "role": request.viewer.chosen.role if request.viewer.chosen else "",
        "on": timezone.localdate(),
    }
    match verb:
        case Verb.RETURN:
            return services.return_(to=said["to"], **common)
        case Verb.CONFIRM:
            return services.confirm(**common)
        case _:
            return services.pass_on(**common)


@require_POST
@permitted(Permission.APPLY)
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take an application back."""
    form = WithdrawForm(request.POST)
    try:
        said = check(form)
        done = services.withdraw(
            pk=_application(pk).pk,
            version=said["version"],
            opinion=said["why"],
            by=request.user,
            role=request.viewer.chosen.role if request.viewer.chosen else "",
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        now = _application(pk)
        again = renewed(form, now.version)
        return show(request, now, status=422, refusal=refusal, withdrawal=again)
    messages.success(request, _said_of(done, Verb.WITHDRAW))
    return redirect(done)


def _application(pk: int) -> Application:
    found = Application.objects.select_related("estate", "project", "filed_by")
    return get_object_or_404(found, pk=pk)


def _said_of(application: Application, verb: str) -> str:
    if verb == Verb.CONFIRM:
        return _("已确认，确认文件编号 {number}；项目 {project} 已立项。").format(
            number=application.confirmation,
            project=application.project.number if application.project else "",
        )
    return _("已办理“{verb}”，现在是“{where}”。").format(
        verb=Verb(verb).label, where=application.get_desk_display()
    )
