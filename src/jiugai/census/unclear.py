"""Tables whose columns nobody can tell, and a first look at them for a person who can."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from jiugai.census.files import open_ledgers
from jiugai.census.issues import shortened
from jiugai.census.layout import Layout, find_layout
from jiugai.census.sheet import Sheet
from jiugai.kernel.errors import InputError
from jiugai.policy.vocabulary import Building, Estate, Fact

#: So much of a table is shown at the most.
ROWS: Final = 10
COLUMNS: Final = 80
SHEETS: Final = 10


class UnclearColumns(InputError):
    """A file can be read, but not what its columns mean; a person has to say that."""


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """The first cells of a column, and what it may mean."""

    letter: str
    cells: tuple[str, ...]
    fact: Fact | None
    unit: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The top of a sheet; `first_row` and `heading` are rows as the spreadsheet shows them."""

    sheet: str
    first_row: int
    heading: int
    columns: tuple[SeenColumn, ...]


def first_look(path: Path) -> list[Seen]:
    """Return the top of every sheet of a file that has something in it.

    Raises InputError if the file cannot be read at all.
    """
    (file,) = open_ledgers([path])
    filled = (one for one in file.sheets() if not one.hidden and one.height and one.width)
    return [_seen(sheet) for sheet in islice(filled, SHEETS)]


def _seen(sheet: Sheet) -> Seen:
    top = sheet.top(ROWS)
    layout = _layout(sheet)
    at = layout.last if layout and layout.last < len(top) else _fullest(top)
    return Seen(
        sheet=sheet.name,
        first_row=sheet.first_row,
        heading=sheet.first_row + at,
        columns=tuple(_columns(sheet, top, layout)),
    )


def _layout(sheet: Sheet) -> Layout | None:
    found = [one for one in (find_layout(sheet, Estate), find_layout(sheet, Building)) if one]
    return max(found, key=lambda one: one.score, default=None)


def _fullest(top: Sequence[Sequence[str]]) -> int:
    """Return the first of the rows that have most words, which is most likely the heading."""
    words = [sum(bool(cell) and not _is_number(cell) for cell in row) for row in top]
    return words.index(max(words))


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).removeprefix("-").isdigit()


def _columns(
    sheet: Sheet, top: Sequence[Sequence[str]], layout: Layout | None
) -> Iterator[SeenColumn]:
    taken: set[Fact] = set()
    for index in range(min(sheet.width, COLUMNS)):
        heading = layout.headings[index] if layout else None
        fact = heading.match.fact if heading and heading.match else None
        if fact in taken:
            fact = None
        taken |= {fact} if fact else set()
        unit = heading.unit.name if fact and heading and heading.unit else ""
        cells = tuple(shortened(row[index]) for row in top)
        yield SeenColumn(sheet.letter(index), cells, fact, unit)
