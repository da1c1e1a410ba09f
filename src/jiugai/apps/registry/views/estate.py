"""The page of one estate, and why a rule says what it says."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.models import Estate, Party
from jiugai.apps.registry.queries.estate_page import (
    LINE,
    estate_page,
    estates_with_all,
    facts_by_theme,
)
from jiugai.apps.registry.queries.findings import facts_of, findings_on, topics_in_words
from jiugai.apps.registry.queries.origins import origins_of
from jiugai.apps.registry.queries.succession import of_code, successor
from jiugai.apps.registry.queries.why import why as why_of
from jiugai.web.htmx import fragment


@require_GET
@permitted(Permission.VIEW_REGISTER)
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what an estate is, what the rules say, and what is missing."""
    return show(request, pk)


def show(
    request: StaffRequest, pk: int, *, refusal: object = None, status: int = 200
) -> HttpResponse:
    """Answer with the page of an estate, or lead to the one that it became part of."""
    estate = get_object_or_404(estates_with_all(), pk=pk)
    if estate.retired_on and (now := successor(estate)) is not None:
        return redirect(now)
    may = request.viewer.may
    context = {
        "page": estate_page(estate, day=timezone.localdate()),
        "estate": estate,
        "line": LINE,
        "topics": topics_in_words(),
        "refusal": refusal,
        "kinds": Party.Kind.choices,
        "may_edit": may(Permission.EDIT_REGISTER, division=estate.division),
        "may_reshape": may(Permission.RESHAPE_REGISTER, division=estate.division),
        "may_settle": may(Permission.SETTLE_CONFLICT, division=estate.division),
    }
    return render(request, "registry/estate.html", context, status=status)


@require_GET
@permitted(Permission.VIEW_REGISTER)
def by_code(request: StaffRequest, code: str) -> HttpResponse:
    """Lead to the estate that has a code, or that the estate with it became."""
    estate = of_code(code)
    if estate is None:
        raise Http404
    return redirect(estate)


@require_GET
@permitted(Permission.VIEW_REGISTER)
def why(request: StaffRequest, pk: int, rule: str) -> HttpResponse:
    """Show the conditions of a rule with the values of an estate."""
    estate = get_object_or_404(Estate.objects.prefetch_related("buildings"), pk=pk)
    law, findings = findings_on(estate, day=timezone.localdate())
    if rule not in findings:
        raise Http404
    context = {
        "thing": estate,
        "estate": estate,
        "edit_url": reverse("registry:edit", args=[pk]),
        "origins": origins_of(estate),
        "law": law,
        "why": why_of(findings[rule], law, facts_of(estate)),
        "may_edit": request.viewer.may(Permission.EDIT_REGISTER, division=estate.division),
    }
    return render(request, fragment(request, "registry/why.html", "why"), context)


@require_GET
@permitted(Permission.VIEW_REGISTER)
def facts(request: StaffRequest, pk: int) -> HttpResponse:
    """Show every fact that is known of an estate, and where each comes from."""
    estate = get_object_or_404(Estate, pk=pk)
    context = {"estate": estate, "themes": facts_by_theme(estate), "origins": origins_of(estate)}
    return render(request, "registry/facts.html", context)
