"""Pages of ticket files: upload, what was read, store, take back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.demands.ledger.repeats import Likely, likely_repeats
from jiugai.apps.demands.models import Demand, TicketImport
from jiugai.apps.demands.tickets import services
from jiugai.apps.demands.tickets.matching import match
from jiugai.apps.demands.tickets.reading import TITLES
from jiugai.apps.jobs.services import start
from jiugai.kernel.errors import Refusal
from jiugai.reporting.workbook import list_workbook

#: Rows shown of each sort, and stored demands held against others at once.
SHOWN, COMPARED = 100, 30


class UploadForm(forms.Form):
    """One workbook."""

    file = forms.FileField(
        label=gettext_lazy("工单文件"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
        help_text=gettext_lazy("12345 系统导出的 xlsx、xls 或 csv，最多 10,000 行。"),
        max_length=300,
    )


@require_http_methods(["GET", "POST"])
@permitted(Permission.TAKE_DEMANDS)
def imports(request: StaffRequest) -> HttpResponse:
    """Show the files of tickets that came in; take another."""
    form = UploadForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form}
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                return redirect(
                    services.read(
                        name=file.name,
                        content=file,
                        division=request.viewer.division or "",
                        by=request.user,
                    )
                )
            except Refusal as refusal:
                context["refusal"] = refusal
    found = Paginator(TicketImport.objects.select_related("by").defer("rows"), 50)
    context |= {"page": found.get_page(request.GET.get("page")), "titles": TITLES}
    return render(request, "demands/imports.html", context, status=status)


@require_GET
@permitted(Permission.TAKE_DEMANDS)
def template(_request: StaffRequest) -> HttpResponseBase:
    """Give an empty workbook with our names of the columns."""
    file, _count = list_workbook(
        _("工单"), head=[], headings=[str(title) for title in TITLES.values()], rows=[]
    )
    return FileResponse(file, as_attachment=True, filename="tickets.xlsx")


@require_GET
@permitted(Permission.TAKE_DEMANDS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what was read of a file: columns, new, known and doubtful rows."""
    return _show(request, _import(pk))


@require_POST
@permitted(Permission.TAKE_DEMANDS)
def store(request: StaffRequest, pk: int) -> HttpResponse:
    """Put the new tickets into the ledger; many at a time in the background."""
    one = _import(pk)
    if len(services.tickets_of(one)) > services.AT_ONCE:
        job = start(
            "demands.store",
            title=_("工单入库 {title}").format(title=one.title),
            by=request.user,
            division=one.division,
            arguments={"pk": one.pk},
        )
        return redirect("jobs:job", job.pk)
    try:
        done = services.store(pk=pk, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return _show(request, one, refusal=refusal)
    messages.success(request, _("已入库 {n} 件。").format(n=done.counts["stored"]))
    return redirect(done)


@require_POST
@permitted(Permission.RUN_DEMANDS)
def undo(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a stored import back."""
    one = _import(pk)
    try:
        services.undo(pk=pk, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return _show(request, one, refusal=refusal)
    return redirect(one)


def _import(pk: int) -> TicketImport:
    return get_object_or_404(TicketImport.objects.select_related("by"), pk=pk)


def _show(
    request: StaffRequest, one: TicketImport, *, refusal: Refusal | None = None
) -> HttpResponse:
    found = match(services.tickets_of(one))
    stored = list(one.demands.select_related("estate").order_by("id")[:SHOWN])
    context = {
        "one": one,
        "columns": [(TITLES[name], heading) for name, heading in one.columns.items()],
        "lacking": [title for name, title in TITLES.items() if name not in one.columns],
        "counts": services.counts_of(found) if found else one.counts,
        "new": [row for row in found if row.is_new][:SHOWN],
        "doubtful": [row for row in found if row.wrong][:SHOWN],
        "known": [row for row in found if row.known and not row.wrong][:SHOWN],
        "stored": stored,
        "likely": _likely(stored),
        "shown": SHOWN,
        "may_undo": request.viewer.may(Permission.RUN_DEMANDS, division=one.division),
        "refusal": refusal,
    }
    return render(request, "demands/import.html", context, status=422 if refusal else 200)


def _likely(stored: list[Demand]) -> list[tuple[Demand, list[Likely]]]:
    """Return the first stored demands that nobody linked, with what they may repeat."""
    alone = [one for one in stored if not one.is_repeat and not one.is_over][:COMPARED]
    found = [(one, likely_repeats(one.text, estate=one.estate, but=one, most=2)) for one in alone]
    return [(one, likely) for one, likely in found if likely]
