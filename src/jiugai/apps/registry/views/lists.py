"""Lists across estates: dangerous buildings, pipes, idle resources; and the search of all."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from jiugai.apps.accounts.pace import paced
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.registry.forms.below import BelowFilter, choices_of
from jiugai.apps.registry.models import DangerPlan, Pipe
from jiugai.apps.registry.queries.below import pipe_totals, pipes, resources
from jiugai.apps.registry.queries.danger import dangerous_buildings, open_ways
from jiugai.apps.registry.queries.findings import findings_below
from jiugai.apps.registry.queries.listing import page_of
from jiugai.apps.registry.queries.search import search_all
from jiugai.kernel.verdict import Verdict
from jiugai.policy.vocabulary import Resource as ResourceFacts
from jiugai.web.htmx import fragment


@require_GET
@permitted(Permission.VIEW_REGISTER)
def danger(request: StaffRequest) -> HttpResponse:
    """Show dangerous and simple buildings, worst first."""
    form = BelowFilter(
        request.GET,
        kinds=[("d", _("D级危房")), ("c", _("C级危房")), ("simple", _("简易楼"))],
        states=[("none", _("未定处置方式")), *DangerPlan.Route.choices],
    )
    found = dangerous_buildings(
        words=form.said("q"), danger=form.said("kind"), plan=form.said("state")
    )
    page = page_of(found, _number(request))
    ways = open_ways(page.rows, day=timezone.localdate())
    rows = [
        (
            building,
            [route.label for route in ways[building.pk]],
            getattr(building, "danger_plan", None),
        )
        for building in page.rows
    ]
    return _list(request, "registry/danger.html", form, page, rows=rows)


@require_GET
@permitted(Permission.VIEW_REGISTER)
def all_pipes(request: StaffRequest) -> HttpResponse:
    """Show pipes across estates, with their totals."""
    form = BelowFilter(request.GET, kinds=Pipe.Kind.choices, states=Pipe.Condition.choices)
    found = pipes(words=form.said("q"), kind=form.said("kind"), condition=form.said("state"))
    page = page_of(found, _number(request))
    return _list(request, "registry/pipes.html", form, page, totals=pipe_totals(found))


@require_GET
@permitted(Permission.VIEW_REGISTER)
def all_resources(request: StaffRequest) -> HttpResponse:
    """Show idle resources across estates, with the uses that rules open."""
    form = BelowFilter(
        request.GET,
        kinds=choices_of(ResourceFacts.kind.choices, "")[1:],
        states=choices_of(ResourceFacts.owner_kind.choices, "")[1:],
    )
    form.fields["state"].label = _("产权人")
    found = resources(words=form.said("q"), kind=form.said("kind"), owner=form.said("state"))
    page = page_of(found, _number(request))
    today = timezone.localdate()
    rows = []
    for resource in page.rows:
        _law, _facts, findings = findings_below(resource, day=today)
        rows.append((resource, [f for f in findings.values() if f.verdict is Verdict.MET]))
    facts = [ResourceFacts.kind, ResourceFacts.owner_kind]
    return _list(request, "registry/resources.html", form, page, rows=rows, facts=facts)


@require_GET
@permitted(Permission.VIEW_REGISTER)
@paced("search", most=120, method="GET")
def search(request: StaffRequest) -> HttpResponse:
    """Find estates, buildings and organisations by name, address, code or initials."""
    words = request.GET.get("q", "").strip()[:60]
    context = {"words": words, "found": search_all(words)}
    return render(request, fragment(request, "registry/search.html", "found"), context)


def _number(request: StaffRequest) -> int:
    number = request.GET.get("page", "")
    return int(number) if number.isdecimal() and len(number) < 9 else 1


def _list(
    request: StaffRequest, template: str, form: BelowFilter, page: Any, **more: Any
) -> HttpResponse:
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {"form": form, "page": page, "query": asked.urlencode(), **more}
    return render(request, fragment(request, template, "rows"), context)
