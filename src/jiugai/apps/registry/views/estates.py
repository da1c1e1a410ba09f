"""The list of estates, its saved views and its workbook."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.jobs.models import Job
from jiugai.apps.jobs.services import start
from jiugai.apps.registry.forms.filters import FilterForm
from jiugai.apps.registry.models import SavedView
from jiugai.apps.registry.queries.columns import COLUMNS
from jiugai.apps.registry.queries.estates import fitting
from jiugai.apps.registry.queries.listing import page_of_estates
from jiugai.apps.registry.queries.places import places_within
from jiugai.apps.registry.services import saved_views
from jiugai.apps.registry.services.export import AT_ONCE, export_estates, path_of
from jiugai.kernel.errors import Refusal
from jiugai.web.htmx import fragment

PAGE = "registry/estates.html"


@require_GET
@permitted(Permission.VIEW_REGISTER)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the estates that fit the filters, a page at a time."""
    return _answer(request, request.GET)


@require_http_methods(["GET", "POST"])
@permitted(Permission.EXPORT_REGISTER)
def export(request: StaffRequest) -> HttpResponseBase:
    """Hand out a workbook of exactly what the list shows; a long one is written by a job."""
    form, division = _form(request, request.GET), request.viewer.division or ""
    if fitting(form.wanted())[: AT_ONCE + 1].count() > AT_ONCE:
        return _export_by_job(request, division)
    file = export_estates(
        form.wanted(),
        columns=form.columns,
        filters=form.in_words(),
        by=request.user,
        division=division,
        at=timezone.localtime(),
    )
    return FileResponse(file, as_attachment=True, filename=_workbook_name())


def _export_by_job(request: StaffRequest, division: str) -> HttpResponse:
    query = request.GET.urlencode()
    if request.method == "GET":  # a link must not start work
        messages.info(request, _("小区较多，请点“导出 Excel”，将在后台生成。"))
        return redirect(f"{_list_url()}?{query}")
    return redirect(
        start(
            "registry.export",
            title=_("导出小区清单"),
            by=request.user,
            division=division,
            arguments={"query": query},
        )
    )


@require_GET
@permitted(Permission.EXPORT_REGISTER)
def exported(request: StaffRequest, pk: int) -> HttpResponseBase:
    """Hand out what a job wrote, to the person who started it."""
    job = get_object_or_404(Job, pk=pk, by=request.user, kind="registry.export")
    try:
        file = default_storage.open(path_of(job.pk))
    except FileNotFoundError as error:
        raise Http404(_("导出的文件已过保存期，请重新导出。")) from error
    return FileResponse(file, as_attachment=True, filename=_workbook_name())


def _workbook_name() -> str:
    return _("小区清单 %(day)s.xlsx") % {"day": timezone.localdate()}


@require_POST
@permitted(Permission.VIEW_REGISTER)
def save_view(request: StaffRequest) -> HttpResponse:
    """Keep filters, columns and order under a name."""
    query = request.POST.get("query", "")
    try:
        saved_views.save(name=request.POST.get("name", ""), query=query, by=request.user)
    except Refusal as refusal:
        return _answer(request, QueryDict(query), refusal=refusal, refused=0)
    return redirect(f"{_list_url()}?{query}")


@require_POST
@permitted(Permission.VIEW_REGISTER)
def rename_view(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a saved view another name."""
    view = get_object_or_404(SavedView, pk=pk, person=request.user)
    try:
        saved_views.rename(pk=pk, name=request.POST.get("name", ""), by=request.user)
    except Refusal as refusal:
        return _answer(request, QueryDict(view.query), refusal=refusal, refused=pk)
    return redirect(f"{_list_url()}?{view.query}")


@require_POST
@permitted(Permission.VIEW_REGISTER)
def delete_view(request: StaffRequest, pk: int) -> HttpResponse:
    """Forget a saved view."""
    get_object_or_404(SavedView, pk=pk, person=request.user)
    saved_views.delete(pk=pk, by=request.user)
    return redirect(_list_url())


def _list_url() -> str:
    return reverse("registry:estates")


def _form(request: StaffRequest, asked: QueryDict) -> FilterForm:
    scope = request.viewer.division or ""
    return FilterForm(asked, scope=scope, places=places_within(scope, asked.get("division", "")))


def _answer(
    request: StaffRequest,
    asked: QueryDict,
    *,
    refusal: Refusal | None = None,
    refused: int | None = None,
) -> HttpResponse:
    """Answer with the list; `refused` is the key of a view whose name was, 0 for a new one."""
    form = _form(request, asked)
    number = asked.get("page", "")
    page = page_of_estates(form.wanted(), int(number) if number.isdecimal() else 1)
    context: dict[str, Any] = {
        "form": form,
        "page": page,
        "columns": [(column, _sort(asked, column.order)) for column in form.columns],
        "cells": [
            (estate, [(c, c.value(estate)) for c in form.columns[1:]]) for estate in page.rows
        ],
        "all_columns": [(one, one.id in form.chosen) for one in COLUMNS.values()],
        "views": SavedView.objects.filter(person=request.user),
        "in_words": form.in_words(),
        "query": _without(asked, "page"),
        "unordered": _without(asked, "page", "order", "backwards"),
        "refusal": refusal,
        "refused": refused,
        "may_export": request.viewer.may(Permission.EXPORT_REGISTER),
        "may_import": request.viewer.may(Permission.IMPORT_LEDGER),
    }
    if refusal is not None:
        return render(request, PAGE, context, status=422)
    return render(request, fragment(request, PAGE, "rows"), context)


def _without(asked: QueryDict, *names: str) -> str:
    kept = [(name, value) for name, values in asked.lists() for value in values if value]
    return urlencode([(name, value) for name, value in kept if name not in names])


def _sort(asked: QueryDict, order: str) -> dict[str, Any] | None:
    """Return where a heading leads: the list in its order, or backwards if it is that already."""
    if not order:
        return None
    is_used = (asked.get("order") or "name") == order
    backwards = bool(asked.get("backwards"))
    more = {"order": order} | ({"backwards": "on"} if is_used and not backwards else {})
    rest = _without(asked, "page", "order", "backwards")
    said = ("descending" if backwards else "ascending") if is_used else ""
    return {"query": "&".join(filter(None, (rest, urlencode(more)))), "said": said}
