"""The open interface of demands: the ledger to be read, tickets of the hotline to be written."""

import json
from datetime import date, datetime
from typing import Annotated, Any, Final

from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Path, Query, Router, Schema
from pydantic import ConfigDict, Field

from jiugai.apps.accounts.rows import within
from jiugai.apps.demands.models import Channel, Contentment, Demand, Kind, Nature, State
from jiugai.apps.demands.tickets.matching import Matched, match
from jiugai.apps.demands.tickets.reading import BEIJING, TITLES, YEARS, Ticket, kind_of
from jiugai.apps.demands.tickets.services import take_ticket
from jiugai.apps.registry.api.door import bearer, entered
from jiugai.apps.registry.api.problem import Turned
from jiugai.apps.registry.api.shapes import DEEPEST, MOST, Problem
from jiugai.apps.registry.models import ApiScope, ApiToken
from jiugai.kernel.errors import Refusal
from jiugai.kernel.i18n import listed

JSON: Final = "application/json; charset=utf-8"
ERRORS: Final = dict.fromkeys((400, 401, 403, 404, 422, 429), Problem)
ROUTER: Final = Router()
#: Tickets in one call.
AT_ONCE: Final = 200


class DemandQuery(Schema):
    """Which demands."""

    model_config = ConfigDict(extra="ignore")

    division: Annotated[str, Field(max_length=12, pattern=r"^[0-9]*$")] = Field(
        "", description="区划代码，含其下各级"
    )
    estate: Annotated[int | None, Field(ge=0, lt=2**63)] = Field(
        None, description="小区编号（id）"
    )
    state: State | None = Field(None, description="状态")
    ticket: str | None = Field(
        None, max_length=40, pattern=r"^[^\x00]*$", description="12345 工单号"
    )
    overdue_on: date | None = Field(None, description="这一天已超期的")
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50
    offset: Annotated[int, Field(ge=0, le=DEEPEST)] = 0


class DemandItem(Schema):
    """A demand; who asked stays out of it."""

    id: int
    number: str
    estate: int
    estate_name: str | None
    building: int | None
    division: str
    text: str
    kind: Kind
    nature: Nature
    channel: Channel
    ticket: str
    asked_at: datetime
    state: State
    unit: str | None
    due_on: date | None
    answer: str
    answered_on: date | None
    solved: bool | None
    contentment: Contentment | None
    repeats: int | None = Field(description="是哪一件的重复（id）")


class DemandPage(Schema):
    """A page of demands; `next` is the offset of the one after it."""

    items: list[DemandItem]
    next: int | None


class TicketItem(Schema):
    """A ticket of the hotline, to be written into the ledger."""

    ticket: str = Field(min_length=1, max_length=40, description="工单号")
    estate: str = Field(min_length=1, max_length=120, description="小区编号或者名称")
    text: str = Field(min_length=4, max_length=2000, description="诉求内容")
    asked_at: datetime = Field(description="来电时间；没有时区的按北京时间")
    due_on: date | None = Field(None, description="工单注明的办理时限")
    kind: Kind | None = Field(None, description="事项；不填按内容认")
    nature: Nature = Nature.HELP
    asker: str = Field("", max_length=60, description="诉求人，加密保存")
    phone: str = Field("", max_length=20, description="联系电话，加密保存")
    unit: str = Field("", max_length=120, description="承办单位名称")


class TicketsIn(Schema):
    """Some tickets."""

    items: list[TicketItem] = Field(min_length=1, max_length=AT_ONCE)


class TicketOutcome(Schema):
    """What became of a ticket: `new`, `known` (it was in the ledger) or `refused`."""

    ticket: str
    outcome: str
    id: int | None
    number: str | None
    message: str


class TicketsOut(Schema):
    """What became of each ticket, in the order in which they came."""

    items: list[TicketOutcome]


@ROUTER.get("/demands", response={200: DemandPage, **ERRORS}, summary="诉求列表")
def demands(request: HttpRequest, query: Query[DemandQuery]) -> HttpResponse:
    """Return a page of the demands that fit, the latest first."""
    fits = within(query.division)
    for name in ("estate", "state", "ticket"):
        if (value := getattr(query, name)) is not None:
            fits &= Q(**{name: value})
    if query.overdue_on is not None:
        fits &= Q(state__in=("new", "assigned"), due_on__lt=query.overdue_on)
    end = query.offset + query.limit
    with entered(request, ApiScope.DEMANDS):
        found = Demand.objects.filter(fits).select_related("estate", "organisation")
        rows = list(found.order_by("-id")[query.offset : end + 1])
    items = [_item(one) for one in rows[: query.limit]]
    return _json({"items": items, "next": end if len(rows) > query.limit else None})


@ROUTER.get("/demands/{id}", response={200: DemandItem, **ERRORS}, summary="一件诉求")
def demand(
    request: HttpRequest,
    id: Path[Annotated[int, Field(ge=0, lt=2**63)]],  # noqa: A002
) -> HttpResponse:
    """Return a demand."""
    with entered(request, ApiScope.DEMANDS):
        found = Demand.objects.select_related("estate", "organisation").filter(pk=id).first()
    if found is None:
        raise Http404
    return _json(_item(found))


@ROUTER.post("/tickets", response={200: TicketsOut, **ERRORS}, summary="写入 12345 工单")
def write_tickets(request: HttpRequest, sent: TicketsIn) -> HttpResponse:
    """Write tickets into the ledger; a ticket that is there already is not written twice."""
    if bearer(request) is None:
        raise Turned(_("写入要用令牌：请在 Authorization 请求头中给出。"), status=401)
    with entered(request, ApiScope.WRITE_DEMANDS) as caller:
        by = ApiToken.objects.select_related("person").get(pk=caller.token or 0).person
        found = match([_ticket(one) for one in sent.items])
        outcomes = [_write(one, by) for one in found]
    return _json({"items": outcomes})


def _write(row: Matched, by: Any) -> dict[str, Any]:
    ticket = row.ticket.ticket
    if row.known is not None:
        return _outcome(ticket, "known", row.known)
    if row.wrong:
        return _outcome(ticket, "refused", None, listed(row.wrong, "；"))
    try:
        with transaction.atomic():
            return _outcome(ticket, "new", take_ticket(row, by=by))
    except Refusal as refusal:  # it stands twice in this call, or came a moment ago
        there = Demand.objects.filter(ticket=ticket).exclude(state=State.WITHDRAWN).first()
        if there is not None:
            return _outcome(ticket, "known", there)
        return _outcome(ticket, "refused", None, str(refusal))


def _outcome(ticket: str, outcome: str, one: Demand | None, message: str = "") -> dict[str, Any]:
    return {
        "ticket": ticket,
        "outcome": outcome,
        "id": one.pk if one else None,
        "number": one.number if one else None,
        "message": message,
    }


def _ticket(one: TicketItem) -> Ticket:
    asked = one.asked_at if one.asked_at.tzinfo else one.asked_at.replace(tzinfo=BEIJING)
    wrong = _wrong(one, asked)
    return Ticket(
        at="",
        ticket=_plain(one.ticket),
        estate=_plain(one.estate),
        text=_plain(one.text),
        asked=asked.isoformat(),
        due=one.due_on.isoformat() if one.due_on else "",
        kind=one.kind or kind_of("", one.text),
        nature=one.nature,
        asker=_plain(one.asker),
        phone=_plain(one.phone),
        unit=_plain(one.unit),
        wrong=tuple(wrong),
    )


def _wrong(one: TicketItem, asked: datetime) -> list[str]:
    wrong = []
    for name in ("ticket", "estate", "text"):
        if not _plain(getattr(one, name)):
            wrong.append(_("缺“{column}”").format(column=TITLES[name]))
    if asked.year not in YEARS:
        wrong.append(_("来电时间不对"))
    elif one.due_on and one.due_on < timezone.localdate(asked):
        wrong.append(_("办理时限早于来电时间"))
    return wrong


def _plain(text: str) -> str:
    return text.replace("\x00", "").strip()


def _item(one: Demand) -> dict[str, Any]:
    return {
        "id": one.pk,
        "number": one.number,
        "estate": one.estate_id,
        "estate_name": one.estate.name,
        "building": one.building_id,
        "division": one.division,
        "text": one.text,
        "kind": one.kind,
        "nature": one.nature,
        "channel": one.channel,
        "ticket": one.ticket,
        "asked_at": timezone.localtime(one.asked_at).isoformat(),
        "state": one.state,
        "unit": str(one.organisation) if one.organisation else None,
        "due_on": one.due_on and one.due_on.isoformat(),
        "answer": one.answer,
        "answered_on": one.answered_on and one.answered_on.isoformat(),
        "solved": one.is_solved,
        "contentment": one.contentment or None,
        "repeats": one.matter_id,
    }


def _json(content: Any) -> HttpResponse:
    return HttpResponse(json.dumps(content, ensure_ascii=False), content_type=JSON)
