"""The way in which a project is done, for other systems."""

from datetime import date
from typing import Any, Final

from django.http import Http404, HttpRequest
from ninja import Path, Router, Schema

from jiugai.apps.projects.lists import ERRORS, Id
from jiugai.apps.projects.models import Project
from jiugai.apps.projects.modes.queries import Adopted, adopted
from jiugai.apps.registry.api.door import entered
from jiugai.apps.registry.models import ApiScope, Party
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.verdict import Verdict

ROUTER: Final = Router()


class WayRole(Schema):
    """A role of a way, and who fills it."""

    kind: Party.Kind
    organisations: list[str]


class WayStep(Schema):
    """A step of a way; `on` is null while it is not taken."""

    key: str
    title: str
    on: date | None
    by: str
    words: str


class WayCheck(Schema):
    """A gate that the way looks at."""

    rule: str
    title: str
    verdict: Verdict | None


class ProjectWay(Schema):
    """The way that a project adopted."""

    project: int
    mode: str
    title: str
    reason: str
    adopted_on: date
    adopted_by: str
    roles: list[WayRole]
    steps: list[WayStep]
    checks: list[WayCheck]


@ROUTER.get("/projects/{id}/way", response={200: ProjectWay, **ERRORS}, summary="项目的实施模式")
def way(request: HttpRequest, id: Path[Id]) -> dict[str, Any]:  # noqa: A002 - the address
    """Return the way that a project adopted, with who fills its roles and its steps."""
    with entered(request, ApiScope.PROJECTS):
        project = Project.objects.select_related("estate").filter(pk=id).first()
        found = adopted(project) if project else None
        if project is None or found is None:
            raise Http404
        return {"project": project.pk, **_said(found)}


def _said(found: Adopted) -> dict[str, Any]:
    adoption = found.adoption
    return {
        "mode": found.mode.id,
        "title": str(found.mode.title),
        "reason": adoption.reason,
        "adopted_on": adoption.on,
        "adopted_by": str(adoption.by),
        "roles": [
            {"kind": kind, "organisations": [str(one.organisation) for one in parties]}
            for kind, parties in found.roles
        ],
        "steps": [
            {
                "key": step.key,
                "title": str(step.title),
                "on": done.on if done else None,
                "by": str(done.by) if done else "",
                "words": done.words if done else "",
            }
            for step, done in found.steps
        ],
        "checks": [
            {
                "rule": rule.id,
                "title": say(rule.title),
                "verdict": state.verdict if state else None,
            }
            for rule, state in found.checks
        ],
    }
