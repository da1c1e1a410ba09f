"""The page of a gate on the parts of the works."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.gates.asked import facts_of_gate
from jiugai.apps.projects.gates.parts.cover import Kind, cover
from jiugai.apps.projects.gates.parts.forms import CoverForm
from jiugai.apps.projects.gates.parts.queries import PartsOfItem, part_gate, parts_by_item
from jiugai.apps.projects.gates.parts.records import part_records
from jiugai.apps.projects.gates.queries import Gate
from jiugai.apps.projects.models import Project
from jiugai.apps.registry.law import law_for
from jiugai.apps.registry.services.edit import Unfit
from jiugai.kernel.errors import Refusal
from jiugai.policy.rule import Rule
from jiugai.web.htmx import fragment


def show(request: StaffRequest, project: Project, rule: str) -> HttpResponse:
    """Show each chosen part, what its residents agreed to, and what speaks for that."""
    return _show(request, project, _gate(project, rule))


def why(request: StaffRequest, project: Project, rule: str) -> HttpResponse:
    """Show the parts alone, as what the verdict on the project rests on."""
    gate = _gate(project, rule)
    context = {
        "project": project,
        "gate": _kept(project, gate),
        "items": parts_by_item(project, gate, day=timezone.localdate()),
    }
    template = fragment(request, "projects/gates/parts_why.html", "parts")
    return render(request, template, context)


def supply(request: StaffRequest, project: Project, rule: str) -> HttpResponse:
    """Take in evidence for parts."""
    gate = _gate(project, rule)
    items = parts_by_item(project, gate, day=timezone.localdate())
    forms = _forms(request, project, gate, items, asked=request.POST.get("kind", ""))
    form = forms.get(request.POST.get("kind", ""))
    if form is None:
        raise Http404
    if not form.is_valid():
        return _show(request, project, gate, forms=forms, opened=form, status=422)
    try:
        evidence = cover(
            project=project,
            rule=rule,
            said=form.covering(),
            by=request.user,
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        for name, problem in refusal.problems.items() if isinstance(refusal, Unfit) else ():
            form.add_error(f"fact-{name}" if f"fact-{name}" in form.fields else None, problem)
        return _show(request, project, gate, forms=forms, opened=form, refusal=refusal, status=422)
    return redirect(evidence)


def _gate(project: Project, rule: str) -> Rule:
    found = part_gate(project, rule, day=timezone.localdate())
    if found is None:
        raise Http404
    return found


def _kept(project: Project, gate: Rule) -> Gate:
    state = project.gates.select_related("override__by").filter(rule=gate.id).first()
    return Gate(gate, state)


def _forms(
    request: StaffRequest,
    project: Project,
    gate: Rule,
    items: list[PartsOfItem],
    *,
    asked: str = "",
) -> dict[str, CoverForm]:
    """Return a form for each kind of evidence; records only where the system knows some."""
    today = timezone.localdate()
    records = part_records(project.estate, day=today)
    facts = facts_of_gate(law_for(project.division, today), gate)
    return {
        kind.value: CoverForm(
            kind,
            *((request.POST, request.FILES) if kind.value == asked else (None, None)),
            facts=facts,
            records=records,
            items=items,
            today=today,
        )
        for kind in Kind
        if records or kind is not Kind.RECORD
    }


def _show(
    request: StaffRequest,
    project: Project,
    gate: Rule,
    *,
    forms: dict[str, CoverForm] | None = None,
    opened: CoverForm | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    may = request.viewer.may
    is_open = project.closed_on is None
    may_supply = is_open and may(Permission.SUPPLY_EVIDENCE, division=project.division)
    items = parts_by_item(project, gate, day=timezone.localdate())
    shown = forms or (_forms(request, project, gate, items) if may_supply and items else {})
    evidence = project.evidence.filter(rule=gate.id).select_related(
        "by", "withdrawn_by", "document"
    )
    events = project.gate_events.filter(rule=gate.id)
    context = {
        "project": project,
        "gate": _kept(project, gate),
        "items": items,
        "evidence": evidence.prefetch_related("parts__building"),
        "overrides": project.overrides.filter(rule=gate.id).select_related("by", "ended_by"),
        "events": events.select_related("by", "evidence", "override"),
        "forms": list(shown.values()),
        "opened": opened,
        "refusal": refusal,
        "may_supply": may_supply,
        "may_override": is_open and may(Permission.OVERRIDE_GATE, division=project.division),
    }
    return render(request, "projects/gates/parts.html", context, status=status)
