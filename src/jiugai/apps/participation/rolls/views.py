"""Pages of rolls of owners: upload, what was read, store, an empty roll."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
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
from jiugai.apps.participation.models import RollImport
from jiugai.apps.participation.rolls import services
from jiugai.apps.registry.models import Estate
from jiugai.consent.areas import parse_area
from jiugai.consent.template import write_vote_template
from jiugai.kernel.errors import Refusal, UsageError

#: Rows shown of those that would be stored.
SHOWN: Final = 200


class RollForm(forms.Form):
    """A file, and the area that it should come to."""

    file = forms.FileField(
        label=gettext_lazy("名册"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
        help_text=gettext_lazy("xlsx、xls 或 csv。"),
        max_length=300,
    )
    area_total = forms.CharField(
        label=gettext_lazy("申报的专有部分总面积（㎡）"),
        required=False,
        max_length=20,
        help_text=gettext_lazy("填了就核对合计，对不上的不入库。"),
    )

    def clean_area_total(self) -> int | None:
        """Return the area in dm²."""
        text = self.cleaned_data["area_total"]
        try:
            return parse_area(text) if text else None
        except UsageError as error:
            raise ValidationError(str(error)) from error


@require_http_methods(["GET", "POST"])
@permitted(Permission.IMPORT_LEDGER)
def imports(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the rolls of an estate that came in; take another."""
    estate = get_object_or_404(Estate, pk=pk)
    form = RollForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"estate": estate, "form": form}
    is_new = request.method == "GET"
    if not is_new and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            return redirect(
                services.upload(
                    estate=estate,
                    name=file.name,
                    content=file,
                    area_total=form.cleaned_data["area_total"],
                    by=request.user,
                )
            )
        except Refusal as refusal:
            context["refusal"] = refusal
    found = RollImport.objects.filter(estate=estate).select_related("made_by").defer("rows")
    context["imports"] = list(found[:50])
    status = 200 if is_new else 422
    return render(request, "participation/roll_imports.html", context, status=status)


@require_GET
@permitted(Permission.IMPORT_LEDGER)
def template(_request: StaffRequest) -> HttpResponseBase:
    """Give an empty workbook with the columns of a roll."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roll.xlsx"
        write_vote_template(path)
        content = path.open("rb")
    return FileResponse(content, as_attachment=True, filename="roll.xlsx")


@require_GET
@permitted(Permission.IMPORT_LEDGER)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what was read: flats that are new or changed, and doubtful rows with why."""
    return _show(request, _import(pk))


@require_POST
@permitted(Permission.IMPORT_LEDGER)
def store(request: StaffRequest, pk: int) -> HttpResponse:
    """Put the flats into the register."""
    one = _import(pk)
    try:
        services.store(pk=pk, by=request.user, on=timezone.localdate())
    except Refusal as refusal:
        return _show(request, one, refusal=refusal)
    messages.success(request, _("名册已入库。"))
    return redirect(one)


def _show(
    request: StaffRequest, one: RollImport, *, refusal: Refusal | None = None
) -> HttpResponse:
    found = services.found_of(one)
    context = {
        "one": one,
        "estate": one.estate,
        "found": found,
        "shown": found.ready[:SHOWN],
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return render(request, "participation/roll_import.html", context, status=status)


def _import(pk: int) -> RollImport:
    return get_object_or_404(RollImport.objects.select_related("estate", "stored_by"), pk=pk)
