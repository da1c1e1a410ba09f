"""The households of an estate, each by its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Final

from jiugai.finance.lines import Line, read_lines
from jiugai.finance.sharing.floors import floor_of
from jiugai.finance.sharing.words import HOUSEHOLD_HEADINGS, TOTALS
from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import half, named
from jiugai.kernel.i18n import _
from jiugai.kernel.money import Cents

#: An estate of more households is several estates.
MOST_HOUSEHOLDS: Final = 50_000
_SUFFIX: Final = re.compile(r"(号楼|栋楼|单元|楼|栋|幢|座|门|室|户|号)+$")
_PREFIX: Final = re.compile(r"^(BUILDING|BLOCK|UNIT|FLAT|ROOM)(?=\d)")
_DIGITS: Final = re.compile(r"(\d+)")
_ORGANISATION: Final = re.compile(r"(公司|厂|局|院|所|中心|委员会|学校|单位|银行|集团|合作社|部)$")


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Where a household lives, in one spelling: 3号楼2单元301室 is 3, 2, 301."""

    building: str
    unit: str
    door: str

    def __str__(self) -> str:
        return "-".join(part for part in (self.building, self.unit, self.door) if part)

    @property
    def key(self) -> tuple[tuple[tuple[int, int, str], ...], ...]:
        """Return what addresses are ordered by: 9 before 10."""
        return tuple(_natural(part) for part in (self.building, self.unit, self.door))


@dataclass(frozen=True, slots=True)
class Household:
    """A household; `floor` and `area` are None where nobody wrote them."""

    address: Address
    floor: int | None
    area: Fraction | None
    owner: str
    provident: Cents | None
    maintenance: Cents | None
    line: Line = field(repr=False, compare=False)


def read_households(path: Path, sheet: str = "") -> tuple[Household, ...]:
    """Return the households of a table in the order of their addresses.

    A line 合计 must carry the sum of the areas. Raises InputError if an address stands twice, a
    number cannot be read, or the areas do not add up.
    """
    lines = read_lines(
        path,
        HOUSEHOLD_HEADINGS,
        needed=("building", "door"),
        sheet=sheet,
        most_rows=MOST_HOUSEHOLDS + 20,
    )
    totals = [line for line in lines if named(line.text("building"), TOTALS)]
    found = [_household(line) for line in lines if line not in totals]
    if not found:
        raise InputError(_("表头下面没有一户；请填写后再用。"), file=lines[0].file)
    _refuse_twice(found)
    for line in totals:
        if line.text("area"):
            check_area(found, line.number("area", _("面积合计")), line=line)
    return tuple(sorted(found, key=lambda one: one.address.key))


def check_area(
    households: Iterable[Household], declared: Fraction, *, line: Line | None = None
) -> None:
    """Raise InputError if the areas do not add up to what was declared."""
    whole = sum((one.area or Fraction(0) for one in households), Fraction(0))
    if whole == declared:
        return
    message = _("各户面积合计 {whole} ㎡，与申报的 {declared} ㎡ 相差 {off} ㎡；请核对。").format(
        whole=metres(whole), declared=metres(declared), off=metres(abs(whole - declared))
    )
    raise line.wrong("area", message) if line else InputError(message)


def metres(area: Fraction) -> str:
    """Return an area with at most four decimals."""
    return f"{float(area):,.4f}".rstrip("0").rstrip(".")


def masked(owner: str) -> str:
    """Return a name as it may stand in a notice: persons masked, organisations whole."""
    if not owner or _ORGANISATION.search(owner):
        return owner
    return owner[0] + "*" * max(len(owner) - 1, 1)


def address_of(line: Line) -> Address:
    """Return the address that a line names; its parts may be empty."""
    return Address(*(plain_part(line.text(name)) for name in ("building", "unit", "door")))


def plain_part(text: str) -> str:
    """Return a part of an address in one spelling: 第03号楼 is 3, as is Building 3."""
    bare = re.sub(r"\s", "", half(text)).upper().removeprefix("第")
    bare = _SUFFIX.sub("", _PREFIX.sub("", bare)) or bare
    return re.sub(r"^0+(?=\d)", "", bare)


def _household(line: Line) -> Household:
    line.needed("building", _("楼栋"))
    line.needed("door", _("户号"))
    area = line.number("area", _("面积")) if line.text("area") else None
    if area == 0:
        raise line.wrong("area", _("面积为 0；请改正，不知道的留空。"))
    return Household(
        address=address_of(line),
        floor=floor_of(line) if line.text("floor") else None,
        area=area,
        owner=line.text("owner"),
        provident=_withdrawal(line, "provident", _("提取公积金")),
        maintenance=_withdrawal(line, "maintenance", _("使用维修资金")),
        line=line,
    )


def _withdrawal(line: Line, name: str, what: str) -> Cents | None:
    return line.amount(name, what) if line.text(name) else None


def _refuse_twice(households: Sequence[Household]) -> None:
    seen: dict[Address, Household] = {}
    for one in households:
        first = seen.setdefault(one.address, one)
        if first is not one:
            raise one.line.wrong(
                "door",
                _("“{address}”与 {at} 是同一户；请删去一行，或补上单元加以区别。").format(
                    address=one.address, at=first.line.cells["door"].at
                ),
            )


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a text cut into numbers and letters, numbers first."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in _DIGITS.split(text)
        if part
    )
