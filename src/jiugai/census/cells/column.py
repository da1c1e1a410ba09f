"""Reading a whole column: the plain cells at once, each odd spelling once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import polars as pl

from jiugai.census.cells.reading import Doubt, Reading
from jiugai.census.sheet import RawColumn, number_texts

_REPLACED: Final = "\ufffd"
DOUBTS: Final = pl.Schema(
    {
        "at": pl.UInt32(),
        "value": pl.String(),
        "kind": pl.String(),
        "severity": pl.String(),
        "remedy": pl.String(),
    }
)


@dataclass(frozen=True, slots=True)
class Reader:
    """How the cells of one column become values.

    `read` takes one text; `at_once` takes the numbers of the column and returns values of
    those that need no second look, null elsewhere; `pattern` finds numbers in plain texts.
    """

    dtype: pl.DataType
    read: Callable[[str], Reading]
    at_once: Callable[[pl.Series], pl.Series] | None = None
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The values of a column and the doubts about its cells, by position."""

    values: pl.Series
    doubts: pl.DataFrame


def read_column(raw: RawColumn, reader: Reader) -> Parsed:
    """Return the values of a column; every distinct spelling is looked at once."""
    values = _at_once(raw, reader)
    filled = raw.text.is_not_null() | raw.numbers.is_not_null()
    pending = (filled & values.is_null()).arg_true()
    if pending.is_empty():
        return Parsed(values, pl.DataFrame(schema=DOUBTS))
    cells = raw.take(pending).shown()
    known = _look_up(cells.unique(maintain_order=True), reader)
    found = pl.DataFrame({"at": pending, "value": cells}).join(
        known, on="value", how="left", maintain_order="left"
    )
    doubts = found.filter(pl.col("kind").is_not_null()).select(list(DOUBTS)).cast(DOUBTS)
    read = found.filter(pl.col("read").is_not_null())
    return Parsed(values.scatter(read["at"], read["read"]), doubts)


def numbers_in(raw: RawColumn, pattern: str) -> pl.Series:
    """Return the numbers of a column, those written as plain text included."""
    if raw.text.null_count() == len(raw.text):
        return raw.numbers
    found = raw.text.str.extract(pattern, 1) if pattern else raw.text
    return raw.numbers.fill_null(found.cast(pl.Float64, strict=False))


def _at_once(raw: RawColumn, reader: Reader) -> pl.Series:
    if reader.at_once is None:
        return pl.repeat(None, len(raw.text), dtype=reader.dtype, eager=True)
    return reader.at_once(numbers_in(raw, reader.pattern)).cast(reader.dtype)


def _look_up(cells: pl.Series, reader: Reader) -> pl.DataFrame:
    readings = [reader.read(cell) for cell in cells]
    doubts = [reading.doubt for reading in readings]
    return pl.DataFrame(
        {
            "value": cells,
            "read": pl.Series([one.value for one in readings], dtype=reader.dtype),
            "kind": _words(doubts, "kind"),
            "severity": _words(doubts, "severity"),
            "remedy": _words(doubts, "remedy"),
        }
    )


def _words(doubts: list[Doubt | None], name: str) -> pl.Series:
    words = [None if doubt is None else str(getattr(doubt, name)) for doubt in doubts]
    return pl.Series(words, dtype=pl.String)


def broken_texts(raw: RawColumn) -> pl.Series:
    """Return the positions of cells with characters that could not be decoded."""
    return raw.text.str.contains(_REPLACED, literal=True).fill_null(value=False).arg_true()


def whole_texts(raw: RawColumn) -> pl.Series:
    """Return a column as text, its numbers in their shortest form."""
    if raw.text.null_count() == len(raw.text):
        return number_texts(raw.numbers)
    return raw.shown()
