"""The open interface of projects: applications and projects, to be read by other systems."""

from datetime import date
from typing import Any, Final, Literal

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema
from pydantic import Field

from jiugai.apps.projects.gates.api import ROUTER as GATES
from jiugai.apps.projects.lists import ERRORS, JSON, Id, Paged, page_of_rows
from jiugai.apps.projects.models import Desk, Verb, Way
from jiugai.apps.projects.modes.api import ROUTER as MODES
from jiugai.apps.projects.permits.api import ROUTER as PERMITS
from jiugai.apps.projects.review.api import ROUTER as REVIEWS
from jiugai.apps.projects.whistle.api import ROUTER as WHISTLES
from jiugai.apps.registry.api.door import ask
from jiugai.apps.registry.models import ApiScope, Stage

ROUTER: Final = Router()


class ApplicationQuery(Paged):
    """Which applications."""

    desk: Desk | None = Field(None, description="办理环节")
    overdue_on: date | None = Field(None, description="这一天已超期的")
    sort: Literal["newest", "due_on"] = Field(
        "newest", description="newest：新的在前；due_on：期限近的在前"
    )


class ProjectQuery(Paged):
    """Which projects."""

    stage: Stage | None = None
    way: Way | None = None
    open: bool = Field(True, description="只要没有结束的")


class StepItem(Schema):
    """What somebody did with an application."""

    verb: Verb
    before: Desk
    after: Desk
    on: date
    due_on: date | None
    by: str
    opinion: str
    document: str
    clause: str


class ApplicationItem(Schema):
    """An application: who applied, and where it lies."""

    id: int
    number: str
    estate: int
    estate_name: str | None
    division: str
    body: str
    body_name: str
    asked_on: date | None
    households: int | None
    answered: int | None
    agreeing: int | None
    items: list[str]
    desk: Desk
    since: date
    due_on: date | None
    confirmation: str
    project: int | None


class ApplicationWhole(ApplicationItem):
    """An application with its wishes and every step."""

    wishes: str
    steps: list[StepItem]


class ProjectItem(Schema):
    """A project; its stage is that of its estate."""

    id: int
    number: str
    estate: int
    estate_name: str | None
    division: str
    stage: Stage
    way: Way
    year: int | None
    opened_on: date
    closed_on: date | None
    closed_why: str
    application: int | None


class ApplicationPage(Schema):
    """A page of applications; `next` is the address of the one after it."""

    items: list[ApplicationItem]
    next: str | None


class ProjectPage(Schema):
    """A page of projects; `next` is the address of the one after it."""

    items: list[ProjectItem]
    next: str | None


_APPLICATION: Final = """a.id, a.number, a.estate_id AS estate, e.name AS estate_name, a.division,
  a.body, a.body_name, a.asked_on, a.households, a.answered, a.agreeing, a.items, a.desk, a.since,
  a.due_on, a.confirmation, a.project_id AS project"""
_ORDERS: Final = {"newest": "a.id DESC", "due_on": "a.due_on, a.id"}
_APPLICATIONS: Final = {
    name: f"""
SELECT coalesce(json_agg(row_to_json(one)), '[]')::text, count(*) FROM (
  SELECT {_APPLICATION} FROM projects_application a JOIN registry_estate e ON e.id = a.estate_id
  WHERE a.division >= %s AND a.division < %s AND (%s::bigint IS NULL OR a.estate_id = %s)
    AND (%s::text IS NULL OR a.desk = %s) AND (%s::date IS NULL OR a.due_on < %s)
  ORDER BY {order} LIMIT %s OFFSET %s) AS one"""
    for name, order in _ORDERS.items()
}
_WHOLE: Final = f"""SELECT row_to_json(one)::text FROM (SELECT {_APPLICATION}, a.wishes, (
    SELECT coalesce(json_agg(row_to_json(step) ORDER BY step.id), '[]') FROM (
      SELECT s.id, s.verb, s.before, s.after, s."on", s.due_on, p.name AS by, s.opinion,
        s.document, s.clause
      FROM projects_step s JOIN accounts_person p ON p.id = s.by_id
      WHERE s.application_id = a.id) AS step) AS steps
  FROM projects_application a JOIN registry_estate e ON e.id = a.estate_id
  WHERE a.id = %s) AS one"""
_PROJECT: Final = """p.id, p.number, p.estate_id AS estate, e.name AS estate_name, p.division,
  e.stage, p.way, p.year, p.opened_on, p.closed_on, p.closed_why, a.id AS application"""
_JOINED: Final = """projects_project p JOIN registry_estate e ON e.id = p.estate_id
  LEFT JOIN projects_application a ON a.project_id = p.id"""
_PROJECTS: Final = f"""
SELECT coalesce(json_agg(row_to_json(one)), '[]')::text, count(*) FROM (
  SELECT {_PROJECT} FROM {_JOINED}
  WHERE p.division >= %s AND p.division < %s AND (%s::bigint IS NULL OR p.estate_id = %s)
    AND (%s::text IS NULL OR e.stage = %s) AND (%s::text IS NULL OR p.way = %s)
    AND (NOT %s OR p.closed_on IS NULL)
  ORDER BY p.id DESC LIMIT %s OFFSET %s) AS one"""
_ONE: Final = f"""SELECT row_to_json(one)::text FROM (
  SELECT {_PROJECT} FROM {_JOINED} WHERE p.id = %s) AS one"""


@ROUTER.get("/applications", response={200: ApplicationPage, **ERRORS}, summary="申报列表")
def applications(request: HttpRequest, query: Query[ApplicationQuery]) -> HttpResponse:
    """Return a page of the applications that fit, in the order asked for."""
    values = [*query.within, query.desk, query.desk, query.overdue_on, query.overdue_on]
    return page_of_rows(request, "/api/v1/applications", _APPLICATIONS[query.sort], values, query)


@ROUTER.get("/applications/{id}", response={200: ApplicationWhole, **ERRORS}, summary="一份申报")
def application(request: HttpRequest, id: Path[Id]) -> HttpResponse:  # noqa: A002
    """Return an application with every step."""
    return _found(ask(request, ApiScope.PROJECTS, _WHOLE, [id], often=True).rows)


@ROUTER.get("/projects", response={200: ProjectPage, **ERRORS}, summary="项目列表")
def projects(request: HttpRequest, query: Query[ProjectQuery]) -> HttpResponse:
    """Return a page of the projects that fit, the latest first."""
    values = [*query.within, query.stage, query.stage, query.way, query.way, query.open]
    return page_of_rows(request, "/api/v1/projects", _PROJECTS, values, query)


@ROUTER.get("/projects/{id}", response={200: ProjectItem, **ERRORS}, summary="一个项目")
def project(request: HttpRequest, id: Path[Id]) -> HttpResponse:  # noqa: A002
    """Return a project."""
    return _found(ask(request, ApiScope.PROJECTS, _ONE, [id], often=True).rows)


def _found(rows: list[tuple[Any, ...]]) -> HttpResponse:
    if not rows or rows[0][0] is None:
        raise Http404
    return HttpResponse(rows[0][0], content_type=JSON)


for one in (GATES, REVIEWS, PERMITS, MODES, WHISTLES):
    ROUTER.add_router("", one)
