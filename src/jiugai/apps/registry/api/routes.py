"""The addresses of the interface: register, verdicts with their reasons, policies."""

import json
from datetime import date
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Path, Query, Router
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.security import HttpBearer
from pydantic import Field

from jiugai.apps.registry.api import shapes
from jiugai.apps.registry.api.apps import routers_of_apps
from jiugai.apps.registry.api.door import ask, ask_on, entered
from jiugai.apps.registry.api.fitting import count_fitting, fitting_ids
from jiugai.apps.registry.api.policies import policies_on, readings_on
from jiugai.apps.registry.api.problem import KIND, Turned, problem, turned
from jiugai.apps.registry.api.text import BUILDINGS, BY_ID, ONE, page_of
from jiugai.apps.registry.api.trace import trace_of
from jiugai.apps.registry.api.why import verdicts_on
from jiugai.apps.registry.models import ApiScope, Estate
from jiugai.apps.registry.queries.estates import Wanted
from jiugai.apps.registry.queries.provenance import origins_of
from jiugai.kernel.errors import UsageError

JSON: Final = "application/json; charset=utf-8"
ESTATES: Final = "/api/v1/estates"


class Token(HttpBearer):
    """A token of “我的令牌”. The door checks it, together with the question itself."""

    def __call__(self, request: HttpRequest) -> Any:
        """Let the request through to the door."""
        return True

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Never called; the door looks the token up."""
        raise NotImplementedError


class Interface(NinjaAPI):
    """The interface, whose description says that errors are problem+json."""

    def get_openapi_schema(self, **more: Any) -> OpenAPISchema:
        """Return the description."""
        schema = super().get_openapi_schema(**more)
        for operations in schema["paths"].values():
            for operation in operations.values():
                for status, said in operation["responses"].items():
                    if int(status) >= 400 and "content" in said:
                        said["content"] = {KIND: said["content"]["application/json"]}
        return schema


api = Interface(
    title="旧改",
    version="1",
    description="老旧小区改造台账与结论。令牌在“我的令牌”中新建。",
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api",
    auth=Token(),
)
router = Router()
Id = Annotated[int, Field(ge=0, lt=2**63)]
ERRORS: Final = dict.fromkeys((400, 401, 403, 404, 422, 429), shapes.Problem)


@router.get("/estates", response={200: shapes.EstatePage, **ERRORS}, summary="小区列表")
def estates(request: HttpRequest, query: Query[shapes.EstateQuery]) -> HttpResponse:
    """Return a page of the estates that fit."""
    wanted = query.wanted()
    text, count = _chosen(request, query, wanted) or _walked(request, query, wanted)
    more = count is None or query.offset + query.limit < count
    following = _next(request, query) if more and text != "[]" else None
    return HttpResponse(
        f'{{"count": {json.dumps(count)}, "next": {json.dumps(following)}, "items": {text}}}',
        content_type=JSON,
    )


def _chosen(
    request: HttpRequest, query: shapes.EstateQuery, wanted: Wanted
) -> tuple[str, int | None] | None:
    """Return a page by the ids of all that fit, with their number; None where they are many."""
    if not wanted.is_narrow:
        return None
    caller = ask(request, ApiScope.REGISTER, often=True).caller
    if (ids := fitting_ids(caller, wanted)) is None:
        return None
    shown = ids[query.offset : query.offset + query.limit].tolist()
    text = ask_on(caller, BY_ID[query.facts], [shown], often=True)[0][0]
    return text, len(ids) if query.count else None


def _walked(
    request: HttpRequest, query: shapes.EstateQuery, wanted: Wanted
) -> tuple[str, int | None]:
    """Return a page found in order, and how many there are in all if that is asked."""
    sql, values = page_of(wanted, facts=query.facts, limit=query.limit, offset=query.offset)
    answer = ask(request, ApiScope.REGISTER, sql, values)
    return answer.rows[0][0], count_fitting(answer.caller, wanted) if query.count else None


def _next(request: HttpRequest, query: shapes.EstateQuery) -> str:
    asked = request.GET.dict() | {"offset": str(query.offset + query.limit)}
    return f"{ESTATES}?{urlencode(asked)}"


@router.get("/estates/{id}", response={200: shapes.EstateItem, **ERRORS}, summary="一个小区")
def estate(request: HttpRequest, id: Path[Id]) -> HttpResponse:  # noqa: A002 - the address
    """Return an estate with all its facts."""
    return _found(ask(request, ApiScope.REGISTER, ONE, [id], often=True).rows)


@router.get(
    "/estates/{id}/buildings",
    response={200: list[shapes.BuildingItem], **ERRORS},
    summary="小区的楼栋",
)
def buildings(request: HttpRequest, id: Path[Id]) -> HttpResponse:  # noqa: A002
    """Return the buildings of an estate with their facts."""
    return _found(ask(request, ApiScope.REGISTER, BUILDINGS, [id, id], often=True).rows)


def _found(rows: list[tuple[Any, ...]]) -> HttpResponse:
    if not rows or rows[0][0] is None:
        raise Http404
    return HttpResponse(rows[0][0], content_type=JSON)


@router.get(
    "/estates/{id}/verdicts",
    response={200: shapes.EstateVerdicts, **ERRORS},
    summary="小区的结论与理由",
)
def verdicts(
    request: HttpRequest,
    id: Path[Id],  # noqa: A002
    day: date | None = None,
) -> dict[str, Any]:
    """Return what every rule in force on a day says of an estate, with its reasons."""
    with entered(request, ApiScope.REGISTER):
        return verdicts_on(_estate(id), day=day or timezone.localdate())


@router.get(
    "/estates/{id}/verdicts/trace",
    response={200: shapes.VerdictTrace, **ERRORS},
    summary="小区的结论随规定的变化",
)
def verdict_trace(
    request: HttpRequest,
    id: Path[Id],  # noqa: A002
    query: Query[shapes.TraceQuery],
) -> dict[str, Any]:
    """Return on which days the law made verdicts on an estate others, on the facts of now."""
    with entered(request, ApiScope.REGISTER):
        last = query.last or timezone.localdate()
        return trace_of(_estate(id), first=query.first, last=last, rule=query.rule)


@router.get(
    "/estates/{id}/provenance",
    response={200: list[shapes.Origin], **ERRORS},
    summary="每个值的来源",
)
def provenance(request: HttpRequest, id: Path[Id]) -> list[dict[str, Any]]:  # noqa: A002
    """Return from which file and row each value of an estate comes, and who brought it."""
    with entered(request, ApiScope.REGISTER):
        return origins_of(_estate(id))


def _estate(pk: int) -> Estate:
    found = Estate.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@router.get("/policies", response={200: shapes.Policies, **ERRORS}, summary="现行政策")
def policies(
    request: HttpRequest,
    place: Annotated[str, Field(pattern=r"^[0-9]{2,12}$")],
    day: date | None = None,
) -> dict[str, Any]:
    """Return the documents in force in a place on a day, with their rules."""
    ask(request, ApiScope.POLICY)
    return policies_on(place, day=day or timezone.localdate())


@router.get("/policies/readings", response={200: shapes.Readings, **ERRORS}, summary="现行口径")
def readings(
    request: HttpRequest,
    place: Annotated[str, Field(pattern=r"^[0-9]{2,12}$")],
    day: date | None = None,
) -> dict[str, Any]:
    """Return how every open place of the texts is read in a place on a day, and who chose it."""
    ask(request, ApiScope.POLICY)
    return readings_on(place, day=day or timezone.localdate())


api.add_router("/v1", router)
for other in routers_of_apps():
    api.add_router("/v1", other)


@api.exception_handler(Turned)
def _turned(_request: HttpRequest, error: Turned) -> HttpResponse:
    return turned(error)


@api.exception_handler(Http404)
def _missing(_request: HttpRequest, _error: Http404) -> HttpResponse:
    return problem(404, _("没有找到；它可能在您的区划之外，或已并入别的小区。"))


@api.exception_handler(UsageError)
def _unusable(_request: HttpRequest, error: UsageError) -> HttpResponse:
    return problem(400, str(error))


@api.exception_handler(HttpError)
def _unread(_request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, _("请求正文读不出来；请用 UTF-8 的 JSON。"))


@api.exception_handler(ValidationError)
def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [
        {"where": ".".join(map(str, one["loc"][1:])), "says": one["msg"]} for one in error.errors
    ]
    return problem(422, _("请求里有不能用的值；见 errors。"), errors=errors)
