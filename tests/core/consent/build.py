"""Rolls and ballots for tests, as the files would have them."""

from datetime import datetime, timedelta

import polars as pl

from jiugai.consent.addresses import with_addresses
from jiugai.consent.ballots import ballots_of
from jiugai.consent.columns import BALLOT, ROLL
from jiugai.consent.marks import WORDS, Choice
from jiugai.consent.roll import roll_of

START = datetime(2026, 5, 1)  # noqa: DTZ001 - ballots know no time zones
MARKS = {choice: words[0] for choice, words in WORDS.items()} | {Choice.NONE: "同意反对"}


def texts(rows, columns):
    """Return rows of named texts with all columns and a line."""
    full = [{name: str(row.get(name, "")) for name in columns} for row in rows]
    frame = pl.DataFrame(full, schema=dict.fromkeys(columns, pl.String))
    return frame.with_row_index("line", offset=2)


def a_roll(*rows, ids=False, served=False):
    """Return a roll of rows of text."""
    frame = with_addresses(texts(rows, ROLL))
    return roll_of(frame, file="名册.csv", served=served, ids=ids)


def some_ballots(*rows, files=("票.csv",)):
    """Return ballots of rows of text; `file` is the number of one of the files."""
    frame = texts(rows, BALLOT)
    numbers = pl.Series("file", [int(row.get("file", 0)) for row in rows], dtype=pl.Int16)
    return ballots_of([frame.with_columns(numbers)], files=files)


def roll_row(flat):
    """Return a flat of the plain count as a row of a roll."""
    first, *others = flat.owners
    return {
        "building": flat.building,
        "door": flat.door,
        "area": f"{flat.area // 100}.{flat.area % 100:02d}",
        "owner": "" if flat.unsold else first[0],
        "co_owners": "" if flat.unsold else "、".join(f"{name} {part}" for name, part in others),
        "speaker": flat.speaker,
        "unsold": "是" if flat.unsold else "",
        "undelivered": "是" if flat.undelivered else "",
        "kind": "车位" if flat.accessory else "",
        "served": "是" if flat.served else "",
    }


def ballot_row(ballot, flats):
    """Return a ballot of the plain count as a row of a list."""
    flat = None if ballot.flat is None else flats[ballot.flat]
    return {
        "file": ballot.file,
        "building": flat.building if flat else "",
        "door": flat.door if flat else "",
        "voter": ballot.voter,
        "mark": MARKS[ballot.choice],
        "time": told(ballot),
    }


def told(ballot):
    """Return when a ballot came, as it would be written."""
    if ballot.minute is None:
        return ""
    at = START + timedelta(minutes=ballot.minute)
    return at.strftime("%Y-%m-%d %H:%M" if ballot.clock else "%Y-%m-%d")
