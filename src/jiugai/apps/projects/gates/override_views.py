"""Pages on which a gate is overridden, and an override ended."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.gates.forms import ReasonForm
from jiugai.apps.projects.gates.override import end_override, override
from jiugai.apps.projects.models import Override, Project
from jiugai.kernel.errors import Refusal
from jiugai.policy.rulebook import rulebook


@require_http_methods(["GET", "POST"])
@permitted(Permission.OVERRIDE_GATE)
def let_through(request: StaffRequest, pk: int, rule: str) -> HttpResponse:
    """Let a project pass a gate that no rule opened."""
    project = get_object_or_404(Project.objects.select_related("estate"), pk=pk)
    gate = get_object_or_404(project.gates.select_related("override__by"), rule=rule)
    form = ReasonForm(request.POST or None)
    context: dict[str, Any] = {
        "form": form,
        "project": project,
        "gate": gate,
        "rule": rulebook().rules[rule],
    }
    if request.method == "POST" and form.is_valid():
        try:
            override(
                project=project,
                rule=rule,
                reason=form.cleaned_data["reason"],
                by=request.user,
                on=timezone.localdate(),
            )
            return redirect("projects:gate", pk, rule)
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "projects/gates/override.html", context, status=status)


@require_http_methods(["GET", "POST"])
@permitted(Permission.OVERRIDE_GATE)
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """End an override."""
    found = get_object_or_404(
        Override.objects.select_related("project__estate", "by", "ended_by"), pk=pk
    )
    form = ReasonForm(request.POST or None)
    context: dict[str, Any] = {
        "form": form,
        "override": found,
        "project": found.project,
        "rule": rulebook().rules.get(found.rule),
    }
    if request.method == "POST" and form.is_valid():
        try:
            end_override(
                pk=pk,
                why=form.cleaned_data["reason"],
                by=request.user,
                on=timezone.localdate(),
            )
            return redirect("projects:gate", found.project_id, found.rule)
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "projects/gates/end_override.html", context, status=status)
