"""The page on which an estate is assigned as a task."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.applications.drafts import open_application_of
from jiugai.apps.projects.assigned.services import assign_task, clause_of_task
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal


class TaskForm(forms.Form):
    """By what, and why."""

    basis = forms.CharField(
        label=gettext_lazy("依据"),
        max_length=200,
        help_text=gettext_lazy("下达任务的文号、会议纪要"),
    )
    reason = forms.CharField(
        label=gettext_lazy("下达理由"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permitted(Permission.ASSIGN_TASK)
def assign(request: StaffRequest, pk: int) -> HttpResponse:
    """Assign an estate as a task."""
    estate = get_object_or_404(Estate, pk=pk, retired_on=None)
    form = TaskForm(request.POST or None)
    refusal: Refusal | None = None
    if form.is_valid():
        try:
            task = assign_task(
                estate=estate, **form.cleaned_data, by=request.user, on=timezone.localdate()
            )
        except Refusal as error:
            refusal = error
        else:
            messages.success(
                request,
                _("任务已下达，项目 {number} 已立项。").format(number=task.project.number),
            )
            return redirect(task.project)
    context = {
        "estate": estate,
        "form": form,
        "refusal": refusal,
        "clause": clause_of_task(estate.division, timezone.localdate()),
        "application": open_application_of(estate),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "projects/assign.html", context, status=status)
