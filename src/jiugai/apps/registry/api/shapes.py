"""The shapes of questions and answers, from which the OpenAPI document is made."""

from datetime import date, datetime
from typing import Annotated, Any, Final, Literal

from ninja import Schema
from pydantic import ConfigDict, Field, field_validator

from jiugai.apps.registry.models import Stage
from jiugai.apps.registry.queries.boxes import box
from jiugai.apps.registry.queries.estates import Wanted
from jiugai.kernel.verdict import Verdict

MOST: Final = 500
#: Sorted pages further back than this are asked for by filters, not by counting.
DEEPEST: Final = 1_000_000
WORD: Final = r"^[^\x00]*$"

Sort = Literal[
    "name", "code", "division", "year", "households", "buildings", "area", "management", "stage",
    "-name", "-code", "-division", "-year", "-households", "-buildings", "-area", "-management",
    "-stage",
]  # fmt: skip
Text = Annotated[str, Field(max_length=60, pattern=WORD)]
Whole = Annotated[int, Field(ge=-(2**31), lt=2**31)]


class EstateQuery(Schema):
    """Filters, order and page of a list of estates: those of the list that people see."""

    model_config = ConfigDict(extra="ignore")

    q: Text = Field("", description="名称、地址、编号或拼音首字母中的词")
    division: Annotated[str, Field(max_length=12, pattern=r"^[0-9]*$")] = Field(
        "", description="区划代码，含其下各级"
    )
    stage: Stage | None = None
    verdict: Verdict | None = Field(None, description="总的结论，或 rule 的结论")
    rule: Text = Field("", description="规则编号，与 verdict 合用")
    missing: Text = Field("", description="缺少的事实")
    management: Text = ""
    conflicts: bool = Field(False, description="有来源冲突待处理")
    built_from: Whole | None = Field(None, description="建成年代自（含）")
    built_to: Whole | None = Field(None, description="建成年代至（含）")
    built_before: Whole | None = Field(None, description="建成年代早于（不含）")
    bbox: Annotated[str, Field(max_length=120)] = Field("", description="西,南,东,北（WGS-84 度）")
    ids: Annotated[str, Field(max_length=8000)] = Field("", description="编号，以逗号分隔")
    sort: Sort = "name"
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50
    offset: Annotated[int, Field(ge=0, le=DEEPEST)] = 0
    facts: bool = Field(False, description="每个小区带上全部事实")
    count: bool = Field(True, description="给出总数")

    @field_validator("bbox")
    @classmethod
    def _is_a_box(cls, value: str) -> str:
        if value:
            box(value)
        return value

    @field_validator("ids")
    @classmethod
    def _are_numbers(cls, value: str) -> str:
        if value:
            numbers(value)
        return value

    def wanted(self) -> Wanted:
        """Return what is looked for, as the list page says it."""
        to = [year for year in (self.built_to, self.built_before) if year is not None]
        if self.built_before is not None:
            to[-1] -= 1
        return Wanted(
            words=self.q,
            division=self.division,
            stage=self.stage or "",
            verdict=self.verdict or "",
            rule=self.rule,
            missing=self.missing,
            management=self.management,
            conflicts=self.conflicts,
            built_from=self.built_from,
            built_to=min(to, default=None),
            order=self.sort.removeprefix("-"),
            backwards=self.sort.startswith("-"),
            within=box(self.bbox) if self.bbox else None,
            ids=numbers(self.ids) if self.ids else (),
        )


def numbers(text: str) -> tuple[int, ...]:
    """Return ids; raises ValueError if a word is none."""
    found = tuple(int(word) for word in text.split(","))
    if not all(0 <= one < 2**63 for one in found):
        raise ValueError("ids")
    return found


class Problem(Schema):
    """What went wrong and what to do (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    errors: list[dict[str, Any]] | None = None


class EstateItem(Schema):
    """An estate as lists show it; columns that are not known are null."""

    id: int
    code: str
    name: str | None
    address: str | None
    division: str
    district: str
    stage: Stage
    verdict: Verdict | None
    judged_on: date | None
    met: list[str]
    not_met: list[str]
    unknown: list[str]
    missing: list[str]
    built_year: int | None
    building_count: int | None
    household_count: int | None
    floor_area_m2: float | None
    management_mode: str | None
    lon: float | None
    lat: float | None
    version: int
    updated_at: datetime
    facts: dict[str, Any] | None = None


class EstatePage(Schema):
    """A page of estates; `next` is the address of the one after it."""

    count: int | None
    items: list[EstateItem]
    next: str | None


class BuildingItem(Schema):
    """A building with its facts."""

    id: int
    code: str
    name: str
    built_year: int | None
    storeys: int | None
    household_count: int | None
    floor_area_m2: float | None
    danger: str | None
    lon: float | None
    lat: float | None
    facts: dict[str, Any]
    version: int


class Clause(Schema):
    """A place in a document."""

    document: str
    clause: str


class Condition(Schema):
    """One condition of a rule and what became of it."""

    says: str
    truth: bool | None
    clause: Clause | None
    facts: dict[str, Any]
    parts: list["Condition"]


class VerdictItem(Schema):
    """What one rule says of an estate, and why."""

    rule: str
    title: str
    means: str
    topic: str
    verdict: Verdict
    because: list[Clause]
    missing: list[str]
    readings: dict[str, str]
    why: Condition


class ReadingChoice(Schema):
    """An option of an open place of the texts that an office took for its place."""

    reading: str
    option: str
    place: str
    is_binding: bool
    since: date
    until: date | None
    reason: str
    basis: str
    by: str
    at: datetime


class ReadingInForce(Schema):
    """How an open place of the texts is read; `default_of` is the place whose default it is."""

    id: str
    document: str
    clause: str
    question: str
    options: dict[str, str]
    taken: str
    default_of: str | None
    choice: ReadingChoice | None


class Readings(Schema):
    """How every open place of the texts is read in a place on a day."""

    place: str
    day: date
    digest: str
    readings: list[ReadingInForce]


class EstateVerdicts(Schema):
    """What the law of a day says of an estate."""

    estate: int
    day: date
    digest: str
    chosen: list[ReadingChoice]
    overall: Verdict
    verdicts: list[VerdictItem]


class TraceQuery(Schema):
    """Between which days, and of which rule."""

    model_config = ConfigDict(extra="ignore")

    first: date = Field(date(2017, 1, 1), description="自哪一天（含）")
    last: date | None = Field(None, description="至哪一天（含），缺省为今天")
    rule: Text = Field("", description="只看一条规则")


class VerdictChange(Schema):
    """A rule whose verdict became another; null where it is not in force."""

    rule: str
    title: str
    clause: Clause
    before: Verdict | None
    after: Verdict | None


class TraceStep(Schema):
    """A day on which the law made verdicts others."""

    day: date
    overall: Verdict | None
    changes: list[VerdictChange]


class VerdictTrace(Schema):
    """How the verdicts on an estate changed with the law, on the facts as they are now."""

    estate: int
    steps: list[TraceStep]


class Origin(Schema):
    """Where some values of an estate come from."""

    source: int
    kind: str
    file: str
    sheet: str
    row: int | None
    facts: list[str]
    by: str
    at: datetime
    reason: str


class Document(Schema):
    """A document in force, with its rules."""

    id: str
    title: str
    official_number: str
    issuer: str
    place: str
    url: str
    rules: list[dict[str, str]]


class Policies(Schema):
    """What is in force in a place on a day."""

    place: str
    day: date
    digest: str
    documents: list[Document]
