"""Pages of duties: the list, the matrix, one duty with its history, who answers for what."""

from typing import Any

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.conference.duties import queries, services
from jiugai.apps.conference.duties.export import export_duties
from jiugai.apps.conference.duties.forms import KIND_NAMES, Filters, UnitForm, UpdateForm
from jiugai.apps.conference.models import DutyReport, Unit
from jiugai.apps.projects.applications.forms import check
from jiugai.apps.registry.queries.places import name_of
from jiugai.apps.registry.services.documents import path_of
from jiugai.kernel.errors import Refusal

#: The matrix begins with the fifteen mechanisms.
USUAL = ("bj20", "mechanism")


def _place(request: StaffRequest) -> str:
    return queries.place_of(request.viewer.division or "")


def _sought(request: StaffRequest) -> tuple[Filters, queries.Sought]:
    form = Filters(request.GET, documents=queries.documents_of(_place(request)))
    form.is_valid()
    said = form.cleaned_data
    return form, queries.Sought(
        document=said.get("document", ""),
        kind=said.get("kind", ""),
        unit=said.get("unit", "").replace("\x00", "").strip(),
        state=said.get("state", ""),
        units=queries.units_of(request.user) if said.get("mine") else None,
    )


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def listing(request: StaffRequest) -> HttpResponse:
    """Show who owes what, by which clause, and how far it is."""
    on, place = timezone.localdate(), _place(request)
    form, sought = _sought(request)
    rows = queries.rows_of(place, sought, on)
    states = [one.state for row in rows for one in row.owed if one.leads]
    context = {
        "form": form,
        "rows": [(row, row.is_late(on)) for row in rows],
        "place": name_of(place),
        "kinds": KIND_NAMES,
        "counts": [
            (value, label, states.count(value)) for value, label in DutyReport.State.choices
        ],
        "silent": states.count(""),
        "may_register": request.viewer.may(Permission.HOLD_CONFERENCE),
    }
    return render(request, "conference/duties.html", context)


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def matrix(request: StaffRequest) -> HttpResponse:
    """Show units by duties of one kind of one text."""
    on, place = timezone.localdate(), _place(request)
    documents = queries.documents_of(place)
    choices = [
        (document.id, kind, len([1 for duty in document.duties if duty.kind == kind]))
        for document in documents
        for kind in queries.KINDS
        if any(duty.kind == kind for duty in document.duties)
    ]
    known = {(document, kind) for document, kind, _n in choices}
    asked = (request.GET.get("document", ""), request.GET.get("kind", ""))
    first = USUAL if USUAL in known else next(iter(choices), ("", "", 0))[:2]
    document, kind = asked if asked in known else first
    sought = queries.Sought(document=document, kind=kind)
    rows = queries.rows_of(place, sought, on) if document else []
    context = {
        "matrix": queries.matrix_of(rows),
        "choices": [(d, k, KIND_NAMES[k], n) for d, k, n in choices],
        "document": document,
        "kind": kind,
        "title": KIND_NAMES.get(kind, ""),
        "place": name_of(place),
    }
    return render(request, "conference/matrix.html", context)


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def export(request: StaffRequest) -> FileResponse:
    """Hand out a workbook of the duties that fit."""
    form, sought = _sought(request)
    on, place = timezone.localdate(), _place(request)
    said = [
        (str(form.fields[name].label), str(form.cleaned_data.get(name)))
        for name in form.fields
        if form.cleaned_data.get(name)
    ]
    file = export_duties(
        queries.rows_of(place, sought, on),
        filters=said,
        by=request.user,
        division=place,
        at=timezone.localtime(),
    )
    return FileResponse(file, as_attachment=True, filename=_("职责") + f"-{on}.xlsx")


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def duty(request: StaffRequest, duty: str) -> HttpResponse:
    """Show one duty: who owes it, what each said, and all that was said before."""
    return _show(request, _row(request, duty))


@require_POST
@permitted(Permission.UPDATE_DUTY)
def update(request: StaffRequest, duty: str) -> HttpResponse:
    """Say how far one's own unit is."""
    row = _row(request, duty)
    form = UpdateForm(request.POST, request.FILES, units=_mine(request, row))
    try:
        said = check(form)
        services.update_duty(
            row=row,
            **said,
            division=_place(request),
            by=request.user,
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        return _show(request, row, status=422, refusal=refusal, form=form)
    messages.success(request, _("已更新。"))
    return redirect("conference:duty", duty)


@require_GET
@permitted(Permission.VIEW_CONFERENCE)
def proof(request: StaffRequest, pk: int) -> FileResponse:
    """Hand out a file that a unit gave as evidence."""
    found = get_object_or_404(DutyReport.objects.exclude(file_sha256=""), pk=pk)
    return FileResponse(
        default_storage.open(path_of(found.file_sha256)),
        as_attachment=True,
        filename=found.file_name,
        content_type=found.file_kind,
        headers={"X-Content-Type-Options": "nosniff"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permitted(Permission.HOLD_CONFERENCE)
def units(request: StaffRequest) -> HttpResponse:
    """Show and say which organisation answers for which unit of the texts."""
    place = _place(request)
    names = queries.names_of_units(place)
    form = UnitForm(request.POST or None, division=place, names=names)
    refusal = None
    if request.method == "POST":
        try:
            services.name_unit(division=place, **check(form), by=request.user)
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("已登记。"))
            return redirect("conference:units")
    known = Unit.objects.select_related("organisation", "by")
    context = {"form": form, "units": known, "refusal": refusal, "place": name_of(place)}
    return render(request, "conference/units.html", context, status=422 if refusal else 200)


def _row(request: StaffRequest, duty: str) -> queries.Row:
    row = queries.find_duty(duty, _place(request), timezone.localdate())
    if row is None:
        raise Http404
    return row


def _mine(request: StaffRequest, row: queries.Row) -> list[str]:
    own = queries.units_of(request.user)
    return [one.unit for one in row.owed if one.unit in own]


def _show(
    request: StaffRequest, row: queries.Row, *, status: int = 200, **more: Any
) -> HttpResponse:
    mine = _mine(request, row)
    said = {one.unit: one.report for one in row.owed if one.report}
    last = said[mine[0]].pk if mine and mine[0] in said else 0
    context = {
        "row": row,
        "kind": KIND_NAMES[row.duty.kind],
        "late": row.is_late(timezone.localdate()),
        "history": DutyReport.objects.filter(duty=row.duty.id).select_related("by"),
        "may_update": bool(mine) and request.viewer.may(Permission.UPDATE_DUTY),
        "form": UpdateForm(units=mine, last=last),
        "refusal": None,
        **more,
    }
    return render(request, "conference/duty.html", context, status=status)
