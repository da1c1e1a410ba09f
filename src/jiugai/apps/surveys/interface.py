"""The open interface of surveys: what is asked, how many answered, results without small cells."""

import json
from datetime import date
from typing import Annotated, Any, Final

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema
from pydantic import ConfigDict, Field

from jiugai.apps.accounts.rows import within
from jiugai.apps.registry.api.door import entered
from jiugai.apps.registry.api.shapes import DEEPEST, MOST, Problem
from jiugai.apps.registry.models import ApiScope
from jiugai.apps.surveys.models import Purpose, Survey
from jiugai.apps.surveys.results.counting import FEWEST, BuildingTurnout, Results
from jiugai.apps.surveys.results.kept import results_of
from jiugai.apps.surveys.results.shown import Chart, charts_of

JSON: Final = "application/json; charset=utf-8"
ERRORS: Final = dict.fromkeys((400, 401, 403, 404, 422, 429), Problem)
ROUTER: Final = Router()
Id = Annotated[int, Field(ge=0, lt=2**63)]


class SurveyQuery(Schema):
    """Which surveys."""

    model_config = ConfigDict(extra="ignore")

    division: Annotated[str, Field(max_length=12, pattern=r"^[0-9]*$")] = Field(
        "", description="区划代码，含其下各级"
    )
    estate: Annotated[int | None, Field(ge=0, lt=2**63)] = Field(
        None, description="小区编号（id）"
    )
    purpose: Purpose | None = Field(None, description="用途")
    state: Survey.State | None = Field(None, description="进展")
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50
    offset: Annotated[int, Field(ge=0, le=DEEPEST)] = 0


class SurveyItem(Schema):
    """A survey of an estate."""

    id: int
    title: str
    estate: int
    estate_name: str | None
    division: str
    purpose: Purpose
    per: Survey.Per
    state: Survey.State
    opens_on: date
    closes_on: date
    closed_on: date | None
    announced_on: date | None


class SurveyPage(Schema):
    """A page of surveys; `next` is the offset of the one after it."""

    items: list[SurveyItem]
    next: int | None


class SurveyCount(Schema):
    """How many said one thing."""

    name: str
    label: str
    count: int


class SurveyQuestion(Schema):
    """A question and what was said to it by counts; what people wrote stays out."""

    name: str
    label: str
    kind: str
    answered: int
    counts: list[SurveyCount]
    satisfied: float | None = Field(description="满意率（%），只有评价题有")


class SurveyTurnout(Schema):
    """How many households of a building answered; null where it would show who did."""

    building: int
    homes: int
    answered: int | None


class SurveyResult(Schema):
    """The result of a survey; questions are empty while too few answered."""

    id: int
    homes: int
    homes_done: int
    answers: int
    is_small: bool = Field(description="作答太少，不给出各题")
    questions: list[SurveyQuestion]
    buildings: list[SurveyTurnout]


@ROUTER.get("/surveys", response={200: SurveyPage, **ERRORS}, summary="问卷列表")
def surveys(request: HttpRequest, query: Query[SurveyQuery]) -> HttpResponse:
    """Return a page of the surveys that fit, the latest first; drafts stay out."""
    fits = within(query.division)
    for name in ("estate", "purpose", "state"):
        if (value := getattr(query, name)) is not None:
            fits &= Q(**{name: value})
    end = query.offset + query.limit
    with entered(request, ApiScope.SURVEYS):
        found = _published().filter(fits).order_by("-id")
        rows = list(found[query.offset : end + 1])
    items = [_item(one) for one in rows[: query.limit]]
    return _json({"items": items, "next": end if len(rows) > query.limit else None})


@ROUTER.get("/surveys/{id}", response={200: SurveyItem, **ERRORS}, summary="一份问卷")
def survey(request: HttpRequest, id: Path[Id]) -> HttpResponse:  # noqa: A002
    """Return a survey."""
    with entered(request, ApiScope.SURVEYS):
        return _json(_item(_one(id)))


@ROUTER.get(
    "/surveys/{id}/results", response={200: SurveyResult, **ERRORS}, summary="问卷结果汇总"
)
def survey_results(request: HttpRequest, id: Path[Id]) -> HttpResponse:  # noqa: A002
    """Return what was answered, by counts."""
    with entered(request, ApiScope.SURVEYS):
        return _json(_result(results_of(_one(id))))


def _published() -> Any:
    return Survey.objects.exclude(state=Survey.State.DRAFT).select_related("estate")


def _one(pk: int) -> Survey:
    found: Survey | None = _published().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _result(found: Results) -> dict[str, Any]:
    is_small = found.done < FEWEST
    return {
        "id": found.survey.pk,
        "homes": found.homes,
        "homes_done": found.homes_done,
        "answers": found.done,
        "is_small": is_small,
        "questions": [] if is_small else [_question(one) for one in charts_of(found, "zh")],
        "buildings": [_turnout(one) for one in found.buildings],
    }


def _question(one: Chart) -> dict[str, Any]:
    return {
        "name": one.name,
        "label": one.label,
        "kind": str(one.kind),
        "answered": one.answered,
        "counts": [{"name": b.name, "label": b.label, "count": b.count} for b in one.bars],
        "satisfied": one.satisfied,
    }


def _turnout(one: BuildingTurnout) -> dict[str, Any]:
    answered = None if one.is_hidden else one.done
    return {"building": one.building.pk, "homes": one.homes, "answered": answered}


def _item(one: Survey) -> dict[str, Any]:
    days = ("opens_on", "closes_on", "closed_on", "announced_on")
    return {
        "id": one.pk,
        "title": one.title,
        "estate": one.estate_id,
        "estate_name": one.estate.name,
        "division": one.division,
        "purpose": one.purpose,
        "per": one.per,
        "state": one.state,
        **{day: value and value.isoformat() for day in days for value in [getattr(one, day)]},
    }


def _json(content: Any) -> HttpResponse:
    return HttpResponse(json.dumps(content, ensure_ascii=False), content_type=JSON)
