"""The files of a sharing: shares.csv, shares.xlsx, shares.json."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from jiugai.finance.sharing.households import Household, masked
from jiugai.finance.sharing.sharing import Bill, SharedItem, Sharing
from jiugai.finance.sharing.tables import (
    building_table,
    credit_table,
    household_table,
    item_table,
    parties_in,
    party_table,
)
from jiugai.finance.sharing.words import SOURCE_WORDS
from jiugai.kernel.book import workbook
from jiugai.kernel.division import division
from jiugai.kernel.headings import title_of
from jiugai.kernel.i18n import _
from jiugai.kernel.money import in_yuan
from jiugai.kernel.tables import Cell, Column, Holds, as_text


def write_sharing(folder: Path, sharing: Sharing) -> None:
    """Write the three files into a folder."""
    (folder / "shares.csv").write_text(as_csv(sharing), encoding="utf-8-sig", newline="")
    (folder / "shares.xlsx").write_bytes(as_workbook(sharing))
    text = json.dumps(as_data(sharing), ensure_ascii=False, separators=(",", ":"))
    (folder / "shares.json").write_text(text, encoding="utf-8")


def as_csv(sharing: Sharing) -> str:
    """Return one line a household; money is in 元, to the cent."""
    table = household_table(sharing)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_heading(column) for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(c, cell) for c, cell in zip(table.columns, row, strict=True)])
    return out.getvalue()


def _heading(column: Column) -> str:
    if column.holds is Holds.YUAN:
        return _("{heading}(元)").format(heading=column.heading)
    return column.heading


def _cell(column: Column, cell: Cell) -> str:
    if cell is None or isinstance(cell, str):
        return as_text(cell or "")
    if column.holds is Holds.YUAN:
        return in_yuan(int(cell)).replace(",", "")
    return f"{float(cell):.4f}".rstrip("0").rstrip(".")


def as_workbook(sharing: Sharing) -> bytes:
    """Return the workbook that an office tables and puts up."""
    tables = [
        party_table(sharing),
        item_table(sharing),
        building_table(sharing),
        household_table(sharing),
    ]
    if sharing.judged or sharing.funds:
        tables.append(credit_table(sharing))
    return workbook(_("改造费用分摊表"), summary(sharing), tables, day=sharing.law.day)


def summary(sharing: Sharing) -> list[tuple[str, str]]:
    """Return what stands on the first sheet."""
    cash = sum(bill.cash for bill in sharing.bills)
    return [
        (_("地区"), str(division(sharing.place))),
        (_("依据日期"), sharing.law.day.isoformat()),
        (_("改造总造价"), _("{yuan} 元").format(yuan=in_yuan(sharing.cost))),
        *(
            (title_of(SOURCE_WORDS[source]), _("{yuan} 元").format(yuan=in_yuan(cents)))
            for source in parties_in(sharing)
            if (cents := sum(one.parties.get(source, 0) for one in sharing.items))
        ),
        (_("居民现金应付"), _("{yuan} 元").format(yuan=in_yuan(cash))),
        (_("怎样取整"), rounding_words()),
        *((_("说明"), remark) for remark in sharing.remarks),
    ]


def rounding_words() -> str:
    """Return the rule of rounding in words."""
    return _(
        "逐项分到分，舍去的分按尾数从大到小补；尾数相同的，出资方按表中先后，"
        "住户按楼栋、单元、户号从小到大。各级合计逐分相等。"
    )


def as_data(sharing: Sharing) -> dict[str, Any]:
    """Return the sharing as it is stored: money in whole cents."""
    return {
        "place": sharing.place,
        "day": sharing.law.day.isoformat(),
        "rulebook": sharing.law.book.digest,
        "unit": "cents",
        "cost": sharing.cost,
        "parties": {
            source.value: sum(one.parties.get(source, 0) for one in sharing.items)
            for source in parties_in(sharing)
        },
        "items": [_item(one) for one in sharing.items],
        "households": [_bill(bill) for bill in sharing.bills],
        "contributions": [
            {
                "of": str(one.credit.of),
                "kind": one.credit.kind,
                "worth": one.credit.worth,
                "verdict": one.verdict.value,
                "clause": one.clause,
            }
            for one in sharing.judged
        ],
        "funds": [
            {"kind": f.kind, "drawn": f.drawn, "verdict": f.verdict.value, "clause": f.clause}
            for f in sharing.funds
        ],
        "remarks": list(sharing.remarks),
    }


def _item(one: SharedItem) -> dict[str, Any]:
    return {
        "item": one.item.name,
        "class": one.item.works.value,
        "scope": one.item.scope.value,
        "of": str(one.item.of),
        "cost": one.item.cost,
        "parties": {source.value: cents for source, cents in one.parties.items()},
        "basis": one.by.basis.value,
        "ground": one.by.ground,
    }


def _bill(bill: Bill) -> dict[str, Any]:
    one: Household = bill.household
    return {
        "building": one.address.building,
        "unit": one.address.unit,
        "door": one.address.door,
        "floor": one.floor,
        "area_m2": None if one.area is None else float(one.area),
        "owner": masked(one.owner),
        "parts": dict(bill.parts),
        "part": bill.part,
        "credited": bill.credited,
        "provident_fund": one.provident or 0,
        "maintenance_fund": one.maintenance or 0,
        "cash": bill.cash,
    }
