"""The reserve pool: its page, its workbook, and estates nominated into a scenario."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.plans.forms.pool import PoolFilter
from jiugai.apps.plans.models import Scenario
from jiugai.apps.plans.queries.pool import RankedPool, State, ranked_pool, weights_shown
from jiugai.apps.plans.queries.studio import scenarios_of
from jiugai.apps.plans.services import scenarios
from jiugai.apps.plans.services.pool_export import export_pool
from jiugai.kernel.errors import InputError, JiugaiError, Refusal
from jiugai.web.htmx import fragment

PAGE = 50


@require_GET
@permitted(Permission.VIEW_PLANS)
def page(request: StaffRequest) -> HttpResponse:
    """Show who is ready, in what order, and what blocks the others."""
    return _page(request)


@require_GET
@permitted(Permission.VIEW_PLANS)
def export(request: StaffRequest) -> HttpResponse:
    """Hand out a workbook of what the page shows."""
    try:
        pool = _pool(request)
    except JiugaiError as refusal:
        return _page(request, refusal=refusal, status=422)
    form = PoolFilter(request.GET, streets=pool.streets)
    sought = form.sought()
    rows = [row for row in pool.rows if sought.fits(row)]
    file = export_pool(
        rows, by=request.user, division=request.viewer.division or "", at=timezone.localtime()
    )
    name = _("储备库 {day}.xlsx").format(day=timezone.localdate())
    return FileResponse(file, as_attachment=True, filename=name)  # type: ignore[return-value]


@require_POST
@permitted(Permission.MAKE_PLANS)
def nominate(request: StaffRequest) -> HttpResponse:
    """Put the ticked estates into a scenario."""
    number = request.POST.get("scenario", "")
    if not number.isdecimal():
        refusal = Refusal(_("请选择提名进哪个方案；还没有方案的，先在“计划”里新建一个。"))
        return _page(request, refusal=refusal, status=422)
    scenario = get_object_or_404(Scenario, pk=int(number))
    try:
        changed = scenarios.nominate(
            pk=scenario.pk,
            keys=request.POST.getlist("keys")[:1000],
            by=request.user,
            at=timezone.now(),
        )
    except JiugaiError as refusal:
        return _page(request, refusal=refusal, status=422)
    return redirect(changed)


def _pool(request: StaffRequest) -> RankedPool:
    return ranked_pool(request.viewer.division or "", _day())


def _day() -> date:
    return timezone.localdate()


def _page(
    request: StaffRequest, *, refusal: Exception | None = None, status: int = 200
) -> HttpResponse:
    pool: RankedPool | None = None
    try:
        pool = _pool(request)
    except (InputError, Refusal) as error:
        refusal, status = refusal or error, 422
    form = PoolFilter(request.GET, streets=pool.streets if pool else ())
    sought = form.sought()
    rows = [row for row in pool.rows if sought.fits(row)] if pool else []
    context: dict[str, Any] = {
        "form": form,
        "pool": pool,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "states": [(state, pool.counts[state]) for state in State] if pool else [],
        "weights": weights_shown(pool.weights) if pool else [],
        "refusal": refusal,
        "ticked": request.POST.getlist("keys"),
        "may_make": request.viewer.may(Permission.MAKE_PLANS),
        "scenarios": scenarios_of(request.viewer.division or ""),
        "query": request.GET.urlencode(),
    }
    return render(request, fragment(request, "plans/pool.html", "rows"), context, status=status)
