"""How tenders are asked to be packed: by what, within which sizes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from unicodedata import normalize

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _
from jiugai.kernel.money import Cents, parse_amount

NOTHING: Final = Cents(0)


class By(StrEnum):
    """What a tender package is made of."""

    BLOCK = "block"  # estates that lie together
    STREET = "street"  # a section per sub-district
    CLASS = "class"  # a section per class of works


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """What a package may hold at most, and what it should cost at least, in cents."""

    most_cost: Cents | None = None
    most_households: int | None = None
    most_estates: int | None = None
    least_cost: Cents = NOTHING

    @property
    def most(self) -> tuple[int | None, int | None, int | None]:
        """Return the upper limits as cost, households, estates."""
        return self.most_cost, self.most_households, self.most_estates


@dataclass(frozen=True, slots=True)
class Packaging:
    """How packages are asked for; by block without limits unless somebody says otherwise."""

    by: By = By.BLOCK
    limits: PackageLimits = PackageLimits()


AS_BLOCKS: Final = Packaging()

_BY: Final = {
    "block": By.BLOCK,
    "片区": By.BLOCK,
    "街区": By.BLOCK,
    "street": By.STREET,
    "section": By.STREET,
    "街道": By.STREET,
    "标段": By.STREET,
    "class": By.CLASS,
    "类别": By.CLASS,
}
_BY_NAMES: Final = ("by", "按")


def read_packaging(text: str) -> Packaging:
    """Return how text like "按=片区,万元=3000,户=2000,小区=5,至少万元=300" wants packages.

    "标段" (section) alone means a section per sub-district.
    Raises UsageError if it is anything else.
    """
    by, found = By.BLOCK, dict[str, Any]()
    seen: list[str] = []
    for part in re.split(r"[,;、\s]+", normalize("NFKC", text).strip()):
        word, _equals, value = (piece.strip() for piece in part.partition("="))
        if word in _BY_NAMES and value in _BY:
            field, by = "by", _BY[value]
        elif word in _FIELDS:
            field, read = _FIELDS[word]
            found[field] = read(value, text)
        else:
            raise _unreadable(text)
        if field in seen:
            raise _unreadable(text)
        seen.append(field)
    limits = PackageLimits(**found)
    if limits.most_cost is not None and limits.least_cost > limits.most_cost:
        raise UsageError(
            _("标段规模“{text}”里至少的金额大于至多的金额；请改正其中一项。").format(text=text)
        )
    return Packaging(by, limits)


def _count(value: str, text: str) -> int:
    if not value.isdecimal() or not int(value):
        raise _unreadable(text)
    return int(value)


def _amount(value: str, text: str) -> Cents:
    if not value or not value[0].isdecimal():
        raise _unreadable(text)
    return parse_amount(value, unit="万")


_FIELDS: Final[dict[str, tuple[str, Callable[[str, str], int]]]] = {
    "万元": ("most_cost", _amount),
    "wan": ("most_cost", _amount),
    "户": ("most_households", _count),
    "households": ("most_households", _count),
    "小区": ("most_estates", _count),
    "estates": ("most_estates", _count),
    "至少万元": ("least_cost", _amount),
    "least_wan": ("least_cost", _amount),
}


def _unreadable(text: str) -> UsageError:
    return UsageError(
        _(
            "看不懂标段规模“{text}”；请写成 按=片区,万元=3000,户=2000,小区=5,至少万元=300，"
            "按 可为 片区、街道 或 类别，其余可只写几项。"
        ).format(text=text)
    )


def by_title(by: By) -> str:
    """Return what people call a way of packing."""
    match by:
        case By.BLOCK:
            return _("按片区")
        case By.STREET:
            return _("按街道分标段")
        case By.CLASS:
            return _("按内容类别分标段")
