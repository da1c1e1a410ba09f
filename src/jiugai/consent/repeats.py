"""One mark for each seat and item, however many ballots came in for it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from jiugai.consent.ballots import Ballots
from jiugai.consent.electorate import Electorate, Flags
from jiugai.consent.matching import Codes, Ints, Matches
from jiugai.consent.roll import Roll
from jiugai.consent.seats import Role
from jiugai.consent.standing import Standing
from jiugai.consent.validity import DAY_SECONDS


@dataclass(frozen=True, slots=True)
class Gathered:
    """All ballots by seat: what is settled whatever the rule, and the pairs that compete.

    `again` are the pairs of ballot and seat of which several are valid, `key` numbers seat
    and item. In `choice` and `maker` (by item and seat) those are still open.
    """

    choice: Codes
    maker: Ints
    again: Ints
    key: Ints
    ballot: Ints
    returned: Flags


@dataclass(frozen=True, slots=True)
class Marked:
    """By item and seat: the choice that counts and the ballot that made it (−1: none).

    `pairs` is the standing of each pair of ballot and seat; `returned` says by item and seat
    whether any ballot came.
    """

    choice: Codes
    maker: Ints
    pairs: Codes
    returned: Flags


def gathered(found: Matches, ballots: Ballots, seats: int, items: tuple[str, ...]) -> Gathered:
    """Return the ballots by seat and item."""
    shape = (len(items), seats)
    item = _item_numbers(ballots, items)[found.ballot]
    key = item * seats + found.seat
    returned = np.zeros(shape, np.bool_)
    returned.reshape(-1)[key[item >= 0]] = True
    sound = np.flatnonzero(found.standing[found.ballot] == 0)
    twice = np.bincount(key[sound], minlength=1)[key[sound]] > 1
    open_ = Gathered(
        np.zeros(shape, np.int8),
        np.full(shape, -1, np.int64),
        sound[twice],
        key,
        found.ballot,
        returned,
    )
    _settle(open_.choice, open_.maker, sound[~twice], open_, ballots)
    return open_


def marked(all_: Gathered, ballots: Ballots, rule: str) -> Marked:
    """Return what stands for each seat on each item; `rule` says which of several ballots."""
    pairs = np.full(len(all_.key), Standing.COUNTED, np.int8)
    choice, maker = all_.choice, all_.maker
    if len(all_.again):
        choice, maker = choice.copy(), maker.copy()
        pairs[all_.again] = won = _winners(all_, ballots, rule)
        _settle(choice, maker, all_.again[won == 0], all_, ballots)
    return Marked(choice, maker, pairs, all_.returned)


def _settle(choice: Codes, maker: Ints, pairs: Ints, all_: Gathered, ballots: Ballots) -> None:
    at, ballot = all_.key[pairs], all_.ballot[pairs]
    choice.reshape(-1)[at] = ballots.frame["choice"].to_numpy()[ballot]
    maker.reshape(-1)[at] = ballot


def standings(found: Matches, marks: Marked, roll: Roll, who: Electorate) -> Codes:
    """Return the standing of each ballot: counted if it counts for any of its seats."""
    pairs = marks.pairs.copy()
    _refuse_by_reading(pairs, found.seat, roll, who)
    best = np.full(len(found.standing), np.iinfo(np.int8).max, np.int8)
    np.minimum.at(best, found.ballot, pairs)
    return np.where(found.standing == 0, best, found.standing)


def _item_numbers(ballots: Ballots, items: tuple[str, ...]) -> Ints:
    if len(items) == 1 and (ballots.frame["item"] == items[0]).all():
        return np.zeros(ballots.frame.height, np.int64)
    numbers = {item: index for index, item in enumerate(items)}
    found = ballots.frame["item"].replace_strict(numbers, default=-1, return_dtype=pl.Int64)
    return found.to_numpy()


def _refuse_by_reading(pairs: Codes, seat: Ints, roll: Roll, who: Electorate) -> None:
    if not who.live.all():
        role = roll.seats["role"].to_numpy()[seat]
        dead = ~who.live[seat]
        handed_over = (role == Role.BUYER) | (role == Role.SELLER)
        pairs[dead] = Standing.LEFT_OUT
        pairs[dead & handed_over] = Standing.NOT_ENTITLED
    if who.mute.any():
        pairs[who.live[seat] & who.mute[seat]] = Standing.NOT_SPEAKER


def _winners(all_: Gathered, ballots: Ballots, rule: str) -> Codes:
    """Return the standing of each of several ballots for the same seat and item."""
    ballot = all_.ballot[all_.again]
    frame = (
        ballots.frame.select("file", "choice", "time", "clock")[ballot]
        .with_columns(key=pl.Series(all_.key[all_.again]), ballot=pl.Series(ballot))
        .with_columns(
            # Where one of them has only a day, the days are all that can be compared.
            at=pl.when(pl.col("clock").all().over("key"))
            .then("time")
            .otherwise(pl.col("time") // DAY_SECONDS)
        )
    )
    if rule == "void":
        same = pl.col("choice").n_unique().over("key") == 1
        last = pl.col("ballot") == pl.col("ballot").max().over("key")
        return _standing(frame, same, last, Standing.CONTRADICTED)
    best = pl.col("at").max() if rule == "last" else pl.col("at").min()
    timed = (pl.col("at").null_count() == 0).over("key")
    frame = frame.with_columns(
        leads=pl.when(timed).then(pl.col("at") == best.over("key")).otherwise(True)
    )
    leading = pl.when("leads")
    one_file = leading.then("file").otherwise(None).drop_nulls().n_unique().over("key") == 1
    one_mark = leading.then("choice").otherwise(None).drop_nulls().n_unique().over("key") == 1
    line = leading.then("ballot").otherwise(None)
    chosen = (line.max() if rule == "last" else line.min()).over("key")
    return _standing(
        frame, one_file | one_mark, pl.col("ballot") == chosen, Standing.ORDER_UNKNOWN
    )


def _standing(frame: pl.DataFrame, clear: pl.Expr, wins: pl.Expr, unclear: Standing) -> Codes:
    standing = (
        pl.when(~clear)
        .then(int(unclear))
        .when(wins)
        .then(int(Standing.COUNTED))
        .otherwise(int(Standing.SUPERSEDED))
        .cast(pl.Int8)
    )
    return frame.select(standing)["literal"].to_numpy()


def replacements(found: Matches, marks: Marked, key: Ints) -> Ints:
    """Return for each superseded ballot the one that counts instead of it, else −1."""
    instead = np.full(len(found.standing), -1, np.int64)
    at = np.flatnonzero(marks.pairs == Standing.SUPERSEDED)
    instead[found.ballot[at]] = marks.maker.reshape(-1)[key[at]]
    return instead
