"""Pages of staff on notices: the list, one notice, its poster, answers."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.participation.addresses import household_at
from jiugai.apps.participation.models import Entrance, Notice, Objection
from jiugai.apps.participation.notices import services
from jiugai.apps.participation.notices.composing import composed
from jiugai.apps.participation.notices.forms import AnswerForm, DeskForm, NoticeForm, values_of
from jiugai.apps.participation.residents.pictures import qr
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal
from jiugai.web.papers import handed_out


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the notices of the viewer's division, the latest first."""
    page = Paginator(Notice.objects.select_related("estate"), 50)
    context = {"page": page.get_page(request.GET.get("page"))}
    return render(request, "participation/notices.html", context)


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_NOTICES)
def draft(request: StaffRequest, pk: int) -> HttpResponse:
    """Draft a notice of an estate from what is known of it."""
    estate = get_object_or_404(Estate, pk=pk)
    first = {"title": _("{estate}改造方案公示").format(estate=estate)} | composed(estate)
    form = NoticeForm(request.POST or None, initial=first)
    context: dict[str, Any] = {"estate": estate, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(
                services.draft(
                    estate=estate, said=form.said(), by=request.user, on=timezone.localdate()
                )
            )
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "participation/notice_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_NOTICES)
def redraft(request: StaffRequest, pk: int) -> HttpResponse:
    """Change a notice that is not up."""
    notice = _notice(pk)
    form = NoticeForm(request.POST or None, initial=values_of(notice))
    context: dict[str, Any] = {"estate": notice.estate, "notice": notice, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            services.redraft(pk=pk, said=form.said(), by=request.user, on=timezone.localdate())
            return redirect(notice)
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "participation/notice_form.html", context, status=status)


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one notice with its objections and answers."""
    return _show(request, _notice(pk))


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def poster(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the notice as it is printed and put up, with a QR code."""
    notice = _notice(pk)
    entrance = Entrance.objects.filter(estate=notice.estate, building=None).first()
    context: dict[str, Any] = {"notice": notice, "entrance": entrance}
    if entrance is not None:
        address = request.build_absolute_uri(entrance.get_absolute_url())
        context["qr"] = qr(address, label=address)
    return render(request, "participation/poster.html", context)


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def poster_paper(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Hand out the poster as an official document, as Word or PDF."""
    from jiugai.apps.participation.notices.paper import poster_of
    from jiugai.reporting.official.write import official_docx

    notice = _notice(pk)
    entrance = Entrance.objects.filter(estate=notice.estate, building=None).first()
    address = request.build_absolute_uri(entrance.get_absolute_url()) if entrance else ""
    try:
        content = official_docx(poster_of(notice, entrance, address))
        return handed_out(request, content, notice.title)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("participation:poster", pk)


@require_POST
@permitted(Permission.RUN_NOTICES)
def put_up(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a notice up."""
    return _do(request, pk, services.put_up)


@require_POST
@permitted(Permission.RUN_NOTICES)
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """End a notice."""
    return _do(request, pk, services.end)


@require_POST
@permitted(Permission.RUN_NOTICES)
def object_at_desk(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what a household says at the desk or on the phone."""
    notice = _notice(pk)
    form = DeskForm(request.POST)
    if not form.is_valid():
        return _show(request, notice, desk=form)
    said = form.cleaned_data
    household = household_at(
        notice.estate, building=said["building"], unit=said["unit"], door=said["door"]
    )
    if household is None:
        form.add_error("door", _("小区里没有这一户；请核对楼栋、单元、户号。"))
        return _show(request, notice, desk=form)
    try:
        services.object_to(
            notice=notice,
            household=household,
            text=said["text"],
            by=request.user,
            at=timezone.now(),
        )
    except Refusal as refusal:
        return _show(request, notice, refusal=refusal, desk=form)
    return redirect(notice)


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_NOTICES)
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer an objection."""
    found = get_object_or_404(Objection.objects.select_related("notice__estate"), pk=pk)
    form = AnswerForm(request.POST or None)
    context: dict[str, Any] = {"objection": found, "notice": found.notice, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            services.answer(
                pk=pk,
                words=form.cleaned_data["answer"],
                by=request.user,
                on=timezone.localdate(),
            )
            return redirect(found.notice)
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "participation/answer.html", context, status=status)


def _do(request: StaffRequest, pk: int, service: Any) -> HttpResponse:
    notice = _notice(pk)
    try:
        service(pk=pk, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return _show(request, notice, refusal=refusal)
    return redirect(notice)


def _notice(pk: int) -> Notice:
    return get_object_or_404(Notice.objects.select_related("estate", "put_up_by"), pk=pk)


def _show(
    request: StaffRequest,
    notice: Notice,
    *,
    refusal: Refusal | None = None,
    desk: DeskForm | None = None,
) -> HttpResponse:
    context = {
        "notice": notice,
        "today": timezone.localdate(),
        "objections": notice.objections.select_related("answered_by", "household__building"),
        "seen": notice.seen_before + notice.seen.count(),
        "may_run": request.viewer.may(Permission.RUN_NOTICES, division=notice.division),
        "may_object": notice.takes_objections(timezone.localdate()),
        "desk": desk or DeskForm(),
        "refusal": refusal,
    }
    status = 422 if refusal or desk else 200
    return render(request, "participation/notice.html", context, status=status)
