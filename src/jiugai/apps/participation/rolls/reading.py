"""A roll of owners as a file tells it: rows that the core takes, and why it refuses others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from jiugai.consent.addresses import with_addresses
from jiugai.consent.co_owners import BETWEEN, one_cell
from jiugai.consent.roll import RollTexts, read_roll_texts, roll_of
from jiugai.kernel.errors import InputError

#: So many rows are told what is wrong with them; whoever has more mends these first.
MOST_WRONG = 200
_LINE = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Row:
    """One flat of the file; `wrong` says why it cannot be taken, "" where it can."""

    line: int
    address: str
    building: str
    unit: str
    door: str
    area_dm2: int
    owner: str
    owners: int
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says: its rows, and the area of those that can be taken."""

    rows: tuple[Row, ...]
    area_dm2: int


def read(path: Path) -> Read:
    """Return the rows of a roll; owners who share a flat may stand in one cell.

    Raises InputError if the file is no roll at all.
    """
    texts = read_roll_texts(path)
    frame = _with_owners_parted(texts.frame)
    wrong: dict[int, str] = {}
    while True:
        try:
            roll = roll_of(
                with_addresses(frame), file=texts.file, served=texts.served, ids=texts.ids
            )
            break
        except InputError as error:
            line = _LINE.search(error.cell)
            if line is None or len(wrong) >= MOST_WRONG:
                raise
            wrong[int(line[0])] = str(error).partition(": ")[2]
            frame = frame.filter(pl.col("line") != int(line[0]))
            if not frame.height:
                return Read(_rows(texts, {}, {}, wrong), 0)
    areas = dict(zip(roll.flats["line"], roll.flats["area"], strict=True))
    heads = roll.seats.group_by("flat").len()
    lines = roll.flats["line"].to_list()
    owners = {lines[flat]: n for flat, n in heads.iter_rows()}
    return Read(_rows(texts, areas, owners, wrong), roll.area)


def _with_owners_parted(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the frame with the first owner by itself and all others as co-owners."""
    parted = [
        one_cell(owner, others) for owner, others in frame.select("owner", "co_owners").iter_rows()
    ]
    return frame.with_columns(
        pl.Series("owner", [one for one, _more in parted], dtype=pl.String),
        pl.Series("co_owners", [more for _one, more in parted], dtype=pl.String),
    )


def _rows(
    texts: RollTexts, areas: dict[int, int], owners: dict[int, int], wrong: dict[int, str]
) -> tuple[Row, ...]:
    spelled = with_addresses(texts.frame)["address"]
    return tuple(
        Row(
            line=one["line"],
            address=address,
            building=one["building"],
            unit=one["unit"],
            door=one["door"],
            area_dm2=areas.get(one["line"], 0),
            owner=BETWEEN.join(filter(None, (one["owner"], one["co_owners"]))),
            owners=owners.get(one["line"], 0),
            wrong=wrong.get(one["line"], ""),
        )
        for one, address in zip(texts.frame.iter_rows(named=True), spelled, strict=True)
    )
