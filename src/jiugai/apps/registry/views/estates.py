"""The list of estates."""

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.forms.filters import FilterForm
from jiugai.apps.registry.queries.estates import find_estates
from jiugai.web.htmx import fragment

PAGE: Final = 50


@require_GET
@permitted(Permission.VIEW_REGISTER)
def listing(request: StaffRequest) -> HttpResponse:
    """Show the estates that fit the filters, a page at a time."""
    form = FilterForm(request.GET)
    page = Paginator(find_estates(form.wanted()), PAGE).get_page(request.GET.get("page"))
    template = fragment(request, "registry/estates.html", "rows")
    return render(request, template, {"form": form, "page": page})
