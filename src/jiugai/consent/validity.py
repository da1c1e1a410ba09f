"""Which ballots are valid as they stand: item, mark, time and proxy."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np
import polars as pl

from jiugai.consent.ballots import Ballots
from jiugai.consent.matching import Codes, Matches
from jiugai.consent.roll import Roll
from jiugai.consent.standing import Standing

DAY_SECONDS: Final = 86_400
_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - ballots know no time zones


@dataclass(frozen=True, slots=True)
class Window:
    """When ballots could be handed in: both ends count, None is open.

    `told` says that an end was asked for, so that a ballot without time cannot be checked.
    """

    opens: datetime | None = None
    closes: datetime | None = None
    told: bool = False


def seconds_of(moment: datetime) -> int:
    """Return a moment as ballots hold it."""
    return int((moment - _EPOCH).total_seconds())


def refuse_unsound(
    found: Matches,
    ballots: Ballots,
    roll: Roll,
    *,
    items: Collection[str],
    window: Window,
    proxy_limit: int | None,
) -> None:
    """Mark the standing of every ballot that is not valid whatever reading is taken."""
    frame, standing = ballots.frame, found.standing
    _mark(standing, frame["choice"] == 0, Standing.INVALID_MARK)
    _mark(standing, ~frame["item"].is_in(list(items)), Standing.UNKNOWN_ITEM)
    _check_times(frame, standing, window)
    if (frame["proxy"] != "").any():
        without = (frame["proxy"] != "") & ~frame["has_document"]
        _mark(standing, without, Standing.PROXY_WITHOUT_DOCUMENT)
        if proxy_limit is not None:
            _check_limit(found, frame, roll, proxy_limit)


def _mark(standing: Codes, wrong: pl.Series, why: Standing) -> None:
    standing[(standing == 0) & wrong.to_numpy()] = why


def _check_times(frame: pl.DataFrame, standing: Codes, window: Window) -> None:
    time, clock = frame["time"], frame["clock"]
    if frame["timed"].any():
        _mark(standing, frame["timed"] & time.is_null(), Standing.BAD_TIME)
    if window.told:
        _mark(standing, ~frame["timed"], Standing.NO_TIME)
    for end, is_closing in ((window.opens, False), (window.closes, True)):
        if end is None or time.null_count() == len(time):
            continue
        at = seconds_of(end)
        beyond = (time > at) if is_closing else (time < at)
        same_day = (time // DAY_SECONDS) == at // DAY_SECONDS
        # A day without a clock is the whole day: it is unclear only on the day of the end.
        cut = at % DAY_SECONDS != (DAY_SECONDS - 1 if is_closing else 0)
        if cut:
            _mark(standing, (same_day & ~clock).fill_null(False), Standing.TIME_UNCLEAR)
        late = Standing.LATE if is_closing else Standing.EARLY
        _mark(standing, (beyond & (clock | ~same_day)).fill_null(False), late)


def _check_limit(found: Matches, frame: pl.DataFrame, roll: Roll, limit: int) -> None:
    """Let each proxy speak for so many owners on an item, the first ones; co-owners are one."""
    sound = (frame["proxy"] != "").to_numpy() & (found.standing == 0)
    pairs = sound[found.ballot]
    ballot, seat = found.ballot[pairs], found.seat[pairs]
    asked = pl.DataFrame(
        {
            "ballot": ballot,
            "owner": roll.seats["together"].gather(seat),
            "proxy": frame["proxy"].gather(ballot),
            "item": frame["item"].gather(ballot),
            "time": frame["time"].gather(ballot),
        }
    ).sort("time", "ballot", nulls_last=True)
    order = asked.unique(["item", "proxy", "owner"], keep="first", maintain_order=True)
    order = order.with_columns(rank=pl.int_range(pl.len()).over("item", "proxy"))
    ranked = asked.join(
        order.select("item", "proxy", "owner", "rank"), on=["item", "proxy", "owner"]
    )
    beyond = ranked.group_by("ballot").agg(pl.col("rank").min())
    over = beyond.filter(pl.col("rank") >= limit)["ballot"].to_numpy()
    found.standing[np.asarray(over, np.int64)] = Standing.PROXY_OVER_LIMIT
