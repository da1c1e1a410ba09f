"""Gates of a project for other systems."""

from datetime import date, datetime
from typing import Annotated, Any, Final

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router, Schema
from pydantic import Field

from jiugai.apps.projects.gates.queries import Gate, gates_on
from jiugai.apps.projects.models import Override, Project
from jiugai.apps.registry.api.door import entered
from jiugai.apps.registry.api.shapes import Problem
from jiugai.apps.registry.models import ApiScope
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.verdict import Verdict

ROUTER: Final = Router()
ERRORS: Final = dict.fromkeys((400, 401, 403, 404, 422, 429), Problem)
Id = Annotated[int, Field(ge=0, lt=2**63)]


class OverrideItem(Schema):
    """Who let the project pass without the rule, and why."""

    by: str
    at: datetime
    reason: str
    verdict_then: Verdict


class GateItem(Schema):
    """A gate: what the rule says, since when, on what grounds; `open` is by rule or override.

    `missing` names facts, and of a gate on parts of the works their items (`item:…`).
    """

    rule: str
    title: str
    document: str
    clause: str
    verdict: Verdict
    open: bool
    since: date | None
    because: list[str]
    missing: list[str]
    digest: str
    override: OverrideItem | None


class ProjectGates(Schema):
    """The gates of a project by the law of today."""

    project: int
    number: str
    estate: int
    day: date
    gates: list[GateItem]


@ROUTER.get("/projects/{id}/gates", response={200: ProjectGates, **ERRORS}, summary="项目的门槛")
def gates(request: HttpRequest, id: Path[Id]) -> dict[str, Any]:  # noqa: A002 - the address
    """Return how every gate of a project stands, with grounds and overrides."""
    today = timezone.localdate()
    with entered(request, ApiScope.PROJECTS):
        project = Project.objects.select_related("estate").filter(pk=id).first()
        if project is None:
            raise Http404
        groups = gates_on(project, day=today)
        return {
            "project": project.pk,
            "number": project.number,
            "estate": project.estate_id,
            "day": today,
            "gates": [_said(gate) for group in groups for gate in group.gates],
        }


def _said(gate: Gate) -> dict[str, Any]:
    state = gate.state
    return {
        "rule": gate.rule.id,
        "title": say(gate.rule.title),
        "document": gate.rule.document,
        "clause": gate.rule.clause.number,
        "verdict": gate.verdict,
        "open": gate.is_open,
        "since": state.since if state else None,
        "because": state.because if state else [],
        "missing": state.missing if state else [],
        "digest": state.digest if state else "",
        "override": _override(gate.override) if gate.override else None,
    }


def _override(found: Override) -> dict[str, Any]:
    return {
        "by": str(found.by),
        "at": found.at,
        "reason": found.reason,
        "verdict_then": found.verdict,
    }
