"""Pages of lists in the open interface of projects: what is asked, and how it is answered."""

import json
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from pydantic import ConfigDict, Field

from jiugai.apps.registry.api.door import ask
from jiugai.apps.registry.api.shapes import DEEPEST, MOST, Problem
from jiugai.apps.registry.models import ApiScope

JSON: Final = "application/json; charset=utf-8"
ERRORS: Final = dict.fromkeys((400, 401, 403, 404, 422, 429), Problem)
Id = Annotated[int, Field(ge=0, lt=2**63)]
Code = Annotated[str, Field(max_length=12, pattern=r"^[0-9]*$")]


class Pages(Schema):
    """Which page of a list within a division."""

    model_config = ConfigDict(extra="ignore")

    division: Code = Field("", description="区划代码，含其下各级")
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50
    offset: Annotated[int, Field(ge=0, le=DEEPEST)] = 0


class Paged(Pages):
    """Which page of a list that can be asked for one estate."""

    estate: Annotated[int | None, Field(ge=0, lt=2**63)] = Field(
        None, description="小区编号（id）"
    )

    @property
    def within(self) -> list[Any]:
        """Return the bounds of the division, and the estate twice, as the questions take them."""
        return [self.division, f"{self.division}:", self.estate, self.estate]


def page_of_rows(
    request: HttpRequest, address: str, sql: str, values: list[Any], query: Pages
) -> HttpResponse:
    """Return a page; whether there is another is seen from whether this one is full."""
    plain = [getattr(value, "value", value) for value in values]
    answer = ask(request, ApiScope.PROJECTS, sql, [*plain, query.limit, query.offset])
    text, count = answer.rows[0]
    following = None
    if count == query.limit:
        asked = request.GET.dict() | {"offset": str(query.offset + query.limit)}
        following = f"{address}?{urlencode(asked)}"
    return HttpResponse(f'{{"next": {json.dumps(following)}, "items": {text}}}', content_type=JSON)
