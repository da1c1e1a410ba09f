"""A tally of 1,000,000 made-up ballots, exact and under every other reading; reading the files."""

import statistics
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from benchmarks.measure import Result, peak_gib, seconds, tell
from jiugai.consent.addresses import with_addresses
from jiugai.consent.ballots import Ballots, ballots_of, read_ballots
from jiugai.consent.columns import BALLOT, ROLL
from jiugai.consent.question import Question
from jiugai.consent.roll import Roll, read_roll, roll_of
from jiugai.consent.tally import tally
from jiugai.consent.thresholds import Matter
from jiugai.policy.law import law_of

BALLOTS: Final = 1_000_000
BAR_SECONDS: Final = 1.0
#: Of a hundred: flats with two owners, ballots handed in a second time, on another channel.
JOINT: Final = 20
AGAIN: Final = 5
LAW: Final = law_of("11", date(2026, 6, 1))
QUESTION: Final = Question(Matter.HIRE_COMPANY)


def run() -> list[Result]:
    """Return a line for the tally and one for reading each kind of file."""
    roll_texts, ballot_texts = made_up(BALLOTS)
    roll, ballots = in_memory(roll_texts, ballot_texts)
    what = f"tally of {BALLOTS:,} ballots on {roll.flats.height:,} flats"
    found = []
    for others, words, bar in (
        (False, "", BAR_SECONDS),
        (True, ", every other reading too", None),
    ):
        took = statistics.median(
            seconds(lambda: tally(roll, ballots, LAW, QUESTION, others=others), runs=5)  # noqa: B023
        )
        said, holds = (f"≤ {bar:g} s", took <= bar) if bar else ("–", True)
        found.append(Result(what + words, took, "s", said, holds, memory_gib=peak_gib()))
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("csv", "parquet"):
            took = statistics.median(
                seconds(reader(Path(folder), kind, roll_texts, ballot_texts), runs=3)
            )
            found.append(
                Result(f"reading that roll and those ballots from {kind}", took, "s", "–", True)
            )
    return found


def in_memory(roll_texts: pl.DataFrame, ballot_texts: pl.DataFrame) -> tuple[Roll, Ballots]:
    """Return the roll and the ballots as the tally takes them."""
    empty = pl.lit("")
    roll = with_addresses(
        roll_texts.select(*(_or(roll_texts, n, empty) for n in ROLL)).with_row_index("line", 2)
    )
    ballots = ballot_texts.select(*(_or(ballot_texts, n, empty) for n in BALLOT))
    numbered = ballots.with_row_index("line", 2).with_columns(file=pl.lit(0, pl.Int16))
    return (
        roll_of(roll, file="名册", served=False, ids=True),
        ballots_of([numbered], files=("表决票",)),
    )


def _or(frame: pl.DataFrame, name: str, empty: pl.Expr) -> pl.Expr:
    return pl.col(name) if name in frame.columns else empty.alias(name)


def reader(
    folder: Path, kind: str, roll: pl.DataFrame, ballots: pl.DataFrame
) -> Callable[[], object]:
    """Write both tables and return what reads them again."""
    paths = [folder / f"{name}.{kind}" for name in ("roll", "ballots")]
    for frame, path in zip((roll, ballots), paths, strict=True):
        frame.write_csv(path) if kind == "csv" else frame.write_parquet(path)
    return lambda: (read_roll(paths[0]), read_ballots([paths[1]]))


def made_up(count: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return a roll and so many ballots as text, the same every time."""
    chance = np.random.default_rng(7)
    flats = count * 100 // (100 + AGAIN)
    index = pl.int_range(flats, eager=True)
    owner = chance.integers(0, int(flats * 0.95), flats)
    joint = chance.integers(0, 100, flats) < JOINT
    area = chance.integers(3_000, 16_000, flats)
    roll = pl.DataFrame(
        {
            "building": (index // 200 + 1).cast(pl.String),
            "unit": (index // 50 % 4 + 1).cast(pl.String),
            "door": (index % 50 + 101).cast(pl.String),
            "area": [f"{one // 100}.{one % 100:02d}" for one in area.tolist()],
            "owner": [f"业主{one}" for one in owner.tolist()],
            "owner_id": [f"N{one}" for one in owner.tolist()],
            "co_owners": [
                f"共有{at} 1/3" if is_joint else "" for at, is_joint in enumerate(joint)
            ],
            "unsold": ["是" if one else "" for one in (chance.integers(0, 100, flats) == 0)],
        }
    ).with_columns(
        owner=pl.when(pl.col("unsold") == "是").then(pl.lit("示范建设")).otherwise("owner"),
        owner_id=pl.when(pl.col("unsold") == "是").then(pl.lit("")).otherwise("owner_id"),
    )
    once = roll.select("building", "unit", "door").sample(fraction=1, shuffle=True, seed=7)
    again = once.head(count - flats)
    marks = np.array(["同意", "反对", "弃权"])[chance.choice(3, count, p=(0.6, 0.3, 0.1))]
    ballots = pl.concat([once, again]).with_columns(
        mark=pl.Series(marks.tolist()),
        channel=pl.Series(["纸质"] * flats + ["网上"] * (count - flats)),
        time=pl.Series([f"2026-05-{1 + day:02d} 09:00" for day in chance.integers(0, 30, count)]),
    )
    return roll, ballots


if __name__ == "__main__":
    tell(run())
