"""The open interface of owners: bodies, property service, and sums of what residents gave."""

from datetime import date
from typing import Annotated, Any, Final

from django.db.models import Count, Sum
from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from jiugai.apps.accounts.rows import within
from jiugai.apps.owners.models import Contribution, OwnersBody, PropertyService, Turn, Verb
from jiugai.apps.registry.api.door import entered
from jiugai.apps.registry.api.shapes import DEEPEST, MOST, Problem
from jiugai.apps.registry.models import ApiScope

ERRORS: Final = dict.fromkeys((400, 401, 403, 404, 422, 429), Problem)
ROUTER: Final = Router()
Id = Annotated[int, Field(ge=0, lt=2**63)]


class OwnersQuery(Schema):
    """Of which division or estate, which page."""

    model_config = ConfigDict(extra="ignore")

    division: Annotated[str, Field(max_length=12, pattern=r"^[0-9]*$")] = Field(
        "", description="区划代码，含其下各级"
    )
    estate: Id | None = Field(None, description="小区编号（id）")
    running: bool | None = Field(None, description="只要在任、服务中的（true）或已结束的")
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50
    offset: Annotated[int, Field(ge=0, le=DEEPEST)] = 0


class BodyItem(Schema):
    """An owners' body; who sits on it is put up in the estate and stays out of here."""

    id: int
    estate: int
    division: str
    kind: OwnersBody.Kind
    name: str
    size: int
    formed_on: date
    term_until: date | None
    filed_on: date | None
    filing_number: str
    ended_on: date | None
    due: Verb | None = Field(description="接下来要做的一步")
    due_on: date | None


class BodyPage(Schema):
    """A page of bodies; `next` is the offset of the one after it."""

    items: list[BodyItem]
    next: int | None


class ServiceItem(Schema):
    """The property service of an estate."""

    id: int
    estate: int
    division: str
    kind: PropertyService.Kind
    state: PropertyService.State
    company: str
    since: date
    until: date | None
    signed_on: date | None
    contract_until: date | None
    fee_cents: int | None = Field(description="物业费，分/㎡·月")
    filed_on: date | None
    ended_on: date | None
    due: Turn | None = Field(description="接下来要做的一步")
    due_on: date | None


class ServicePage(Schema):
    """A page of services; `next` is the offset of the one after it."""

    items: list[ServiceItem]
    next: int | None


class GivenItem(Schema):
    """What the residents of an estate gave in one form; households stay out of it."""

    estate: int
    kind: Contribution.Kind
    cents: int
    entries: int


class GivenPage(Schema):
    """A page of sums; `next` is the offset of the one after it."""

    items: list[GivenItem]
    next: int | None


@ROUTER.get("/owners-bodies", response={200: BodyPage, **ERRORS}, summary="业主组织列表")
def owners_bodies(request: HttpRequest, query: Query[OwnersQuery]) -> dict[str, Any]:
    """Return a page of owners' bodies, in the order in which they were written down."""
    with entered(request, ApiScope.REGISTER):
        rows = _fitting(OwnersBody.objects.order_by("id"), query)
    return _page([_body(one) for one in rows], query)


@ROUTER.get("/property-services", response={200: ServicePage, **ERRORS}, summary="物业服务列表")
def property_services(request: HttpRequest, query: Query[OwnersQuery]) -> dict[str, Any]:
    """Return a page of property services, in the order in which they were written down."""
    with entered(request, ApiScope.REGISTER):
        found = PropertyService.objects.select_related("company").order_by("id")
        rows = _fitting(found, query)
    return _page([_service(one) for one in rows], query)


@ROUTER.get("/contributions", response={200: GivenPage, **ERRORS}, summary="居民出资合计")
def contributions(request: HttpRequest, query: Query[OwnersQuery]) -> dict[str, Any]:
    """Return what was given by estate and form; entries that were taken back cancel out."""
    with entered(request, ApiScope.REGISTER):
        found = Contribution.objects.filter(within(query.division))
        if query.estate is not None:
            found = found.filter(estate=query.estate)
        sums = found.order_by("estate", "kind").values("estate", "kind")
        rows = list(sums.annotate(cents=Sum("worth_cents"), entries=Count("id"))[_cut(query)])
    return _page(rows, query)


def _fitting(found: Any, query: OwnersQuery) -> list[Any]:
    found = found.filter(within(query.division))
    if query.estate is not None:
        found = found.filter(estate=query.estate)
    if query.running is not None:
        found = found.filter(ended_on__isnull=query.running)
    return list(found[_cut(query)])


def _cut(query: OwnersQuery) -> slice:
    return slice(query.offset, query.offset + query.limit + 1)


def _page(rows: list[Any], query: OwnersQuery) -> dict[str, Any]:
    end = query.offset + query.limit
    return {"items": rows[: query.limit], "next": end if len(rows) > query.limit else None}


def _body(one: OwnersBody) -> dict[str, Any]:
    return {
        "id": one.pk,
        "estate": one.estate_id,
        "division": one.division,
        "kind": one.kind,
        "name": one.name,
        "size": one.size,
        "formed_on": one.formed_on,
        "term_until": one.term_until,
        "filed_on": one.filed_on,
        "filing_number": one.filing_number,
        "ended_on": one.ended_on,
        "due": one.due_verb or None,
        "due_on": one.due_on,
    }


def _service(one: PropertyService) -> dict[str, Any]:
    return {
        "id": one.pk,
        "estate": one.estate_id,
        "division": one.division,
        "kind": one.kind,
        "state": one.state,
        "company": str(one.company),
        "since": one.since,
        "until": one.until,
        "signed_on": one.signed_on,
        "contract_until": one.contract_until,
        "fee_cents": one.fee_cents,
        "filed_on": one.filed_on,
        "ended_on": one.ended_on,
        "due": one.due_turn or None,
        "due_on": one.due_on,
    }
