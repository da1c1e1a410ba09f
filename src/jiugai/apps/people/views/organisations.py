"""The list of organisations, and the form of one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.people import queries
from jiugai.apps.people.forms import OrganisationForm, OrganisationSearch, division_choices
from jiugai.apps.people.services.organisations import keep_organisation
from jiugai.kernel.errors import Refusal

PAGE = 50
KEPT = ("name", "kind", "credit_code", "division", "address")


@require_GET
@permitted(Permission.MANAGE_PEOPLE)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the organisations of a division."""
    search = OrganisationSearch(request.GET)
    search.is_valid()
    said = search.cleaned_data
    found = queries.organisations_in(
        request.viewer.division or "", words=said.get("q", ""), kind=said.get("kind", "")
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "people/organisations.html", {"search": search, "page": page})


@permitted(Permission.MANAGE_PEOPLE)
def keep(request: StaffRequest, pk: int | None = None) -> HttpResponse:
    """Add an organisation, or change one."""
    here = request.viewer.division or ""
    known = queries.organisations_in(here).filter(pk=pk).first() if pk else None
    if pk and known is None:
        raise Http404
    initial = {name: getattr(known, name) for name in KEPT} if known else {"division": here}
    form = OrganisationForm(request.POST or None, initial=initial)
    context: dict[str, object] = {
        "form": form,
        "organisation": known,
        "divisions": division_choices(here),
    }
    if request.method != "POST" or not form.is_valid():
        return _form(request, context)
    try:
        kept = keep_organisation(organisation=pk, **form.cleaned_data, by=request.viewer)
    except Refusal as refusal:
        return _form(request, context | {"refusal": refusal})
    messages.success(request, _("“{name}”已保存。").format(name=kept))
    return redirect("people:organisations")


def _form(request: StaffRequest, context: dict[str, object]) -> HttpResponse:
    form = context["form"]
    refused = "refusal" in context or (isinstance(form, OrganisationForm) and form.errors)
    return render(request, "people/organisation.html", context, status=422 if refused else 200)
