"""The works of a project: what each item costs, and which households share it by what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from jiugai.finance.lines import Line, read_lines
from jiugai.finance.sharing.households import Address, Household, address_of
from jiugai.finance.sharing.words import (
    BASIS_WORDS,
    CLASS_WORDS,
    SCOPE_WORDS,
    TOTALS,
    WORKS_HEADINGS,
    Basis,
    Scope,
)
from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import named, title_of
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import Cents, in_yuan
from jiugai.policy.entries import Works

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the works; `basis` is None where nobody agreed on one."""

    name: str
    works: Works
    cost: Cents
    scope: Scope
    of: Address
    basis: Basis | None
    line: Line = field(repr=False, compare=False)

    @property
    def title(self) -> str:
        """Return the name with the place it is shared in."""
        return f"{self.name} {self.of}".strip()

    def concerns(self, address: Address) -> bool:
        """Return whether a household shares the item."""
        return all(
            not part or part == other
            for part, other in (
                (self.of.building, address.building),
                (self.of.unit, address.unit),
                (self.of.door, address.door),
            )
        )


def read_works(path: Path, sheet: str = "") -> tuple[Item, ...]:
    """Return the items of a table in its order.

    A line 合计 must carry the sum of the costs. Raises InputError if a cost is missing or
    negative, a class, scope or basis is unknown, or an item stands twice.
    """
    lines = read_lines(path, WORKS_HEADINGS, needed=("item", "works", "cost"), sheet=sheet)
    totals = [line for line in lines if named(line.text("item"), TOTALS)]
    items = [_item(line) for line in lines if line not in totals]
    if not items:
        raise InputError(_("表头下面没有一项内容；请填写后再用。"), file=lines[0].file)
    _refuse_twice(items)
    whole = sum(item.cost for item in items)
    for line in totals:
        if line.text("cost") and line.amount("cost", _("合计")) != whole:
            raise line.wrong(
                "cost",
                _("合计“{text}”与各项之和 {whole} 元不符；请核对。").format(
                    text=line.text("cost"), whole=in_yuan(whole)
                ),
            )
    return tuple(items)


def sharers(item: Item, households: Sequence[Household]) -> list[Household]:
    """Return the households that share an item; raises InputError if there is none."""
    found = [one for one in households if item.concerns(one.address)]
    if not found:
        raise item.line.wrong(
            "building",
            _("住户表中没有“{of}”的住户，“{item}”无人分摊；请核对楼栋、单元和户号。").format(
                of=item.of, item=item.name
            ),
        )
    return found


def _item(line: Line) -> Item:
    name = line.needed("item", _("内容"))
    works = _choice(line, "works", _("类别"), CLASS_WORDS)
    scope = _scope(line)
    basis = _choice(line, "basis", _("分摊方式"), BASIS_WORDS) if line.text("basis") else None
    return Item(
        name, works, line.amount("cost", _("金额")), scope, _place(line, scope), basis, line
    )


def _scope(line: Line) -> Scope:
    if line.text("scope"):
        return _choice(line, "scope", _("范围"), SCOPE_WORDS)
    if any(line.text(name) for name in ("building", "unit", "door")):
        raise line.wrong("scope", _("写了楼栋却没有写范围；请写 楼栋、单元 或 户。"))
    raise line.wrong("scope", _("没有写范围；请写 小区、楼栋、单元 或 户。"))


def _place(line: Line, scope: Scope) -> Address:
    """Return the place that is shared, as far as the scope asks for it."""
    whole = address_of(line)
    match scope:
        case Scope.ESTATE:
            return Address("", "", "")
        case Scope.BUILDING:
            line.needed("building", _("楼栋"))
            return Address(whole.building, "", "")
        case Scope.UNIT:
            line.needed("building", _("楼栋"))
            line.needed("unit", _("单元"))
            return Address(whole.building, whole.unit, "")
        case Scope.HOUSEHOLD:
            line.needed("building", _("楼栋"))
            line.needed("door", _("户号"))
            return whole


def _choice(line: Line, name: str, what: str, words: Mapping[E, tuple[str, ...]]) -> E:
    text = line.needed(name, what)
    for one, known in words.items():
        if named(text, known):
            return one
    raise line.wrong(
        name,
        _("不认识{what}“{text}”；请用 {known} 之一。").format(
            what=what, text=text, known=listed(title_of(known) for known in words.values())
        ),
    )


def _refuse_twice(items: Iterable[Item]) -> None:
    seen: dict[tuple[str, Address], Item] = {}
    for item in items:
        first = seen.setdefault((item.name, item.of), item)
        if first is not item:
            raise item.line.wrong(
                "item",
                _("“{item}”与 {at} 重复；请合并成一行，或改用不同的名称。").format(
                    item=item.title, at=first.line.cells["item"].at
                ),
            )
