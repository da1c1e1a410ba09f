"""The files of an allotment: allocation.csv, allocation.xlsx, allocation.json."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

from jiugai.finance.grants.allotment import Allotment, Allotted
from jiugai.finance.grants.formula import FACTORS
from jiugai.kernel.book import workbook
from jiugai.kernel.i18n import _, listed
from jiugai.kernel.money import grouped, in_yuan
from jiugai.kernel.tables import Cell, Column, Holds, Table, as_text


def write_allotment(folder: Path, made: Allotment, *, day: date) -> None:
    """Write the three files into a folder."""
    (folder / "allocation.csv").write_text(as_csv(made), encoding="utf-8-sig", newline="")
    title = _("资金分配：{title}").format(title=_(made.formula.title))
    book = workbook(title, summary(made), [sum_table(made), why_table(made)], day=day)
    (folder / "allocation.xlsx").write_bytes(book)
    text = json.dumps(as_data(made, day), ensure_ascii=False, indent=1)
    (folder / "allocation.json").write_text(text, encoding="utf-8")


def summary(made: Allotment) -> list[tuple[str, str]]:
    """Return what stands on the first sheet."""
    weights = listed(
        (
            _("{factor} {weight:.0%}（{ground}）").format(
                factor=_(FACTORS[factor]),
                weight=float(made.formula.weights[factor]),
                ground=made.formula.grounds[factor],
            )
            for factor in made.formula.factors
        ),
        "；",
    )
    return [
        (_("公式"), _(made.formula.title)),
        (_("权重"), weights),
        (_("总额（万元）"), grouped(made.total)),
        (_("分到地区（万元）"), grouped(made.shared)),
        *([(_("另列的奖励（万元）"), grouped(made.award))] if made.award else []),
        *((_("说明"), _(remark)) for remark in remarks(made)),
    ]


def remarks(made: Allotment) -> list[str]:
    """Return what must be known to read the result."""
    found = list(made.formula.remarks)
    if off := made.shared + made.award - made.total:
        found.append(_("各自四舍五入，合计与总额相差 {off} 元。").format(off=in_yuan(off)))
    return found


def sum_table(made: Allotment) -> Table:
    """Return what each region gets, factor by factor, and what it was told."""
    has_due = any(one.region.due is not None for one in made.regions)
    factors = made.formula.factors
    columns = [
        Column(_("地区")),
        *(Column(_(FACTORS[factor]), Holds.YUAN) for factor in factors),
        Column(_("应得"), Holds.YUAN),
        Column(_("占比"), Holds.SHARE),
    ]
    if has_due:
        columns += [Column(_("下达"), Holds.YUAN), Column(_("相差"), Holds.YUAN, signed=True)]
    rows: list[list[Cell]] = []
    for one in made.regions:
        row: list[Cell] = [one.region.name, *(one.parts[f].cents for f in factors), one.cents]
        row.append(one.cents / made.total if made.total else 0)
        rows.append([*row, one.region.due, one.off] if has_due else row)
    return Table(_("各地区应得"), tuple(columns), rows)


def why_table(made: Allotment) -> Table:
    """Return for each region and factor the amount, the share and the money: why so much."""
    columns = (
        Column(_("地区")),
        Column(_("因素")),
        Column(_("数量")),
        Column(_("困难系数")),
        Column(_("计入")),
        Column(_("占各地区"), Holds.SHARE),
        Column(_("权重"), Holds.SHARE),
        Column(_("所得"), Holds.YUAN),
        Column(_("依据")),
    )
    rows = [_why(one, factor, made) for one in made.regions for factor in made.formula.factors]
    return Table(_("为什么"), columns, rows)


def _why(one: Allotted, factor: str, made: Allotment) -> list[Cell]:
    part, formula = one.parts[factor], made.formula
    times = str(float(one.region.difficulty)) if factor in formula.by_difficulty else _("不乘")
    return [
        one.region.name,
        _(FACTORS[factor]),
        _plain(one.region.amounts[factor], factor),
        times,
        _plain(part.counted, factor),
        part.share,
        formula.weights[factor],
        part.cents,
        formula.grounds[factor],
    ]


def _plain(amount: object, factor: str) -> str:
    value = float(amount)  # type: ignore[arg-type]
    if factor == "investment":
        return _("{yuan} 元").format(yuan=f"{value / 100:,.2f}")
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def as_csv(made: Allotment) -> str:
    """Return one line a region; money is in 元, to the cent."""
    table = sum_table(made)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        [
            _("{heading}(元)").format(heading=c.heading) if c.holds is Holds.YUAN else c.heading
            for c in table.columns
        ]
    )
    for row in table.rows:
        writer.writerow([_cell(c, cell) for c, cell in zip(table.columns, row, strict=True)])
    return out.getvalue()


def _cell(column: Column, cell: Cell) -> str:
    if cell is None or isinstance(cell, str):
        return as_text(cell or "")
    if column.holds is Holds.YUAN:
        return in_yuan(int(cell)).replace(",", "")
    return f"{float(cell):.6f}"


def as_data(made: Allotment, day: date) -> dict[str, Any]:
    """Return the allotment as it is stored: money in whole cents."""
    return {
        "formula": made.formula.id,
        "day": day.isoformat(),
        "unit": "cents",
        "total": made.total,
        "award": made.award,
        "shared": made.shared,
        "weights": {f: str(made.formula.weights[f]) for f in made.formula.factors},
        "grounds": dict(made.formula.grounds),
        "regions": [_region(one) for one in made.regions],
        "remarks": remarks(made),
    }


def _region(one: Allotted) -> dict[str, Any]:
    return {
        "name": one.region.name,
        "difficulty": float(one.region.difficulty),
        "cents": one.cents,
        "parts": {
            factor: {"share": float(part.share), "cents": part.cents}
            for factor, part in one.parts.items()
        },
        "due": one.region.due,
        "off": one.off,
    }
