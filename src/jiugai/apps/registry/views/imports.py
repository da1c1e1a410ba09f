"""Pages of the import: files, columns, cells, preview, done."""

from typing import Any, Final, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.pace import paced
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.forms.imports import UploadForm
from jiugai.apps.registry.models import Import
from jiugai.apps.registry.queries import import_naming as naming
from jiugai.apps.registry.queries import imports as queries
from jiugai.apps.registry.services import import_downloads, import_undo, imports
from jiugai.apps.registry.services.import_files import Handed
from jiugai.apps.registry.services.import_reading import reading_of
from jiugai.kernel.errors import Refusal

PAGE: Final = 50
FOLDER: Final = "registry/imports/"


@require_http_methods(["GET", "HEAD", "POST"])
@permitted(Permission.IMPORT_LEDGER)
@paced("upload", most=60)
def listing(request: StaffRequest) -> HttpResponse:
    """Show imports, and take files in for a new one."""
    form = UploadForm(request.POST or None, request.FILES or None)
    refusal: Refusal | None = None
    if request.method == "POST" and form.is_valid():
        files = [Handed(one.name, one.file) for one in form.cleaned_data["files"]]
        try:
            division = request.viewer.division or ""
            return redirect(imports.start_import(files=files, division=division, by=request.user))
        except Refusal as error:
            refusal = error
    page = Paginator(Import.objects.select_related("by", "job"), PAGE).get_page(
        request.GET.get("page")
    )
    context = {"form": form, "refusal": refusal, "page": page}
    status = 422 if request.method == "POST" else 200
    return render(request, FOLDER + "list.html", context, status=status)


@require_GET
@permitted(Permission.IMPORT_LEDGER)
def one(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the screen that comes next for an import."""
    found = _import(pk)
    match found.state:
        case Import.State.COLUMNS:
            return _columns(request, found)
        case Import.State.CELLS:
            return _cells(request, found)
        case Import.State.PREVIEW:
            return _preview(request, found)
        case Import.State.STORED | Import.State.UNDONE:
            return _done(request, found)
        case Import.State.FAILED if found.counts.get("seen"):
            return _names(request, found)
        case _:
            return render(request, FOLDER + "working.html", {"one": found})


def _import(pk: int) -> Import:
    return get_object_or_404(Import.objects.select_related("by", "job", "undone_by"), pk=pk)


def _columns(request: StaffRequest, found: Import, **more: Any) -> HttpResponse:
    context = {"one": found, "sheets": queries.sheets_of(found), "typed": {}, **more}
    status = 422 if more else 200
    return render(request, FOLDER + "columns.html", context, status=status)


def _names(request: StaffRequest, found: Import, **more: Any) -> HttpResponse:
    typed = request.POST
    context = {
        "one": found,
        "file": found.counts["seen"]["file"],
        "sheets": naming.sheets_of(found, typed),
        "groups": naming.groups(),
        **more,
    }
    return render(request, FOLDER + "names.html", context, status=422 if more else 200)


def _cells(request: StaffRequest, found: Import) -> HttpResponse:
    kinds = queries.kinds_of(found)
    kind = request.GET.get("kind", kinds[0][0] if kinds else "")
    page = Paginator(cast("Any", queries.issues_of(found, kind)), PAGE).get_page(
        request.GET.get("page")
    )
    context = {"one": found, "kinds": kinds, "kind": kind, "page": page}
    return render(request, FOLDER + "cells.html", context)


def _preview(request: StaffRequest, found: Import, **more: Any) -> HttpResponse:
    counts = found.counts["compared"]["estate"]
    wanted = request.GET.get("part", "")
    part = wanted if wanted in queries.PARTS else _first_part(counts)
    pages = queries.PreviewPages(reading_of(found), part)
    context = {
        "one": found,
        "counts": counts,
        "below": found.counts["compared"]["building"],
        "part": part,
        "parts": [(name, counts.get(name, 0)) for name in queries.PARTS],
        "page": Paginator(cast("Any", pages), PAGE).get_page(request.GET.get("page")),
        "disputes": queries.disputes_of(found),
        "duplicates": queries.issues_of(found, "possible_duplicate")[:20],
        **more,
    }
    return render(request, FOLDER + "preview.html", context, status=422 if more else 200)


def _first_part(counts: dict[str, int]) -> str:
    order = ("conflicting", "changed", "new", "unchanged")
    return next((name for name in order if counts.get(name)), "new")


def _done(request: StaffRequest, found: Import, **more: Any) -> HttpResponse:
    page = Paginator(queries.estates_of(found).order_by("name", "id"), PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "one": found,
        "stored": found.counts.get("stored", {}),
        "page": page,
        "may_undo": request.viewer.may(Permission.UNDO_IMPORT),
        **more,
    }
    return render(request, FOLDER + "done.html", context, status=422 if more else 200)


@require_POST
@permitted(Permission.IMPORT_LEDGER)
def columns(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what columns mean and go on."""
    found = _import(pk)
    chosen = {}
    for number, sheet in enumerate(queries.sheets_of(found)):
        for column in sheet.columns:
            field = queries.field_of(number, column.letter)
            if f"fact-{field}" in request.POST:
                said = request.POST[f"fact-{field}"], request.POST.get(f"unit-{field}", "").strip()
                chosen[sheet.file, sheet.sheet, column.letter] = said
    try:
        return redirect(imports.choose_columns(pk=pk, chosen=chosen, by=request.user))
    except Refusal as refusal:
        return _columns(request, found, refusal=refusal, typed=request.POST)


@require_POST
@permitted(Permission.IMPORT_LEDGER)
def names(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what columns are that nobody could tell, and go on."""
    found = _import(pk)
    said = naming.said_in(found, request.POST)
    try:
        return redirect(imports.name_columns(pk=pk, said=said, by=request.user))
    except Refusal as refusal:
        if not found.counts.get("seen"):
            messages.warning(request, str(refusal))
            return redirect("registry:import", pk)
        return _names(request, found, refusal=refusal)


@require_POST
@permitted(Permission.IMPORT_LEDGER)
def cells(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep corrections; read again, or go on with the cells as they are."""
    typed = {
        name.removeprefix("fix:"): str(value)
        for name, value in request.POST.items()
        if name.startswith("fix:")
    }
    again = request.POST.get("then") == "again"
    try:
        found = imports.correct_cells(pk=pk, cells=typed, again=again, by=request.user)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
        return redirect("registry:import", pk)
    if not again:
        messages.success(request, _("更正已保存；重新读取后生效。"))
    kind, page = request.POST.get("kind", ""), request.POST.get("page", "1")
    return redirect(f"{found.get_absolute_url()}?kind={kind}&page={page}" if not again else found)


@require_POST
@permitted(Permission.IMPORT_LEDGER)
def go(request: StaffRequest, pk: int) -> HttpResponse:
    """Go to another screen."""
    return _or_back(request, pk, lambda: imports.go_on(pk=pk, to=request.POST.get("to", "")))


@require_POST
@permitted(Permission.IMPORT_LEDGER)
def again(request: StaffRequest, pk: int) -> HttpResponse:
    """Read the files again."""
    return _or_back(request, pk, lambda: imports.read_again(pk=pk, by=request.user))


@require_POST
@permitted(Permission.IMPORT_LEDGER)
def replaces(request: StaffRequest, pk: int) -> HttpResponse:
    """Say whose values this import replaces."""
    sources = [int(one) for one in request.POST.getlist("source") if one.isdecimal()]
    return _or_back(
        request, pk, lambda: imports.replace_sources(pk=pk, sources=sources, by=request.user)
    )


@require_POST
@permitted(Permission.IMPORT_LEDGER)
def store(request: StaffRequest, pk: int) -> HttpResponse:
    """Store an import."""
    return _or_back(request, pk, lambda: imports.start_storing(pk=pk, by=request.user))


@require_POST
@permitted(Permission.UNDO_IMPORT)
def undo(request: StaffRequest, pk: int) -> HttpResponse:
    """Take an import back, or say what stands in the way."""
    try:
        started = imports.start_undoing(pk=pk, by=request.user)
    except import_undo.Blocked as blocked:
        return _done(request, _import(pk), refusal=blocked)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
        return redirect("registry:import", pk)
    return redirect("jobs:job", started.job_id)


def _or_back(request: StaffRequest, pk: int, work: Any) -> HttpResponse:
    try:
        work()
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect("registry:import", pk)


@require_GET
@permitted(Permission.IMPORT_LEDGER)
def issues_csv(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out every issue as a table."""
    response = HttpResponse(
        import_downloads.issues_csv(_import(pk)), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="issues-{pk}.csv"'
    return response


@require_GET
@permitted(Permission.IMPORT_LEDGER)
def template(request: StaffRequest) -> FileResponse:
    """Hand out the empty workbook that a clerk fills in."""
    return FileResponse(
        import_downloads.template_workbook(), as_attachment=True, filename=_("旧改台账模板.xlsx")
    )
