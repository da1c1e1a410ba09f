"""A few cells of each column, by which a person sees what it is about."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from jiugai.census.issues import shortened
from jiugai.census.recognise import Ledger

_MOST: Final = 3
_LOOKED_AT: Final = 2_000


class Sample(NamedTuple):
    """The first different values of a column, and how many of its cells are filled."""

    values: tuple[str, ...]
    filled: int


def samples_of(ledger: Ledger) -> Mapping[str, Sample]:
    """Return a sample of every column of a ledger by its letter."""
    found = {}
    for column in ledger.columns:
        cells = ledger.sheet.column(column.index)
        text, numbers = (part.slice(ledger.last + 1) for part in cells)
        filled = len(text) - int((text.is_null() & numbers.is_null()).sum())
        shown = type(cells)(text.head(_LOOKED_AT), numbers.head(_LOOKED_AT)).shown()
        values = shown.drop_nulls().unique(maintain_order=True).head(_MOST)
        found[column.letter] = Sample(tuple(shortened(value) for value in values), filled)
    return found
