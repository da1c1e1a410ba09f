"""A sheet as read: what stands in its cells, column by column, and where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final, NamedTuple

import polars as pl

Cell = str | int | float | bool | date | datetime | time | timedelta

#: Rows turned into columns at once; bounds how many cells exist as Python objects.
CHUNK: Final = 1 << 13
_EXACT: Final = 2.0**53


class RawColumn(NamedTuple):
    """One column: the text of each cell, or else its number; both null where it is empty."""

    text: pl.Series
    numbers: pl.Series

    def shown(self) -> pl.Series:
        """Return every cell as text, numbers in their shortest form."""
        if self.numbers.null_count() == len(self.numbers):
            return self.text
        return self.text.fill_null(number_texts(self.numbers))

    def take(self, rows: pl.Series) -> "RawColumn":
        """Return the cells at these positions, which are in order and each there once."""
        if len(rows) and rows[-1] - rows[0] + 1 == len(rows):
            return RawColumn(*(cells.slice(rows[0], len(rows)) for cells in self))
        return RawColumn(self.text.gather(rows), self.numbers.gather(rows))


class Merge(NamedTuple):
    """A merged range by zero-based positions in the sheet, all included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's cells; `first_row` and `first_column` say where its top left cell stands.

    `flaws` maps zero-based positions to what a workbook could not compute. `lengths` are the
    cells in each row of a text file, `broken` its rows whose quotes do not match.
    """

    name: str
    text: pl.DataFrame
    numbers: pl.DataFrame
    first_row: int = 1
    first_column: int = 0
    merges: tuple[Merge, ...] = ()
    flaws: Mapping[tuple[int, int], str] = field(default_factory=dict)
    lengths: pl.Series | None = None
    broken: frozenset[int] = frozenset()
    hidden: bool = False

    @property
    def height(self) -> int:
        """Return how many rows there are from the first to the last that is filled."""
        return self.text.height

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return self.text.width

    def column(self, index: int) -> RawColumn:
        """Return the column at a position, counted from the first one here."""
        return RawColumn(self.text.to_series(index), self.numbers.to_series(index))

    def top(self, rows: int) -> list[list[str]]:
        """Return the text of the first rows, empty cells as empty strings."""
        columns = [
            RawColumn(self.text.to_series(i).head(rows), self.numbers.to_series(i).head(rows))
            .shown()
            .fill_null("")
            .to_list()
            for i in range(self.width)
        ]
        return [list(row) for row in zip(*columns, strict=True)]

    def letter(self, index: int) -> str:
        """Return the letters of the column at a position, like F."""
        return letters(self.first_column + index)


def letters(index: int) -> str:
    """Return the letters of a zero-based column: 0 is A, 26 is AA."""
    found = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def number_texts(numbers: pl.Series) -> pl.Series:
    """Return numbers in their shortest form: 1958.0 is 1958."""
    frame = pl.DataFrame({"n": numbers})
    number = pl.col("n")
    is_whole = (number == number.floor()) & (number.abs() < _EXACT)
    whole = pl.when(is_whole).then(number).cast(pl.Int64).cast(pl.String)
    return frame.select(pl.when(is_whole).then(whole).otherwise(number.cast(pl.String)))["n"]


def columns_of(rows: Iterable[Sequence[Cell]], width: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the texts and the numbers of rows that are all `width` cells wide."""
    texts, numbers = [], []
    for chunk in _chunks(rows):
        columns = [_split(cells) for cells in zip(*chunk, strict=True)]
        texts.append(_frame([text for text, _ in columns]))
        numbers.append(_frame([number for _, number in columns]))
    if not texts:
        names = [str(i) for i in range(width)]
        return (
            pl.DataFrame(schema=dict.fromkeys(names, pl.String)),
            pl.DataFrame(schema=dict.fromkeys(names, pl.Float64)),
        )
    text = pl.concat(texts).with_columns(pl.all().str.strip_chars())
    return text.with_columns(pl.when(pl.all() != "").then(pl.all())), pl.concat(numbers)


def _chunks(rows: Iterable[Sequence[Cell]]) -> Iterator[list[Sequence[Cell]]]:
    stream = iter(rows)
    while chunk := list(islice(stream, CHUNK)):
        yield chunk


def _frame(columns: list[pl.Series]) -> pl.DataFrame:
    return pl.DataFrame([column.alias(str(i)) for i, column in enumerate(columns)])


def _split(cells: Sequence[Cell]) -> tuple[pl.Series, pl.Series]:
    """Return the texts and the numbers of one column, each null where the other stands."""
    kinds = set(map(type, cells))
    if kinds == {str}:
        return pl.Series(cells), _nothing(pl.Float64(), len(cells))
    if kinds == {float}:
        return _nothing(pl.String(), len(cells)), _finite(pl.Series(cells))
    if kinds <= {str, float}:
        texts = [cell if type(cell) is str else None for cell in cells]
    else:
        texts = [_text(cell) for cell in cells]
    numbers = [cell if type(cell) in (float, int) else None for cell in cells]
    return (
        pl.Series(texts, dtype=pl.String),
        _finite(pl.Series(numbers, dtype=pl.Float64, strict=False)),
    )


def _finite(numbers: pl.Series) -> pl.Series:
    return numbers if numbers.is_finite().all() else numbers.fill_nan(None)


def _nothing(kind: pl.DataType, length: int) -> pl.Series:
    return pl.repeat(None, length, dtype=kind, eager=True)


def _text(cell: Cell) -> str | None:
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case int() | float():
            return None
        case datetime():
            midnight = cell.time() == time()
            return cell.date().isoformat() if midnight else cell.isoformat(sep=" ")
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)
