"""Policies tried on the register: what is proposed, what it would do, kept as a scenario."""

import io

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.plans.forms.trials import TrialForm, begun
from jiugai.apps.plans.models import Trial
from jiugai.apps.plans.queries.law import documents_said
from jiugai.apps.plans.services import trials
from jiugai.kernel.errors import JiugaiError


@require_http_methods(["GET", "POST"])
@permitted(Permission.MAKE_PLANS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the policies that were tried, and try another."""
    division, today = request.viewer.division or "", timezone.localdate()
    asked = [request.GET.getlist(name) for name in ("number", "adopt", "without")]
    begin = begun(*asked)
    form = TrialForm(request.POST or None, division=division, day=today, begin=begin)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            trial = trials.start_trial(
                name=form.cleaned_data["name"],
                division=division,
                day=today,
                proposal=form.proposal(),
                scenario=form.cleaned_data["scenario"],
                by=request.user,
            )
            return redirect(trial)
        except JiugaiError as error:
            refusal = error
    found = Trial.objects.filter(division=division).select_related("by", "job")
    context = {
        "form": form,
        "refusal": refusal,
        "trials": [
            (one, documents_said({"proposal": one.proposal}))
            for one in found.defer("outcome", "workbook")[:50]
        ],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/trials.html", context, status=status)


@require_GET
@permitted(Permission.MAKE_PLANS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what a proposal would do."""
    trial = get_object_or_404(Trial.objects.select_related("by", "job", "scenario"), pk=pk)
    proposal = documents_said({"proposal": trial.proposal})
    return render(request, "plans/trial.html", {"trial": trial, "proposal": proposal})


@require_GET
@permitted(Permission.MAKE_PLANS)
def workbook(_request: StaffRequest, pk: int) -> FileResponse:
    """Hand out the workbook of a trial."""
    trial = get_object_or_404(Trial, pk=pk)
    if trial.workbook is None:
        raise Http404
    return FileResponse(
        io.BytesIO(bytes(trial.workbook)), as_attachment=True, filename=f"{trial.name}.xlsx"
    )


@require_POST
@permitted(Permission.MAKE_PLANS)
def keep(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep a proposal as a scenario."""
    trial = get_object_or_404(Trial.objects.select_related("scenario"), pk=pk)
    try:
        made = trials.keep_as_scenario(trial=trial, by=request.user, at=timezone.now())
    except JiugaiError as refusal:
        return render(request, "plans/refused.html", {"refusal": refusal}, status=422)
    return redirect(made)
