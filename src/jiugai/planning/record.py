"""A plan as its plan.json keeps it: read back to be compared, or changed as little as asked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from jiugai.kernel.errors import InputError, UsageError
from jiugai.kernel.i18n import _
from jiugai.kernel.money import Cents, parse_amount
from jiugai.planning.classes import CLASSES
from jiugai.planning.money.budget import OWN, Source
from jiugai.policy.entries import Works

#: What plan.json calls itself; the number rises when a field changes its meaning.
FORMAT: Final = "jiugai-plan-2"
NAME: Final = "plan.json"
#: The only member that the clock of the machine decides: equal plans are equal without it.
CLOCK: Final = "seconds"

#: A plan of 50,000 estates has about 40 MB.
_MOST_BYTES: Final = 1_000_000_000

#: Cents per class of works, in the order of `CLASSES`.
PerClass = tuple[Cents, Cents, Cents]


@dataclass(frozen=True, slots=True)
class ChosenRecord:
    """An estate in a plan: year, works, what they cost per class and are worth in thousandths.

    `own` is the part of the cost that the estate's social capital pays, `need` the score in
    hundredths of a point, `together` its half of what it adds with its neighbours.
    """

    id: str
    name: str
    division: str
    street: str
    households: int
    need: int
    year: int
    works: tuple[Works, ...]
    costs: PerClass
    own: Cents
    milli: int
    together: int = 0

    @property
    def cost(self) -> Cents:
        """Return what the works cost, whoever pays."""
        return Cents(sum(self.costs))

    @property
    def worth(self) -> int:
        """Return what the estate adds to the plan, in thousandths, neighbours included."""
        return self.milli + self.together


@dataclass(frozen=True, slots=True)
class OutRecord:
    """An estate that a plan leaves out, and why."""

    id: str
    name: str
    division: str
    street: str
    households: int
    need: int
    why: str
    reason: str


@dataclass(frozen=True, slots=True)
class MoneyRecord:
    """What one source, by its id, gives in one year, pays per class and has left."""

    year: int
    source: str
    classes: frozenset[Works]
    given: Cents
    paid: PerClass
    left: Cents


@dataclass(frozen=True)
class PlanRecord:
    """A plan read back; `milli` and `bound` in thousandths of benefit, `name` what to call it.

    `weights` says in words what the benefit was computed with, entry by entry.
    """

    name: str
    place: str
    day: date
    years: tuple[int, ...]
    milli: int
    bound: int
    strict: bool
    carry: bool
    budget: Cents
    weights: Mapping[str, str]
    chosen: tuple[ChosenRecord, ...]
    left_out: tuple[OutRecord, ...]
    money: tuple[MoneyRecord, ...]
    binding: tuple[str, ...] = field(default=())

    @property
    def gap(self) -> float:
        """Return how much better, in proportion, an unknown plan could be at most."""
        if self.bound == self.milli:
            return 0.0
        return (self.bound - self.milli) / self.milli if self.milli else 1.0

    @property
    def cost(self) -> Cents:
        """Return what the whole plan costs."""
        return Cents(sum(one.cost for one in self.chosen))

    @property
    def households(self) -> int:
        """Return how many households the plan reaches."""
        return sum(one.households for one in self.chosen)

    @cached_property
    def by_id(self) -> dict[str, ChosenRecord]:
        """Return the chosen estates by id."""
        return {one.id: one for one in self.chosen}

    @cached_property
    def out_by_id(self) -> dict[str, OutRecord]:
        """Return the estates left out by id."""
        return {one.id: one for one in self.left_out}

    @cached_property
    def pool(self) -> frozenset[str]:
        """Return the id of every estate that was looked at."""
        return frozenset(self.by_id) | frozenset(self.out_by_id)


def read_record(path: Path, *, name: str = "") -> PlanRecord:
    """Return the plan of a folder that `jiugai plan` wrote, or of a plan.json.

    Raises InputError if there is none, or it is damaged or of another kind.
    """
    file = path / NAME if path.is_dir() else path
    if not file.is_file():
        raise InputError(
            _("没有 {file}；请指向 jiugai plan 的输出文件夹。").format(file=NAME), file=str(path)
        )
    if file.stat().st_size > _MOST_BYTES:
        raise InputError(_("文件过大，不像一份计划；请检查是否选错了文件。"), file=str(file))
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(
            _("不是完整的 JSON 文件；请用 jiugai plan 重新生成。"), file=str(file)
        ) from error
    return record_of(content, name=name or _called(path), file=str(file))


def _called(path: Path) -> str:
    """Return what people will call a plan: its folder, or its file if that says more."""
    whole = path.resolve()
    return (
        whole.parent.name if whole.name == NAME else whole.stem if path.is_file() else whole.name
    )


def record_of(content: Any, *, name: str, file: str = NAME) -> PlanRecord:
    """Return what plan.json says.

    Raises InputError if it is of another kind or version, or damaged.
    """
    if not isinstance(content, dict) or "objective" not in content:
        raise InputError(_("不是 jiugai plan 写出的计划；请检查是否选错了文件。"), file=file)
    if content.get("format") != FORMAT:
        raise InputError(
            _(
                "计划的格式是“{found}”，现在读的是“{known}”；请用现在的 jiugai plan 重新生成。"
            ).format(found=content.get("format") or "–", known=FORMAT),
            file=file,
        )
    try:
        found = _record(content, name)
        _check(found)
    except (KeyError, TypeError, ValueError, OverflowError, UsageError) as error:
        raise InputError(
            _("计划已损坏（{what}）；请用 jiugai plan 重新生成。").format(what=error), file=file
        ) from error
    return found


def _record(content: Mapping[str, Any], name: str) -> PlanRecord:
    return PlanRecord(
        name=name,
        place=_text(content, "place"),
        day=date.fromisoformat(content["day"]),
        years=tuple(map(int, content["years"])),
        milli=_milli(content["objective"]),
        bound=_milli(content["bound"]),
        strict=bool(content["strict"]),
        carry=bool(content["carry"]),
        budget=_cents(content["budget"]["total_wan"]),
        weights={str(key): str(value) for key, value in dict(content["weights"]).items()},
        chosen=tuple(map(_chosen, content["chosen"])),
        left_out=tuple(map(_left_out, content["left_out"])),
        money=tuple(map(_money, content["money"])),
        binding=tuple(_text(one, "text") for one in content["binding"]),
    )


def _chosen(raw: Mapping[str, Any]) -> ChosenRecord:
    return ChosenRecord(
        **_estate(raw),
        year=int(raw["year"]),
        works=tuple(map(Works, raw["classes"])),
        costs=_per_class(raw["costs_wan"]),
        own=_cents(raw["social_capital_wan"]),
        milli=_milli(raw["benefit"]),
        together=_milli(raw["together"]),
    )


def _left_out(raw: Mapping[str, Any]) -> OutRecord:
    return OutRecord(**_estate(raw), why=_text(raw, "why"), reason=_text(raw, "reason"))


def _estate(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": _text(raw, "estate_id"),
        "name": _text(raw, "name"),
        "division": _text(raw, "division"),
        "street": _text(raw, "street"),
        "households": int(raw["households"]),
        "need": round(100 * float(raw["score"])),
    }


def _money(raw: Mapping[str, Any]) -> MoneyRecord:
    return MoneyRecord(
        year=int(raw["year"]),
        source=_source(raw),
        classes=frozenset(map(Works, raw["classes"])),
        given=_cents(raw["given_wan"]),
        paid=_per_class(raw["paid_wan"]),
        left=_cents(raw["left_wan"]),
    )


def _source(raw: Mapping[str, Any]) -> str:
    """Return the id of a source; raises ValueError if there is no such one."""
    id_ = _text(raw, "source")
    return id_ if id_ == OWN else Source(id_).value


def _text(raw: Mapping[str, Any], key: str) -> str:
    if not isinstance(raw[key], str):
        raise TypeError(f"{key}: {raw[key]!r}")
    return str(raw[key])


def _milli(value: object) -> int:
    return round(1000 * float(str(value)))


def _cents(text: object) -> Cents:
    return parse_amount(str(text), unit="万")


def _per_class(raw: Mapping[str, Any]) -> PerClass:
    basic, improving, upgrading = (_cents(raw.get(works.value, "0")) for works in CLASSES)
    return basic, improving, upgrading


def _check(found: PlanRecord) -> None:
    """Raise ValueError if a plan contradicts itself."""
    if len(found.chosen) + len(found.left_out) != len(found.pool):
        raise ValueError(_("小区编号重复"))
    if found.bound < found.milli:
        raise ValueError("bound < objective")
    for complaint in _complaints(found.years, found.chosen):
        raise ValueError(complaint)


def _complaints(years: Sequence[int], chosen: Sequence[ChosenRecord]) -> Iterator[str]:
    for one in chosen:
        if one.year not in years:
            yield f"{one.id}: {one.year}"
        if one.households < 0 or one.own > one.cost:
            yield one.id
