"""What a designer and a planner do on the page of a review."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.forms import check, renewed
from jiugai.apps.projects.models import Opinion, Remark, Review
from jiugai.apps.projects.review import drafts, services
from jiugai.apps.projects.review.forms import FileForm, OpinionForm, SubmitForm
from jiugai.apps.projects.review.queries import review_page
from jiugai.apps.projects.review.views import answer_form, project_of, remark_form, show
from jiugai.kernel.errors import Refusal


@require_POST
@permitted(Permission.SUBMIT_DESIGN)
def add_file(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a file into the version that is being made."""
    project = project_of(pk)
    form = FileForm(request.POST, request.FILES, auto_id="file_%s")
    try:
        drafts.add_file(project=project, **check(form), by=request.user)
    except Refusal as refusal:
        return show(request, project, status=422, refusal=refusal, file=form)
    return redirect(f"{_address(pk)}#making")


@require_POST
@permitted(Permission.SUBMIT_DESIGN)
def drop_file(request: StaffRequest, pk: int, file: int) -> HttpResponse:
    """Take a file out of the version that is being made."""
    project = project_of(pk)
    try:
        drafts.drop_file(project=project, pk=file, by=request.user)
    except Refusal as refusal:
        return show(request, project, status=422, refusal=refusal)
    return redirect(f"{_address(pk)}#making")


@require_POST
@permitted(Permission.SUBMIT_DESIGN)
def answer(request: StaffRequest, pk: int, remark: int) -> HttpResponse:
    """Answer a remark."""
    project = project_of(pk)
    found = Remark.objects.filter(pk=remark, review__project=project).first()
    form = answer_form(found or Remark(pk=remark), request.POST)
    try:
        drafts.answer(project=project, remark=remark, **check(form), by=request.user)
    except Refusal as refusal:
        return show(request, project, status=422, refusal=refusal, asked=(remark, form))
    return redirect(f"{_address(pk)}#answers")


@require_POST
@permitted(Permission.SUBMIT_DESIGN)
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand in the version that was put together."""
    project = project_of(pk)
    form = SubmitForm(request.POST, auto_id="submit_%s")
    try:
        done = services.submit(
            project=project, **check(form), by=request.user, on=timezone.localdate()
        )
    except Refusal as refusal:
        return show(request, project, status=422, refusal=refusal, submission=_again(form, pk))
    messages.success(request, _("{design}已提交，等责任规划师审查。").format(design=done))
    return redirect(_address(pk))


@require_POST
@permitted(Permission.REVIEW_DESIGN)
def add_remark(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a remark for the opinion that is being prepared."""
    project = project_of(pk)
    shown = review_page(project, on=timezone.localdate())
    form = remark_form(shown, request.POST)
    try:
        said = check(form)
        drafts.add_remark(
            project=project,
            part=said["part"],
            weight=said["weight"],
            words=said["words"],
            former=said.get("former"),
            by=request.user,
        )
    except Refusal as refusal:
        return show(request, project, status=422, refusal=refusal, remark=form)
    return redirect(f"{_address(pk)}#prepare")


@require_POST
@permitted(Permission.REVIEW_DESIGN)
def drop_remark(request: StaffRequest, pk: int, remark: int) -> HttpResponse:
    """Take a remark out of the opinion that is being prepared."""
    project = project_of(pk)
    try:
        drafts.drop_remark(project=project, pk=remark, by=request.user)
    except Refusal as refusal:
        return show(request, project, status=422, refusal=refusal)
    return redirect(f"{_address(pk)}#prepare")


@require_POST
@permitted(Permission.REVIEW_DESIGN)
def hand_over(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the opinion with all remarks at once."""
    project = project_of(pk)
    form = OpinionForm(request.POST, auto_id="opinion_%s")
    try:
        given = services.hand_over(
            project=project, **check(form), by=request.user, on=timezone.localdate()
        )
    except Refusal as refusal:
        return show(request, project, status=422, refusal=refusal, opinion=_again(form, pk))
    messages.success(request, _said(given))
    return redirect(_address(pk))


def _said(given: Opinion) -> str:
    if given.verdict == Opinion.Outcome.PASS:
        return _("{design}审查合格，已作为证据写入台账。").format(design=given.design)
    return _("意见已一次性给出，{design}退回设计方修改。").format(design=given.design)


def _again(form: Any, pk: int) -> Any:
    """Return a form with the newest version, for a second look."""
    review = Review.objects.filter(project=pk).first()
    return renewed(form, review.version if review else 1)


def _address(pk: int) -> str:
    return Review(project_id=pk).get_absolute_url()
