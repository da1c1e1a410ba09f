"""Units in headings and cells: which quantity they measure and how much of it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from jiugai.census.words import dense
from jiugai.policy.vocabulary import Fact, Kind


class Quantity(StrEnum):
    """What a unit measures."""

    AREA = "area"  # in ㎡
    MONEY = "money"  # in 元
    SHARE = "share"  # of 1
    BUILDINGS = "buildings"
    HOUSEHOLDS = "households"
    PEOPLE = "people"
    CASES = "cases"
    STOREYS = "storeys"
    DEGREES = "degrees"
    YEARS = "years"
    LENGTH = "length"  # in metres


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, and how much of its quantity's own unit it is."""

    name: str
    quantity: Quantity
    scale: Decimal


_NAMES: Final = {
    Quantity.AREA: "平方米 平米 平方 m2 ㎡ 平",
    Quantity.MONEY: "元 圆 块 rmb cny 人民币",
    Quantity.BUILDINGS: "栋 幢 座 个 楼 栋楼 幢楼",
    Quantity.HOUSEHOLDS: "户 家 户居民",
    Quantity.PEOPLE: "人 口 名 人口",
    Quantity.CASES: "件 起 次 条 件次 个",
    Quantity.STOREYS: "层 楼",
    Quantity.DEGREES: "° 度 degree deg",
    Quantity.YEARS: "年 年份 年度",
    Quantity.LENGTH: "米 m 延米",
}
#: The unit of money as it is kept.
CENTS: Final = "分"

_ODD: Final[dict[Quantity, dict[str, int | str | Decimal]]] = {
    Quantity.AREA: {"公顷": 10_000, "ha": 10_000, "亩": Decimal(2000) / 3, "平方公里": 1_000_000},
    Quantity.SHARE: {
        "%": "0.01",
        "百分比": "0.01",
        "‰": "0.001",
        "千分比": "0.001",
        "pct": "0.01",
    },
    Quantity.MONEY: {CENTS: "0.01"},
    Quantity.LENGTH: {"公里": 1_000, "km": 1_000},
}
_MULTIPLES: Final = {
    "千": 1_000,
    "万": 10_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
}
_PREFIX: Final = re.compile(r"^(计量)?单位[:为]?")


def _all_units() -> dict[Quantity, dict[str, Unit]]:
    found: dict[Quantity, dict[str, Unit]] = {quantity: {} for quantity in Quantity}
    for quantity, names in _NAMES.items():
        # 1.2万 counts what the column counts.
        for name in ("", *names.split()):
            for multiple, scale in _MULTIPLES.items():
                found[quantity][multiple + name] = Unit(multiple + name, quantity, Decimal(scale))
        for name in names.split():
            found[quantity][name] = Unit(name, quantity, Decimal(1))
    for quantity, odd in _ODD.items():
        for name, worth in odd.items():
            found[quantity][name] = Unit(name, quantity, Decimal(worth))
    return found


_UNITS: Final = _all_units()
_PER_FACT: Final = {"栋": Quantity.BUILDINGS, "层": Quantity.STOREYS, "件": Quantity.CASES}


def quantity_of(fact: Fact) -> Quantity | None:
    """Return what a fact measures, None where it has no unit."""
    if fact.kind is Kind.YEAR:
        return Quantity.YEARS
    if fact.unit in _PER_FACT:
        return _PER_FACT[fact.unit]
    unit = find_unit(fact.unit)
    return unit.quantity if unit else None


def own_unit(fact: Fact) -> Unit | None:
    """Return the unit in which a ledger writes a fact unless it says otherwise."""
    quantity = quantity_of(fact)
    return find_unit(fact.unit, quantity) if quantity and fact.unit else None


def find_unit(text: str, quantity: Quantity | None = None) -> Unit | None:
    """Return the unit that a text names, of one quantity if given, or None."""
    word = _PREFIX.sub("", dense(text).lower()).strip(":,，")
    for one in [quantity] if quantity else Quantity:
        if unit := _UNITS[one].get(word):
            return unit
    return None
