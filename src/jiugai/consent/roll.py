"""The roll of owners 业主名册: every flat with its area, and everybody who may speak for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from jiugai.consent.addresses import with_addresses
from jiugai.consent.areas import read_areas, square_metres
from jiugai.consent.columns import ROLL, is_in_square_metres
from jiugai.consent.flags import read_flag
from jiugai.consent.seats import seats_of
from jiugai.consent.tables import Rows, at_line, column, read_rows
from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import columns_in, title_of
from jiugai.kernel.i18n import N_, _, listed

SHEET: Final = N_("名册")
_ACCESSORY: Final = "(?i)车位|车库|储藏|储物|自行车|地下室|parking|garage|stor|bicycle|basement"


@dataclass(frozen=True, slots=True)
class Roll:
    """The flats of a vote and the seats at it.

    `flats` has one row a flat: line, label, building, unit, address, number, area (dm²),
    accessory, unsold, undelivered, served. `seats` has one row for each person who may speak
    for a flat: flat, owner (index into `owners`), name, key, part, parts, role, speaker.
    """

    file: str
    flats: pl.DataFrame
    seats: pl.DataFrame
    owners: tuple[str, ...]
    knows_served: bool
    knows_ids: bool

    @property
    def area(self) -> int:
        """Return the area of all flats in dm²."""
        return int(self.flats["area"].sum())


def read_roll(path: Path, *, area_total: int | None = None) -> Roll:
    """Return the roll in a file.

    Raises InputError, with file and line, if it contradicts itself: a flat twice, an area
    missing or not above 0, shares that make no whole, areas that do not make `area_total`.
    """
    texts = read_roll_texts(path)
    roll = roll_of(
        with_addresses(texts.frame), file=texts.file, served=texts.served, ids=texts.ids
    )
    if area_total is not None and roll.area != area_total:
        raise InputError(
            _(
                "专有部分面积合计 {found} 平方米，与申报的 {told} 平方米相差 {off} 平方米；"
                "请核对漏户、重户和面积。"
            ).format(
                found=square_metres(roll.area),
                told=square_metres(area_total),
                off=square_metres(abs(roll.area - area_total)),
            ),
            file=texts.file,
        )
    return roll


@dataclass(frozen=True, slots=True)
class RollTexts:
    """A roll as it was written: all columns of `ROLL` as text beside `line`."""

    file: str
    frame: pl.DataFrame
    served: bool
    ids: bool


def read_roll_texts(path: Path) -> RollTexts:
    """Return a roll as its file has it; raises InputError if the file is no roll."""
    rows = read_rows(path, ROLL, sheet=SHEET)
    at = columns_in(rows.headings, ROLL)
    _refuse_gaps(rows, at)
    frame = rows.frame.select("line", *(column(rows, at, name) for name in ROLL))
    return RollTexts(rows.file, frame, "served" in at, "owner_id" in at)


def _refuse_gaps(rows: Rows, at: dict[str, int]) -> None:
    lacking = [title_of(ROLL[name]) for name in ("area", "owner") if name not in at]
    if "door" not in at and "number" not in at:
        lacking.append(_("户号或者不动产单元号"))
    if lacking:
        raise InputError(
            _("名册缺少“{names}”一列；请补上后再计票。").format(names=listed(lacking)),
            file=rows.file,
        )
    heading = rows.headings[at["area"]]
    if not is_in_square_metres(heading):
        raise InputError(
            _("“{heading}”的单位不是平方米；请换算后再计票。").format(heading=heading),
            file=rows.file,
        )


def roll_of(texts: pl.DataFrame, *, file: str, served: bool, ids: bool) -> Roll:
    """Return the roll of a frame with all columns of `ROLL` as text, `line` and `address`.

    Raises InputError as `read_roll` does.
    """
    flags = ("unsold", "undelivered", "served")
    flats = texts.with_columns(
        read_areas(texts, file=file),
        *(read_flag(texts, name, file=file, heading=title_of(ROLL[name])) for name in flags),
        accessory=pl.col("kind").str.contains(_ACCESSORY),
        label=pl.when(pl.col("address") != "").then("address").otherwise("number"),
    )
    _refuse_doubles(flats, file)
    _refuse_contradictions(flats, file)
    seats, owners = seats_of(flats, file=file)
    kept = flats.select(
        "line", "label", "building", "unit", "address", "number", "area",
        "accessory", "unsold", "undelivered", "served",
    )  # fmt: skip
    return Roll(file, kept, seats, owners, served, ids)


def _refuse_doubles(flats: pl.DataFrame, file: str) -> None:
    nameless = (flats["label"] == "").arg_true()
    if len(nameless):
        raise InputError(
            _("没有户号，也没有不动产单元号；请补上。"),
            file=file,
            cell=at_line(flats["line"][nameless[0]]),
        )
    for name in ("address", "number"):
        again = ((flats[name] != "") & ~flats[name].is_first_distinct()).arg_true()
        if len(again):
            label = flats[name][again[0]]
            first = flats.filter(pl.col(name) == label)["line"][0]
            raise InputError(
                _("{flat} 在第 {first} 行已经有了；同一户只能有一行，共有人请写在“共有人”一列。")
                .format(flat=label, first=first),
                file=file,
                cell=at_line(flats["line"][again[0]]),
            )  # fmt: skip


def _refuse_contradictions(flats: pl.DataFrame, file: str) -> None:
    both = (flats["unsold"] & flats["undelivered"]).arg_true()
    if len(both):
        raise InputError(
            _("既写“未售”又写“未交付”；未交付指已售出的，请只留一项。"),
            file=file,
            cell=at_line(flats["line"][both[0]]),
        )
    ownerless = (~flats["unsold"] & (flats["owner"] == "")).arg_true()
    if len(ownerless):
        raise InputError(
            _("没有业主；请补上，建设单位未售出的请在“建设单位未售”写是。"),
            file=file,
            cell=at_line(flats["line"][ownerless[0]]),
        )
