"""The page on which an application is written, and the documents that go with it."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jiugai.apps.accounts.pace import paced
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications import drafts, services
from jiugai.apps.projects.applications.forms import ApplicationForm, check, renewed
from jiugai.apps.projects.applications.menu import menu_of
from jiugai.apps.projects.applications.page import consent_known
from jiugai.apps.projects.models import Application
from jiugai.kernel.errors import Refusal

PAGE: Final = "projects/writing.html"


@require_http_methods(["GET", "HEAD", "POST"])
@permitted(Permission.APPLY)
def write(request: StaffRequest, pk: int) -> HttpResponse:
    """Write an application: keep what is typed, or hand it in."""
    application = _application(pk)
    if request.method != "POST":
        return _show(request, application)
    form = _form(application, request.POST)
    try:
        check(form)
        done = _keep(request, application, form)
    except Refusal as refusal:
        now = _application(pk)
        again = renewed(form, now.version)
        return _show(request, now, form=again, refusal=refusal, status=422)
    return redirect(done)


def _keep(request: StaffRequest, application: Application, form: ApplicationForm) -> Any:
    """Keep what is typed and, if that was asked for, hand it in; return where to go on."""
    version = form.cleaned_data["version"]
    kept = drafts.save_draft(
        pk=application.pk, version=version, values=form.values, by=request.user
    )
    if "submit" not in request.POST:
        messages.success(request, _("已保存，还没有提交。"))
        return kept
    done = services.submit(
        pk=kept.pk,
        version=kept.version,
        by=request.user,
        role=request.viewer.chosen.role if request.viewer.chosen else "",
        on=timezone.localdate(),
    )
    messages.success(
        request, _("已提交，申报编号 {number}，等街道审核。").format(number=done.number)
    )
    return done


@require_POST
@permitted(Permission.APPLY)
@paced("upload", most=60)
def attach(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep a document and attach it."""
    application = _application(pk)
    try:
        drafts.attach(
            pk=pk,
            file=request.FILES.get("file"),
            title=request.POST.get("title", ""),
            by=request.user,
        )
    except Refusal as refusal:
        return _show(request, application, refusal=refusal, status=422)
    return redirect("projects:write", pk)


@require_POST
@permitted(Permission.APPLY)
def detach(request: StaffRequest, pk: int, document: int) -> HttpResponse:
    """Take a document out of an application."""
    application = _application(pk)
    try:
        drafts.detach(pk=pk, document=document, by=request.user)
    except Refusal as refusal:
        return _show(request, application, refusal=refusal, status=422)
    return redirect("projects:write", pk)


def _application(pk: int) -> Application:
    return get_object_or_404(Application.objects.select_related("estate"), pk=pk)


def _form(application: Application, data: Any = None) -> ApplicationForm:
    menu = menu_of(application.division, timezone.localdate())
    return ApplicationForm(data, application=application, menu=menu)


def _show(
    request: StaffRequest,
    application: Application,
    *,
    form: ApplicationForm | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "application": application,
        "form": form or _form(application),
        "attachments": application.attachments.select_related("document"),
        "consent": consent_known(application.estate),
        "refusal": refusal,
    }
    return render(request, PAGE, context, status=status)
