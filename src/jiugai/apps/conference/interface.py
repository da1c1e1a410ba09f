"""The open interface of the conference: meetings with their decisions, and assignments."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema
from pydantic import Field

from jiugai.apps.conference.models import Assignment, Item
from jiugai.apps.projects.lists import ERRORS, JSON, Id, Pages, page_of_rows
from jiugai.apps.registry.api.door import ask
from jiugai.apps.registry.models import ApiScope

ROUTER: Final = Router()


class AssignmentQuery(Pages):
    """Which assignments."""

    state: Assignment.State | None = None
    overdue_on: date | None = Field(None, description="这一天已超期的")


class AssignmentItem(Schema):
    """Something that the conference gave an organisation to do."""

    id: int
    division: str
    conference: str
    meeting: str
    decision: str
    words: str
    owner: str
    due_on: date
    state: Assignment.State
    given_on: date
    done_on: date | None


class AssignmentPage(Schema):
    """A page of assignments; `next` is the address of the one after it."""

    items: list[AssignmentItem]
    next: str | None


class DecisionItem(Schema):
    """An item of a meeting with what was decided."""

    id: int
    kind: Item.Kind
    title: str
    outcome: str
    decision: str
    votes_for: int | None
    votes_against: int | None
    votes_abstained: int | None
    result: str


class MeetingItem(Schema):
    """A meeting of a conference."""

    id: int
    division: str
    title: str
    day: date
    place: str
    chair: str
    signed: bool
    digest: str


class MeetingWhole(MeetingItem):
    """A meeting with its agenda."""

    items: list[DecisionItem]


class MeetingPage(Schema):
    """A page of meetings; `next` is the address of the one after it."""

    items: list[MeetingItem]
    next: str | None


_ASSIGNMENTS: Final = """
SELECT coalesce(json_agg(row_to_json(one)), '[]')::text, count(*) FROM (
  SELECT a.id, a.division, a.conference, a.meeting_title AS meeting, a.decision, a.words,
    o.name AS owner, a.due_on, a.state, a.given_on, a.done_on
  FROM conference_assignment a JOIN accounts_organisation o ON o.id = a.owner_id
  WHERE a.division >= %s AND a.division < %s AND (%s::text IS NULL OR a.state = %s)
    AND (%s::date IS NULL OR a.due_on < %s AND a.done_on IS NULL)
  ORDER BY a.id DESC LIMIT %s OFFSET %s) AS one"""
_MEETINGS: Final = """
SELECT coalesce(json_agg(row_to_json(one)), '[]')::text, count(*) FROM (
  SELECT m.id, m.division, m.title, m.day, m.place, m.chair, m.signed_at IS NOT NULL AS signed,
    m.digest
  FROM conference_meeting m WHERE m.division >= %s AND m.division < %s
  ORDER BY m.day DESC, m.id DESC LIMIT %s OFFSET %s) AS one"""
_MEETING: Final = """
SELECT row_to_json(one)::text FROM (
  SELECT m.id, m.division, m.title, m.day, m.place, m.chair, m.signed_at IS NOT NULL AS signed,
    m.digest, (SELECT coalesce(json_agg(row_to_json(i) ORDER BY i."order", i.id), '[]') FROM (
      SELECT id, kind, title, outcome, decision, votes_for, votes_against, votes_abstained,
        result, "order" FROM conference_item WHERE meeting_id = m.id) AS i) AS items
  FROM conference_meeting m WHERE m.id = %s) AS one"""


@ROUTER.get("/assignments", response={200: AssignmentPage, **ERRORS}, summary="联席会交办事项列表")
def assignments(request: HttpRequest, query: Query[AssignmentQuery]) -> HttpResponse:
    """Return a page of the assignments that fit, the latest first."""
    asked = [query.state, query.state, query.overdue_on, query.overdue_on]
    return _page(request, "assignments", _ASSIGNMENTS, asked, query)


@ROUTER.get("/meetings", response={200: MeetingPage, **ERRORS}, summary="联席会议列表")
def meetings(request: HttpRequest, query: Query[Pages]) -> HttpResponse:
    """Return a page of the meetings, the latest first."""
    return _page(request, "meetings", _MEETINGS, [], query)


@ROUTER.get("/meetings/{id}", response={200: MeetingWhole, **ERRORS}, summary="一次联席会议")
def meeting(request: HttpRequest, id: Path[Id]) -> HttpResponse:  # noqa: A002
    """Return a meeting with its agenda and what was decided."""
    rows = ask(request, ApiScope.PROJECTS, _MEETING, [id], often=True).rows
    if not rows or rows[0][0] is None:
        raise Http404
    return HttpResponse(rows[0][0], content_type=JSON)


def _page(
    request: HttpRequest, name: str, sql: str, asked: Sequence[Any], query: Pages
) -> HttpResponse:
    within = [query.division, f"{query.division}:"]
    return page_of_rows(request, f"/api/v1/{name}", sql, [*within, *asked], query)
