"""Reviews of designs for other systems."""

from datetime import date
from typing import Annotated, Any, Final

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router, Schema
from pydantic import Field

from jiugai.apps.projects.models import Answer, Hand, Opinion, Part, Project, Remark
from jiugai.apps.projects.review.queries import Round, review_page
from jiugai.apps.registry.api.door import entered
from jiugai.apps.registry.api.shapes import Problem
from jiugai.apps.registry.models import ApiScope

ROUTER: Final = Router()
ERRORS: Final = dict.fromkeys((400, 401, 403, 404, 422, 429), Problem)
Id = Annotated[int, Field(ge=0, lt=2**63)]


class FileItem(Schema):
    """A file of a version, by its digest."""

    part: Part
    kind: str
    title: str
    sha256: str


class RemarkItem(Schema):
    """A remark with its answer, where one was handed in."""

    id: int
    part: Part
    weight: Remark.Weight
    words: str
    former: int | None
    answer: Answer.Kind | None
    answer_words: str


class RoundItem(Schema):
    """A version of a design with the opinion on it."""

    number: int
    on: date
    by: str
    words: str
    changed: list[Part]
    reopens: bool
    files: list[FileItem]
    verdict: Opinion.Outcome | None
    opinion: str
    opinion_on: date | None
    opinion_by: str
    remarks: list[RemarkItem]


class ReviewItem(Schema):
    """The review of a project's design: in whose hands, until when, every version."""

    project: int
    hand: Hand
    since: date
    due_on: date | None
    rounds: list[RoundItem]


@ROUTER.get(
    "/projects/{id}/review", response={200: ReviewItem, **ERRORS}, summary="项目的设计审查"
)
def review(request: HttpRequest, id: Path[Id]) -> dict[str, Any]:  # noqa: A002 - the address
    """Return the review of a project's design; remarks in preparation are not in it."""
    with entered(request, ApiScope.PROJECTS):
        project = Project.objects.select_related("estate").filter(pk=id).first()
        page = review_page(project, on=timezone.localdate()) if project else None
        if page is None or page.review is None:
            raise Http404
        return {
            "project": page.review.project_id,
            "hand": page.hand,
            "since": page.review.since,
            "due_on": page.review.due_on,
            "rounds": [_round(one) for one in page.rounds],
        }


def _round(one: Round) -> dict[str, Any]:
    design, opinion = one.design, one.opinion
    return {
        "number": design.number,
        "on": design.on,
        "by": str(design.by),
        "words": design.words,
        "changed": design.changed,
        "reopens": design.reopens,
        "files": [
            {
                "part": file.part,
                "kind": file.kind,
                "title": file.document.title,
                "sha256": file.document.sha256,
            }
            for _part, files in one.parts
            for file in files
        ],
        "verdict": opinion.verdict if opinion else None,
        "opinion": opinion.words if opinion else "",
        "opinion_on": opinion.on if opinion else None,
        "opinion_by": str(opinion.by) if opinion else "",
        "remarks": [_remark(remark) for remark in one.remarks],
    }


def _remark(one: Remark) -> dict[str, Any]:
    answer = Answer.objects.filter(remark=one, design__isnull=False).first()
    return {
        "id": one.pk,
        "part": one.part,
        "weight": one.weight,
        "words": one.words,
        "former": one.former_id,
        "answer": answer.kind if answer else None,
        "answer_words": answer.words if answer else "",
    }
