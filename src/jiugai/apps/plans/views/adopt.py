"""Adopt a result: what it would change, what changed since, and the form."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.plans.forms.pool import AdoptForm
from jiugai.apps.plans.models import Result
from jiugai.apps.plans.queries.adopting import Adopting, adopting
from jiugai.apps.plans.services.adopt import Said, adopt
from jiugai.kernel.errors import JiugaiError


@require_http_methods(["GET", "POST"])
@permitted(Permission.ADOPT_PLANS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what adopting a result means, and adopt it."""
    result = get_object_or_404(
        Result.objects.select_related("run__scenario", "run__by").defer("workbook"), pk=pk
    )
    form = AdoptForm(request.POST or None, initial={"name": result.run.scenario.name})
    if request.method == "GET":
        return _page(request, result, form, adopting(result))
    refusal = None
    if form.is_valid():
        try:
            plan = adopt(
                run=pk, said=Said(**form.cleaned_data), by=request.user, on=timezone.localdate()
            )
            return redirect(plan)
        except JiugaiError as error:
            refusal = error
    return _page(request, result, form, adopting(result), refusal=refusal, status=422)


def _page(
    request: StaffRequest,
    result: Result,
    form: AdoptForm,
    found: Adopting,
    *,
    refusal: JiugaiError | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"result": result, "form": form, "found": found, "refusal": refusal}
    return render(request, "plans/adopt.html", context, status=status)
