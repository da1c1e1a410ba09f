"""Rows of a roll beside the register: which flats they are, and what is new of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl
from django.utils.translation import gettext as _

from jiugai.apps.participation.rolls.reading import Row
from jiugai.apps.participation.votes.owners import said_of
from jiugai.apps.registry.models import Building, Estate, Household
from jiugai.consent.addresses import with_addresses
from jiugai.consent.areas import DM2_PER_M2, square_metres
from jiugai.kernel.i18n import listed


@dataclass(frozen=True, slots=True)
class Taken:
    """A row that can be stored: its building, its flat where that is known, what changes."""

    row: Row
    building: Building
    household: Household | None
    what: str

    @property
    def address(self) -> str:
        """Return which flat it is."""
        return self.row.address

    @property
    def area(self) -> str:
        """Return its area in m²."""
        return square_metres(self.row.area_dm2)

    @property
    def owners(self) -> int:
        """Return how many own it."""
        return self.row.owners


@dataclass(frozen=True, slots=True)
class Found:
    """What becomes of the rows of a file."""

    ready: Sequence[Taken]
    same: int
    doubtful: Sequence[Row]
    missing: Sequence[str]
    off: str = ""

    @property
    def new(self) -> int:
        """Return how many flats are not in the register yet."""
        return sum(one.household is None for one in self.ready)


def match(estate: Estate, rows: Iterable[Row], *, area_dm2: int, told_dm2: int | None) -> Found:
    """Return which flats of an estate the rows are, and what would change."""
    buildings = _buildings(estate)
    households = _households(estate)
    ready, doubtful, same = [], [], 0
    seen: set[int] = set()
    touched: set[int] = set()
    for row in rows:
        building = buildings.get(_plain(row.building))
        household = households.get(row.address)
        if household is not None:
            seen.add(household.pk)
        if row.wrong or building is None:
            doubtful.append(row if row.wrong else replace(row, wrong=_no_building(row)))
            continue
        touched.add(building.pk)
        what = _what(row, household)
        if what:
            ready.append(Taken(row, building, household, what))
        else:
            same += 1
    missing = [
        address
        for address, one in households.items()
        if one.building_id in touched and one.pk not in seen
    ]
    return Found(ready, same, doubtful, sorted(missing), _off(area_dm2, told_dm2))


def _off(found: int, told: int | None) -> str:
    if told is None or told == found:
        return ""
    return _(
        "名册合计 {found} ㎡，申报 {told} ㎡，相差 {off} ㎡；请核对漏户、重户和面积。"
    ).format(
        found=square_metres(found), told=square_metres(told), off=square_metres(abs(found - told))
    )


def _no_building(row: Row) -> str:
    return _("小区台账里没有“{building}”；请先登记楼栋，或者改成台账里的写法。").format(
        building=row.building or "–"
    )


def _what(row: Row, household: Household | None) -> str:
    if household is None:
        return _("新的户")
    area = household.facts.get("area_m2")
    said = []
    if area is None or round(float(area) * DM2_PER_M2) != row.area_dm2:
        before = "–" if area is None else f"{float(area):.10g}"
        said.append(_("面积 {before} 改为 {after}").format(before=before, after=_area(row)))
    if said_of(_opened(household.owner)) != said_of(row.owner):
        said.append(_("业主有变") if household.owner else _("补上业主"))
    return listed(said, "；")


def _area(row: Row) -> str:
    return square_metres(row.area_dm2)


def _opened(value: Any) -> str:
    return str(getattr(value, "opened", value) or "")


def _spelled(rows: list[tuple[str, str, str]]) -> pl.DataFrame:
    schema = dict.fromkeys(("building", "unit", "door", "number"), pl.String)
    frame = pl.DataFrame([(*one, "") for one in rows], schema=schema, orient="row")
    return with_addresses(frame)


def _plain(building: str) -> str:
    return str(_spelled([(building, "", "")])["building"][0])


def _buildings(estate: Estate) -> dict[str, Building]:
    """Return the buildings of an estate by their names and codes, as addresses spell them."""
    found: dict[str, Building] = {}
    for one in Building.objects.filter(estate=estate).order_by("-id"):
        for name in (one.code, str(one)):
            found[_plain(name)] = one
    return found


def _households(estate: Estate) -> dict[str, Household]:
    found = Household.objects.filter(building__estate=estate)
    listed = list(found.select_related("building", "unit").order_by("id"))
    rows = [(str(one.building), str(one.unit or ""), one.door) for one in listed]
    return dict(zip(_spelled(rows)["address"].to_list(), listed, strict=True))
