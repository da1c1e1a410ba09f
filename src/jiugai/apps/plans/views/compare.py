"""Two or three scenarios side by side."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.plans.queries import studio
from jiugai.apps.plans.queries.comparing import compared


@require_GET
@permitted(Permission.VIEW_PLANS)
def page(request: StaffRequest) -> HttpResponse:
    """Show what two or three scenarios come to, and which estates they treat otherwise."""
    every = list(studio.scenarios_of(request.viewer.division or ""))
    named = {one for one in request.GET.getlist("s") if one.isdecimal()}
    chosen = [one for one in every if str(one.pk) in named][:3]
    found = compared(chosen)
    lacking = [one for one in chosen if one.pk not in found.solved]
    refusal = ""
    if lacking:
        refusal = _("“{name}”还没有结果，先求解再对照。").format(name=lacking[0].name)
    elif named and len(chosen) < 2:
        refusal = _("请勾选两个或三个方案。")
    context = {"every": every, "chosen": chosen, "found": found, "refusal": refusal}
    return render(request, "plans/compare.html", context)
