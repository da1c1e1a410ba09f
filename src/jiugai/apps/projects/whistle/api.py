"""Whistles for other systems: who was called, until when, and what came of it."""

from datetime import date
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema
from pydantic import Field

from jiugai.apps.projects.lists import ERRORS, JSON, Id, Paged, page_of_rows
from jiugai.apps.projects.models import Whistle, WhistleStep
from jiugai.apps.registry.api.door import ask
from jiugai.apps.registry.models import ApiScope

ROUTER: Final = Router()


class WhistleQuery(Paged):
    """Which whistles."""

    state: Whistle.State | None = None
    overdue_on: date | None = Field(None, description="这一天有部门已超期的")


class CallItem(Schema):
    """A department that was called."""

    organisation: str
    asked: str
    on: date
    respond_by: date
    solve_by: date
    responded_on: date | None
    solved_on: date | None


class WhistleStepItem(Schema):
    """What somebody did with a whistle."""

    verb: WhistleStep.Verb
    on: date
    by: str
    organisation: str | None
    words: str


class WhistleItem(Schema):
    """A whistle with the departments it called."""

    id: int
    number: str
    estate: int
    project: int | None
    division: str
    title: str
    state: Whistle.State
    on: date
    ended_on: date | None
    calls: list[CallItem]


class WhistleWhole(WhistleItem):
    """A whistle with its words and every step."""

    words: str
    steps: list[WhistleStepItem]


class WhistlePage(Schema):
    """A page of whistles; `next` is the address of the one after it."""

    items: list[WhistleItem]
    next: str | None


_FIELDS: Final = """w.id, w.number, w.estate_id AS estate, w.project_id AS project, w.division,
  w.title, w.state, w."on", w.ended_on, (
    SELECT coalesce(json_agg(row_to_json(call) ORDER BY call.id), '[]') FROM (
      SELECT c.id, o.name AS organisation, c.asked, c."on", c.respond_by, c.solve_by,
        c.responded_on, c.solved_on
      FROM projects_call c JOIN accounts_organisation o ON o.id = c.organisation_id
      WHERE c.whistle_id = w.id) AS call) AS calls"""
_LATE: Final = """EXISTS (SELECT 1 FROM projects_call c WHERE c.whistle_id = w.id
  AND c.solved_on IS NULL
  AND CASE WHEN c.responded_on IS NULL THEN c.respond_by ELSE c.solve_by END < %s)"""
_WHISTLES: Final = f"""
SELECT coalesce(json_agg(row_to_json(one)), '[]')::text, count(*) FROM (
  SELECT {_FIELDS} FROM projects_whistle w
  WHERE w.division >= %s AND w.division < %s AND (%s::bigint IS NULL OR w.estate_id = %s)
    AND (%s::text IS NULL OR w.state = %s)
    AND (%s::date IS NULL OR w.ended_on IS NULL AND {_LATE})
  ORDER BY w.id DESC LIMIT %s OFFSET %s) AS one"""
_WHISTLE: Final = f"""SELECT row_to_json(one)::text FROM (SELECT {_FIELDS}, w.words, (
    SELECT coalesce(json_agg(row_to_json(step) ORDER BY step.id), '[]') FROM (
      SELECT s.id, s.verb, s."on", p.name AS by, o.name AS organisation, s.words
      FROM projects_whistlestep s JOIN accounts_person p ON p.id = s.by_id
      LEFT JOIN projects_call c ON c.id = s.call_id
      LEFT JOIN accounts_organisation o ON o.id = c.organisation_id
      WHERE s.whistle_id = w.id) AS step) AS steps
  FROM projects_whistle w WHERE w.id = %s) AS one"""


@ROUTER.get("/whistles", response={200: WhistlePage, **ERRORS}, summary="吹哨列表")
def whistles(request: HttpRequest, query: Query[WhistleQuery]) -> HttpResponse:
    """Return a page of the whistles that fit, the latest first."""
    asked = [query.state, query.state, query.overdue_on, query.overdue_on]
    return page_of_rows(request, "/api/v1/whistles", _WHISTLES, [*query.within, *asked], query)


@ROUTER.get("/whistles/{id}", response={200: WhistleWhole, **ERRORS}, summary="一次吹哨")
def whistle(request: HttpRequest, id: Path[Id]) -> HttpResponse:  # noqa: A002 - the address
    """Return a whistle with every step."""
    rows = ask(request, ApiScope.PROJECTS, _WHISTLE, [id], often=True).rows
    if not rows or rows[0][0] is None:
        raise Http404
    return HttpResponse(rows[0][0], content_type=JSON)
