"""The record: its list, and one line with what changed and the proof that it is sealed."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.audit.forms import RecordFilter
from jiugai.apps.audit.models import Line
from jiugai.apps.audit.proof import inclusion_of
from jiugai.apps.audit.queries import last_block, last_verification, page_of_record
from jiugai.apps.audit.subjects import address_of
from jiugai.web.htmx import fragment


@require_GET
@permitted(Permission.READ_RECORD)
def listing(request: StaffRequest) -> HttpResponse:
    """Show who did what, the latest first, and up to where the record is proved."""
    form = RecordFilter(request.GET)
    before = request.GET.get("before", "")
    page = page_of_record(form.sought(), before=int(before) if before.isdecimal() else None)
    asked = request.GET.copy()
    asked.pop("before", None)
    context = {
        "form": form,
        "page": page,
        "asked": asked.urlencode(),
        "sealed": last_block(),
        "verified": last_verification(),
        "may_verify": request.viewer.may(Permission.VERIFY_RECORD),
    }
    return render(request, fragment(request, "audit/record.html", "rows"), context)


@require_GET
@permitted(Permission.READ_RECORD)
def one(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a line: what changed, why, and the way from it to the root of its block."""
    line = get_object_or_404(Line, pk=pk)
    context = {
        "line": line,
        "address": address_of(line),
        "may_replay": line.subject == "registry.estate"
        and request.viewer.may(Permission.VERIFY_RECORD),
        "inclusion": inclusion_of(line.pk),
    }
    return render(request, "audit/line.html", context)
