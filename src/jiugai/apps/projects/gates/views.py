"""The gates of a project, one gate, and its evidence."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jiugai.apps.accounts.pace import paced
from jiugai.apps.accounts.permissions import Permission
from jiugai.apps.accounts.permitted import permitted
from jiugai.apps.accounts.viewer import StaffRequest
from jiugai.apps.projects.gates.asked import OF_PARTS
from jiugai.apps.projects.gates.forms import EvidenceForm, ReasonForm
from jiugai.apps.projects.gates.parts import views as parts
from jiugai.apps.projects.gates.queries import GatePage, gate_page, gates_on
from jiugai.apps.projects.gates.records import Record, records_of
from jiugai.apps.projects.gates.supply import supply as supply_evidence
from jiugai.apps.projects.gates.withdraw import effects_of
from jiugai.apps.projects.gates.withdraw import withdraw as withdraw_evidence
from jiugai.apps.projects.models import Evidence, Project
from jiugai.apps.registry.models import Building
from jiugai.apps.registry.services.edit import ChangedMeanwhile, Unfit
from jiugai.kernel.errors import Refusal
from jiugai.policy.vocabulary import Estate as EstateFacts
from jiugai.web.htmx import fragment

Forms = dict[str, EvidenceForm]


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def project(request: StaffRequest, pk: int) -> HttpResponse:
    """Show every gate that the law asks of a project."""
    found = _project(pk)
    context = {"project": found, "groups": gates_on(found, day=timezone.localdate())}
    return render(request, "projects/gates/project.html", context)


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def gate(request: StaffRequest, pk: int, rule: str) -> HttpResponse:
    """Show what a gate asks, how it stands, on what evidence, and how it came to that."""
    found = _project(pk)
    if rule in OF_PARTS:
        return parts.show(request, found, rule)
    return _show(request, found, _page(request, found, rule))


@require_GET
@permitted(Permission.VIEW_PROJECTS)
def why(request: StaffRequest, pk: int, rule: str) -> HttpResponse:
    """Show the conditions of a gate with the values that it read."""
    if rule in OF_PARTS:
        return parts.why(request, _project(pk), rule)
    page = _page(request, _project(pk), rule)
    context = {"thing": page.thing, "origins": page.origins, "law": page.law, "why": page.why}
    return render(request, fragment(request, "registry/why.html", "why"), context)


@require_POST
@permitted(Permission.SUPPLY_EVIDENCE)
@paced("upload", most=60)
def supply(request: StaffRequest, pk: int, rule: str) -> HttpResponse:
    """Take in evidence for facts of a gate."""
    found = _project(pk)
    if rule in OF_PARTS:
        return parts.supply(request, found, rule)
    page = _page(request, found, rule)
    forms = _forms(request, found, page, asked=request.POST.get("kind", ""))
    form = forms.get(request.POST.get("kind", ""))
    if form is None:
        raise Http404
    if not form.is_valid():
        return _show(request, found, page, forms=forms, opened=form, status=422)
    try:
        evidence = supply_evidence(
            project=found,
            rule=rule,
            said=form.said(),
            building=page.building,
            by=request.user,
            on=timezone.localdate(),
        )
    except Refusal as refusal:
        _explain(form, refusal)
        now = _page(request, found, rule)
        return _show(request, found, now, forms=forms, opened=form, refusal=refusal, status=422)
    return redirect(evidence)


def _explain(form: EvidenceForm, refusal: Refusal) -> None:
    """Say at each field what is wrong with it, or what somebody else wrote there meanwhile."""
    if isinstance(refusal, Unfit):
        for name, problem in refusal.problems.items():
            form.add_error(f"fact-{name}" if f"fact-{name}" in form.fields else None, problem)
    if isinstance(refusal, ChangedMeanwhile):
        # What was typed stays; the version is the newest, so that a second look stores it.
        form.data = {**form.data, f"{form.prefix}-version": str(form.newest())}


@require_http_methods(["GET", "POST"])
@permitted(Permission.SUPPLY_EVIDENCE)
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what withdrawing evidence would undo, and do it."""
    evidence = get_object_or_404(
        Evidence.objects.select_related("project__estate", "withdrawn_by"), pk=pk
    )
    form = ReasonForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "evidence": evidence}
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_evidence(
                pk=pk,
                why=form.cleaned_data["reason"],
                by=request.user,
                on=timezone.localdate(),
            )
            return redirect(evidence)
        except Refusal as refusal:
            context["refusal"] = refusal
    context["effects"] = effects_of(evidence) if evidence.is_live else []
    status = 200 if request.method == "GET" else 422
    return render(request, "projects/gates/withdraw.html", context, status=status)


def _project(pk: int) -> Project:
    return get_object_or_404(Project.objects.select_related("estate"), pk=pk)


def _page(request: StaffRequest, project: Project, rule: str) -> GatePage:
    asked = request.GET.get("building", "")
    building = None
    if asked:
        buildings = Building.objects.filter(estate=project.estate_id)
        building = get_object_or_404(buildings, pk=int(asked) if asked.isdecimal() else 0)
    found = gate_page(project, rule, day=timezone.localdate(), building=building)
    if found is None:
        raise Http404
    return found


def _action(project: Project, page: GatePage) -> str:
    """Return where evidence is handed in, for a building or the estate as a whole."""
    address = reverse("projects:supply", args=[project.pk, page.gate.rule.id])
    return f"{address}?building={page.building.pk}" if page.building else address


def _forms(request: StaffRequest, project: Project, page: GatePage, *, asked: str = "") -> Forms:
    """Return a form for each kind of evidence; records only where the system knows some."""
    records = _records(project, page)
    found = {}
    for kind in Evidence.Kind:
        if kind is Evidence.Kind.RECORD and not records:
            continue
        given = (request.POST, request.FILES) if kind.value == asked else (None, None)
        found[kind.value] = EvidenceForm(
            kind,
            *given,
            facts=[one.fact for one in page.facts],
            records=records,
            thing=page.thing,
            today=timezone.localdate(),
        )
    return found


def _records(project: Project, page: GatePage) -> list[Record]:
    if page.building is not None or page.gate.rule.subject is not EstateFacts:
        return []
    names = {one.fact.name for one in page.facts}
    return [one for one in records_of(project.estate) if names & one.facts.keys()]


def _show(
    request: StaffRequest,
    project: Project,
    page: GatePage,
    *,
    forms: Forms | None = None,
    opened: EvidenceForm | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    may = request.viewer.may
    is_open = project.closed_on is None
    may_supply = is_open and may(Permission.SUPPLY_EVIDENCE, division=project.division)
    shown = forms or (_forms(request, project, page) if may_supply and page.facts else {})
    context = {
        "project": project,
        "page": page,
        "thing": page.thing,
        "origins": page.origins,
        "why": page.why,
        "forms": list(shown.values()),
        "opened": opened,
        "refusal": refusal,
        "law": page.law,
        "may_supply": may_supply,
        "may_override": is_open and may(Permission.OVERRIDE_GATE, division=project.division),
        "here": reverse("projects:gate", args=[project.pk, page.gate.rule.id]),
        "action": _action(project, page),
    }
    return render(request, "projects/gates/gate.html", context, status=status)
