"""Ballots 表决票 as they came in, by paper, online or at the door."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from jiugai.consent.addresses import with_addresses
from jiugai.consent.columns import BALLOT, items_in
from jiugai.consent.flags import NO
from jiugai.consent.marks import marks_of, times_of
from jiugai.consent.tables import Rows, column, read_rows
from jiugai.kernel.errors import InputError
from jiugai.kernel.headings import columns_in
from jiugai.kernel.i18n import N_, _, listed

SHEET: Final = N_("表决票")


@dataclass(frozen=True, slots=True)
class Ballots:
    """Every ballot of a vote in the order of files and lines.

    `frame` has one row for each mark on one item: file (index into `files`), line, address,
    number, voter, voter_id, item, mark, choice, channel, time (s), clock, timed (something
    stands there), proxy, has_document.
    """

    files: tuple[str, ...]
    frame: pl.DataFrame

    @property
    def items(self) -> tuple[str, ...]:
        """Return the items in the order in which they first appear."""
        return tuple(self.frame["item"].unique(maintain_order=True))


def read_ballots(paths: Sequence[Path]) -> Ballots:
    """Return the ballots of some files together.

    Raises InputError if a file is no table or lacks the columns that a ballot needs.
    """
    frames = []
    for index, path in enumerate(paths):
        rows = read_rows(path, BALLOT, sheet=SHEET)
        frames.append(_texts(rows).with_columns(file=pl.lit(index, pl.Int16)))
    return ballots_of(frames, files=_names(paths))


def _names(paths: Sequence[Path]) -> tuple[str, ...]:
    names = [path.name for path in paths]
    return tuple(path.name if names.count(path.name) == 1 else str(path) for path in paths)


def ballots_of(frames: Iterable[pl.DataFrame], *, files: tuple[str, ...]) -> Ballots:
    """Return the ballots of frames with all columns of `BALLOT` as text, `line` and `file`."""
    texts = with_addresses(pl.concat(list(frames)))
    document = texts["document"].str.normalize("NFKC").str.to_uppercase()
    frame = texts.select(
        "file", "line", "address", "number", "voter", "voter_id", "item", "mark",
        marks_of(texts["mark"]),
        "channel",
        *times_of(texts["time"]),
        (texts["time"] != "").alias("timed"),
        "proxy",
        (~document.is_in(NO)).alias("has_document"),
    )  # fmt: skip
    return Ballots(files, frame)


def _texts(rows: Rows) -> pl.DataFrame:
    """Return one row for each mark: a file may have a column of marks for each item."""
    at = columns_in(rows.headings, BALLOT)
    items = items_in(rows.headings)
    _refuse_gaps(rows, at, items)
    common = rows.frame.select("line", *(column(rows, at, name) for name in BALLOT))
    if not items:
        return common
    wide = [
        common.with_columns(item=pl.lit(item), mark=rows.frame[f"c{index}"])
        for item, index in items.items()
    ]
    return pl.concat(wide).sort("line", maintain_order=True)


def _refuse_gaps(rows: Rows, at: dict[str, int], items: dict[str, int]) -> None:
    lacking = []
    if not {"door", "number", "voter", "voter_id"} & set(at):
        lacking.append(_("户号、不动产单元号或者业主"))
    if "mark" not in at and not items:
        lacking.append(_("意见"))
    if lacking:
        raise InputError(
            _("表决票缺少{names}一列；请补上后再计票。").format(
                names=listed(f"“{name}”" for name in lacking)
            ),
            file=rows.file,
        )
