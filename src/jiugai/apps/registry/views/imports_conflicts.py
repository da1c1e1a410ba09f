"""Pages of conflicts: what sources dispute, and how a person settles it."""

from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.forms.imports import SettleForm
from jiugai.apps.registry.models import Conflict
from jiugai.apps.registry.queries.imports import conflict_row, open_conflicts
from jiugai.apps.registry.services.settle import settle_conflict
from jiugai.kernel.errors import Refusal

PAGE: Final = 30


@require_GET
@permitted(Permission.SETTLE_CONFLICT)
def listing(request: StaffRequest) -> HttpResponse:
    """Show what waits for a person, or what was settled."""
    settled = request.GET.get("settled") == "1"
    page = Paginator(open_conflicts(settled=settled), PAGE).get_page(request.GET.get("page"))
    rows = [conflict_row(one) for one in page]
    context = {"page": page, "rows": rows, "settled": settled}
    return render(request, "registry/imports/conflicts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permitted(Permission.SETTLE_CONFLICT)
def one(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a conflict, and settle it."""
    conflict = get_object_or_404(Conflict.objects.select_related("estate", "source__by"), pk=pk)
    form = SettleForm(request.POST or None)
    refusal: Refusal | None = None
    if request.method == "POST" and form.is_valid():
        try:
            settle_conflict(pk=pk, **form.cleaned_data, by=request.user, on=timezone.localdate())
        except Refusal as error:
            refusal = error
        else:
            messages.success(request, _("冲突已处理，结论已重新判定。"))
            return redirect("registry:conflicts")
    context = {"row": conflict_row(conflict), "form": form, "refusal": refusal}
    status = 422 if request.method == "POST" else 200
    return render(request, "registry/imports/conflict.html", context, status=status)
