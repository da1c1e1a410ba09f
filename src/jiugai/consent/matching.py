"""Which seats of the roll each ballot speaks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from jiugai.consent.ballots import Ballots
from jiugai.consent.roll import Roll
from jiugai.consent.standing import Standing

Ints: TypeAlias = npt.NDArray[np.int64]
Codes: TypeAlias = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs of a ballot and a seat that it names, and the standing of each ballot so far."""

    ballot: Ints
    seat: Ints
    standing: Codes


def matches(ballots: Ballots, roll: Roll) -> Matches:
    """Return the seats that each ballot names; its flat, its owner or both may be given.

    A ballot that names only an owner speaks for every flat of theirs; one that names only a
    flat speaks for all its owners.
    """
    frame = ballots.frame
    standing = np.zeros(frame.height, np.int8)
    flat, named = _flats(frame, roll, standing)
    voter_given = ((frame["voter"] != "") | (frame["voter_id"] != "")).to_numpy()
    standing[~named & ~voter_given] = Standing.NO_FLAT
    by_flat = _by_flat(frame, flat, voter_given, roll, standing)
    by_owner = _by_owner(frame, ~named & voter_given, roll, standing)
    ballot, seat = (np.concatenate(pair) for pair in zip(by_flat, by_owner, strict=True))
    return Matches(ballot, seat, standing)


def _flats(frame: pl.DataFrame, roll: Roll, standing: Codes) -> tuple[Ints, npt.NDArray[np.bool_]]:
    """Return the flat that each ballot names, −1 for none, and whether it names any."""
    by_address = _looked_up(frame["address"], roll.flats["address"])
    by_number = _looked_up(frame["number"], roll.flats["number"])
    has_address = (frame["address"] != "").to_numpy()
    has_number = (frame["number"] != "").to_numpy()
    flat = np.where(has_address, by_address, by_number)
    standing[(has_address | has_number) & (flat < 0)] = Standing.BEYOND_ROLL
    differ = has_address & has_number & (by_address != by_number) & (by_number >= 0)
    standing[differ & (by_address >= 0)] = Standing.FLAT_CONTRADICTS
    # A number that the roll does not have is passed over where the address is known.
    return np.where(standing == 0, flat, -1), has_address | has_number


def _looked_up(wanted: pl.Series, known: pl.Series) -> Ints:
    if not (wanted != "").any():
        return np.full(len(wanted), -1, np.int64)
    filled = pl.DataFrame({"key": known}).with_row_index("flat").filter(pl.col("key") != "")
    # Numbers are found faster than text; in the end the texts themselves are compared.
    found = _joined(wanted.hash(), filled.with_columns(filled["key"].hash()))
    if len(found) == len(wanted) and _is_same(wanted, known, found):
        return found
    return _joined(wanted, filled)


def _joined(wanted: pl.Series, known: pl.DataFrame) -> Ints:
    found = wanted.to_frame("key").join(known, on="key", how="left", maintain_order="left")
    return found["flat"].cast(pl.Int64).fill_null(-1).to_numpy()


def _is_same(wanted: pl.Series, known: pl.Series, found: Ints) -> bool:
    met = pl.Series(found >= 0)
    return bool((known.gather(pl.Series(found).filter(met)) == wanted.filter(met)).all())


def _by_flat(
    frame: pl.DataFrame,
    flat: Ints,
    voter_given: npt.NDArray[np.bool_],
    roll: Roll,
    standing: Codes,
) -> tuple[Ints, Ints]:
    """Return the pairs of ballots that name a flat; a voter must be one of its owners."""
    counts = np.bincount(roll.seats["flat"].to_numpy(), minlength=roll.flats.height)
    starts = np.cumsum(counts) - counts
    at = np.flatnonzero(flat >= 0)
    many = counts[flat[at]]
    ballot = np.repeat(at, many)
    first = np.repeat(np.cumsum(many) - many, many)
    seat = starts[flat[ballot]] + np.arange(len(ballot)) - first
    fits = ~voter_given[ballot]
    asked = np.flatnonzero(~fits)
    fits[asked] = _is_named(frame, ballot[asked], roll, seat[asked])
    spoken = np.zeros(frame.height, np.bool_)
    spoken[ballot[fits]] = True
    standing[(flat >= 0) & ~spoken] = Standing.NOT_OWNER
    return ballot[fits], seat[fits]


def _is_named(frame: pl.DataFrame, ballot: Ints, roll: Roll, seat: Ints) -> npt.NDArray[np.bool_]:
    voter, voter_id = frame["voter"].gather(ballot), frame["voter_id"].gather(ballot)
    name, key = roll.seats["name"].gather(seat), roll.seats["key"].gather(seat)
    by_id = voter_id != ""
    same = (by_id & (voter_id == key)) | (~by_id & ((voter == name) | (voter == key)))
    return same.to_numpy()


def _by_owner(
    frame: pl.DataFrame, asked: npt.NDArray[np.bool_], roll: Roll, standing: Codes
) -> tuple[Ints, Ints]:
    """Return the pairs of ballots that name an owner and no flat."""
    if not asked.any():
        return np.empty(0, np.int64), np.empty(0, np.int64)
    who = frame.with_row_index("ballot").filter(pl.Series(asked))
    wanted = who.select(
        pl.col("ballot").cast(pl.Int64),
        who=pl.when(pl.col("voter_id") != "").then("voter_id").otherwise("voter"),
    )
    people = _people(roll)
    found = wanted.join(people, on="who", how="left", maintain_order="left")
    standing[found.filter(pl.col("owners").is_null())["ballot"].to_numpy()] = Standing.BEYOND_ROLL
    doubtful = found.filter(pl.col("owners") > 1)["ballot"].to_numpy()
    standing[doubtful] = Standing.OWNER_AMBIGUOUS
    seats = roll.seats.select("owner").with_row_index("seat")
    pairs = found.filter(pl.col("owners") == 1).join(seats, on="owner", maintain_order="left")
    return pairs["ballot"].to_numpy(), pairs["seat"].cast(pl.Int64).to_numpy()


def _people(roll: Roll) -> pl.DataFrame:
    """Return by name and by key which owner is meant, and how many go by that name."""
    called = pl.concat([roll.seats.select("owner", who=word) for word in ("name", "key")])
    return called.group_by("who").agg(
        pl.col("owner").first(), pl.col("owner").n_unique().alias("owners")
    )
