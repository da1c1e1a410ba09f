"""Pages of property service: the list, a beginning, one service."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.owners.bodies.standing import signing_body
from jiugai.apps.owners.listing import list_context
from jiugai.apps.owners.models import PropertyService
from jiugai.apps.owners.queries import Sought, services_that_fit
from jiugai.apps.owners.ruled import clause_from
from jiugai.apps.owners.service import forms, services
from jiugai.apps.owners.service.facts import checks_of
from jiugai.apps.owners.service.marks import marks_of
from jiugai.apps.registry.models import Estate
from jiugai.apps.surveys.residents.answering import spoken
from jiugai.kernel.errors import Refusal

State = PropertyService.State


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the property services of the viewer's division, what is due first before the rest."""
    today = timezone.localdate()
    context = list_context(
        request, forms.WHICH, lambda said: services_that_fit(Sought(**said), on=today)
    )
    return render(request, "owners/services.html", context | {"today": today})


@require_http_methods(["GET", "POST"])
@permitted(Permission.RUN_SERVICE)
def start(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that a company begins to serve an estate."""
    estate = get_object_or_404(Estate, pk=pk)
    today = timezone.localdate()
    form = forms.StartForm(request.POST or None, estate=estate, initial={"since": today})
    context: dict[str, Any] = {"estate": estate, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(
                services.start(estate=estate, said=form.cleaned_data, by=request.user, on=today)
            )
        except Refusal as refusal:
            context["refusal"] = refusal
    status = 200 if request.method == "GET" else 422
    return render(request, "owners/start_service.html", context, status=status)


@require_GET
@permitted(Permission.VIEW_RESIDENTS)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a service: its days, its record, what residents say, what comes next."""
    return show(request, service_of(pk))


def service_of(pk: int) -> PropertyService:
    """Return a service with what it hangs on, or answer that there is none."""
    found = PropertyService.objects.select_related("estate", "company", "vote", "body", "contract")
    return get_object_or_404(found, pk=pk)


def show(
    request: StaffRequest, service: PropertyService, *, status: int = 200, **more: Any
) -> HttpResponse:
    """Answer with the page of a service; `more` holds a form that was refused, and why."""
    today = timezone.localdate()
    may = request.viewer.may
    may_run = may(Permission.RUN_SERVICE, division=service.division) and not service.ended_on
    context = {
        "service": service,
        "estate": service.estate,
        "today": today,
        "checks": checks_of(service, on=service.ended_on or today),
        "due_clause": clause_from(service.due_clause),
        "entries": service.entries.select_related("by", "document"),
        "steps": [(one, clause_from(one.clause)) for one in service.steps.select_related("by")],
        "marks": marks_of(service, on=today, language=spoken()),
        "body": signing_body(service.estate),
        "may_run": may_run,
        "may_call": may_run and may(Permission.RUN_VOTES, division=service.division),
        "may_sign": may_run and (service.state == State.CARRIED or _is_market(service)),
    }
    if may_run:
        context |= _forms(service)
    return render(request, "owners/service.html", context | more, status=status)


def _is_market(service: PropertyService) -> bool:
    return service.kind == PropertyService.Kind.MARKET and service.state == State.RUNNING


def _forms(service: PropertyService) -> dict[str, Any]:
    today = {"day": timezone.localdate()}
    return {
        "noting": forms.NoteForm(initial=today),
        "posting": forms.DayForm(initial=today),
        "signing": forms.ContractForm(initial={"signed_on": today["day"]}),
        "filing": forms.FilingForm(initial=today),
        "ending": forms.EndServiceForm(initial=today),
    }
