"""By what the households that share an item pay, and where that is written."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from jiugai.finance.sharing.words import Basis, Scope
from jiugai.kernel.i18n import _, listed

if TYPE_CHECKING:
    from jiugai.finance.sharing.floors import FloorTable
    from jiugai.finance.sharing.households import Household
    from jiugai.finance.sharing.works import Item
    from jiugai.policy.law import Law

#: 费用分摊 by agreement, else by area.
CLAUSE: Final = ("cc", "283")


@dataclass(frozen=True, slots=True)
class By:
    """How an item is shared: by what, in words, and the clause or agreement behind it."""

    basis: Basis
    words: str
    ground: str
    floors: FloorTable | None = None

    def weight(self, household: Household) -> Fraction:
        """Return what a household counts.

        Raises InputError if its area or floor is missing, or the floor is not in the table.
        """
        match self.basis:
            case Basis.HEADS:
                return Fraction(1)
            case Basis.AREA:
                return area_of(household)
            case Basis.FLOOR:
                return self._by_floor(household)

    def _by_floor(self, household: Household) -> Fraction:
        table = self.floors
        if table is None:
            raise ValueError("Shared by floor without a table.")
        if household.floor is None:
            raise household.line.wrong(
                "floor", _("“{address}”没有楼层；请填写。").format(address=household.address)
            )
        coefficient = table.of(household.floor)
        if coefficient is None:
            raise household.line.wrong(
                "floor",
                _("{floor} 层不在楼层系数表“{table}”中（有 {known} 层）；请补上系数。").format(
                    floor=household.floor, table=_(table.title), known=table.floors
                ),
            )
        return coefficient * area_of(household) if table.by_area and coefficient else coefficient


def area_of(household: Household) -> Fraction:
    """Return the area of a household; raises InputError if nobody wrote it."""
    if household.area is None:
        raise household.line.wrong(
            "area", _("“{address}”没有建筑面积；请填写。").format(address=household.address)
        )
    return household.area


def basis_of(item: Item, floors: FloorTable | None, law: Law) -> By:
    """Return how an item is shared: as agreed, else by area as the Civil Code says.

    Raises InputError where nothing was agreed and the Civil Code is not in force, or the item is
    shared by floor and no table was given.
    """
    document, number = CLAUSE
    code = next((one for one in law.documents if one.id == document), None)
    clause = f"{document.upper()} {number}" if code else ""
    if item.scope is Scope.HOUSEHOLD:
        return By(Basis.HEADS, _("由该户承担"), _("只惠及一户"))
    if item.basis is None:
        if not clause:
            raise item.line.wrong(
                "basis",
                _(
                    "“{item}”没有写分摊方式，{day} 又没有可依的条文（{clause} 当日尚未施行，"
                    "更早的法律没有收录）；请按业主的约定写 面积、户数 或 楼层。"
                ).format(item=item.name, day=law.day, clause=f"{document.upper()} {number}"),
            )
        return By(Basis.AREA, _("按面积"), _("没有约定，{clause}").format(clause=clause))
    agreed = _("业主约定，{clause}").format(clause=clause) if clause else _("业主约定")
    match item.basis:
        case Basis.AREA:
            return By(Basis.AREA, _("按面积"), agreed)
        case Basis.HEADS:
            return By(Basis.HEADS, _("按户数"), agreed)
        case Basis.FLOOR:
            return _by_floor(item, floors, agreed)


def _by_floor(item: Item, floors: FloorTable | None, agreed: str) -> By:
    if floors is None:
        raise item.line.wrong(
            "basis",
            _("“{item}”按楼层分摊，却没有楼层系数表；请用 --floors 给出业主商定的系数表。").format(
                item=item.name
            ),
        )
    words = _("按楼层系数乘面积") if floors.by_area else _("按楼层系数")
    return By(Basis.FLOOR, words, listed((agreed, _(floors.title)), "；"), floors)
