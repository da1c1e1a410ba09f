"""A household reads a notice, objects with a reason, and reads the answer."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jiugai.apps.participation.models import Notice, Objection
from jiugai.apps.participation.notices import services
from jiugai.apps.participation.notices.forms import ObjectionForm
from jiugai.apps.participation.residents.access import ResidentRequest, for_residents
from jiugai.apps.participation.residents.frame import page as shown
from jiugai.kernel.errors import Refusal


@require_http_methods(["GET", "POST"])
@for_residents
def notice(request: ResidentRequest, pk: int) -> HttpResponse:
    """Show a notice of the household's estate; take what it says against it."""
    estate = request.household.building.estate_id
    found = Notice.objects.filter(pk=pk, estate=estate).exclude(state=Notice.State.DRAFT).first()
    if found is None:
        raise Http404
    today = timezone.localdate()
    services.see(notice=found, household=request.household, on=today)
    form = ObjectionForm(request.POST or None)
    context = {
        "notice": found,
        "form": form,
        "today": today,
        "may_object": found.takes_objections(today),
        "mine": Objection.objects.filter(notice=found, household=request.household),
    }
    if request.method == "POST" and form.is_valid():
        try:
            services.object_to(
                notice=found,
                household=request.household,
                text=form.cleaned_data["text"],
                by=None,
                at=timezone.now(),
            )
            return redirect("participation:my_notice", pk)
        except Refusal as refusal:
            context["refusal"] = refusal
    return shown(request, "notice.html", context, is_new=request.method == "GET")
