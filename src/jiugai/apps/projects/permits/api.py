"""The permit route of a project for other systems: each rule, and where the works are filed."""

from datetime import date
from typing import Any, Final

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router, Schema

from jiugai.apps.projects.lists import ERRORS, Id
from jiugai.apps.projects.models import Project
from jiugai.apps.projects.permits.filing import Filing, filing_of
from jiugai.apps.projects.permits.routes import Route, routes_of
from jiugai.apps.registry.api.door import entered
from jiugai.apps.registry.models import ApiScope
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.verdict import Verdict

ROUTER: Final = Router()


class OtherReading(Schema):
    """What the rule would say under another reading; null where it would not be in force."""

    reading: str
    option: str
    verdict: Verdict | None


class PermitItem(Schema):
    """A rule about permits; `verdict` is null where it is in force only under another reading."""

    rule: str
    title: str
    means: str
    document: str
    clause: str
    verdict: Verdict | None
    missing: list[str]
    others: list[OtherReading]


class FilingEntry(Schema):
    """An office with which the works are to be filed, and whether they are."""

    fact: str
    title: str
    filed: bool | None
    papers: int


class ProjectPermits(Schema):
    """The permit route of a project by the law of today, and the filing before the works."""

    project: int
    day: date
    permits: list[PermitItem]
    filing_rule: str | None
    filing: list[FilingEntry]


@ROUTER.get(
    "/projects/{id}/permits", response={200: ProjectPermits, **ERRORS}, summary="项目的审批路径"
)
def permits(request: HttpRequest, id: Path[Id]) -> dict[str, Any]:  # noqa: A002 - the address
    """Return every rule about permits with its verdict on a project, and the filing."""
    today = timezone.localdate()
    with entered(request, ApiScope.PROJECTS):
        project = Project.objects.filter(pk=id).first()
        if project is None:
            raise Http404
        filing = filing_of(project, day=today)
        return {
            "project": project.pk,
            "day": today,
            "permits": [_route(one) for one in routes_of(project, day=today)],
            "filing_rule": filing.rule.id if filing else None,
            "filing": _filing(filing) if filing else [],
        }


def _route(one: Route) -> dict[str, Any]:
    return {
        "rule": one.rule.id,
        "title": say(one.rule.title),
        "means": say(one.rule.means),
        "document": one.document.id,
        "clause": one.rule.clause.number,
        "verdict": one.finding.verdict if one.finding else None,
        "missing": [fact.id for fact in one.missing],
        "others": [
            {"reading": other.reading.id, "option": other.option, "verdict": other.verdict}
            for other in one.others
        ],
    }


def _filing(filing: Filing) -> list[dict[str, Any]]:
    return [
        {
            "fact": entry.fact.id,
            "title": say(entry.fact.heading),
            "filed": entry.is_filed,
            "papers": len(entry.evidence),
        }
        for entry in filing.entries
    ]
