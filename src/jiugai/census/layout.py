"""Finding the heading of a sheet under its titles, over one line or several."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jiugai.census.headings import Match, index, match, take_apart
from jiugai.census.sheet import Sheet
from jiugai.census.units import Quantity, Unit, find_unit
from jiugai.census.words import key, plain
from jiugai.policy.vocabulary import Building, Estate, Fact, Subject

#: Headings start within so many rows and have at most so many lines.
SEARCHED: Final = 40
_LINES: Final = 3
_TITLE_UNITS: Final = re.compile(r"单位\s*[::]\s*([^\s)]+)")

#: Columns that only count the rows.
_COUNTERS: Final = frozenset({"序号", "序", "行号", "no", "num"})

#: A row of the estates ledger is found again by one of these; so is a building's estate.
KEYS: Final = {
    Estate: (Estate.id, Estate.name),
    Building: (Building.estate_id, Estate.name),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column: its lines, what it may mean, and the unit it names."""

    index: int
    parts: tuple[str, ...]
    match: Match | None
    unit: Unit | None

    @property
    def text(self) -> str:
        """Return the heading as one line."""
        return " ".join("/".join(self.parts).split())


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet's heading stands, zero-based and both lines included, and what it says."""

    subject: type[Subject]
    first: int
    last: int
    headings: tuple[Heading, ...]

    @property
    def facts(self) -> set[Fact]:
        """Return the facts that some column has."""
        return {heading.match.fact for heading in self.headings if heading.match}

    @property
    def has_key(self) -> bool:
        """Return whether rows can be told apart."""
        return not self.facts.isdisjoint(KEYS[self.subject])

    @property
    def score(self) -> tuple[int, int, int]:
        """Return how well this reading explains the top of the sheet, more is better."""
        units = sum(heading.unit is not None for heading in self.headings)
        return (len(self.facts) + 2 * self.has_key, units, self.first - self.last)


def find_layout(
    sheet: Sheet, subject: type[Subject], also: Mapping[str, Match] | None = None
) -> Layout | None:
    """Return the best reading of a sheet's heading, None if no row looks like one.

    `also` are headings that a saved mapping adds to the known ones.
    """
    top = _filled(sheet, sheet.top(SEARCHED))
    known = index(subject) | dict(also or {})
    hits = [_names_a_fact(row, known) for row in top]
    layouts = [
        layout_at(top, first, first + lines - 1, subject, known)
        for first in range(len(top))
        for lines in range(1, _LINES + 1)
        if first + lines <= len(top)
        and any(hits[first : first + lines])
        and _may_be_heading(top[first : first + lines])
    ]
    best = max(layouts, key=lambda layout: layout.score, default=None)
    return best if best and len(best.facts) >= 2 else _alone(best)


def _alone(layout: Layout | None) -> Layout | None:
    """Return a reading that has nothing but a key, if that is plain: a list of names."""
    if layout is None or not layout.has_key:
        return None
    others = [key(h.text) for h in layout.headings if h.parts and not h.match]
    is_plain = any(h.match and h.match.rank <= 0 for h in layout.headings)
    return layout if is_plain or _COUNTERS.issuperset(others) else None


def layout_at(
    top: Sequence[Sequence[str]],
    first: int,
    last: int,
    subject: type[Subject],
    known: Mapping[str, Match],
) -> Layout:
    """Return the reading that takes these rows for the heading."""
    headings = []
    for column, parts in enumerate(_parts(top[first : last + 1])):
        found, unit = match(parts, known) if parts else (None, None)
        headings.append(Heading(column, parts, found, unit))
    return Layout(subject, first, last, tuple(headings))


def heading_at(
    sheet: Sheet, first: int, last: int, subject: type[Subject], also: Mapping[str, Match]
) -> Layout:
    """Return the heading that a saved mapping says stands in these rows."""
    top = _filled(sheet, sheet.top(last + 1))
    return layout_at(top, first, last, subject, index(subject) | dict(also))


def title_units(sheet: Sheet, first: int) -> dict[Quantity, Unit]:
    """Return the units that the titles above a heading name, like 单位：万元."""
    found: dict[Quantity, Unit] = {}
    for text in (cell for row in sheet.top(first) for cell in row if cell):
        for names in _TITLE_UNITS.findall(plain(text)):
            for name in re.split(r"[,、;/和]", names):
                if unit := find_unit(name):
                    found.setdefault(unit.quantity, unit)
    return found


def _names_a_fact(row: Sequence[str], known: Mapping[str, Match]) -> bool:
    return any(name in known for cell in row if cell for name in take_apart(cell).keys)


def _may_be_heading(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether each row has words, and none above the last is a title over everything."""
    *above, bottom = rows
    filled = [[cell for cell in row if cell] for row in rows]
    has_words = all(any(not _is_number(cell) for cell in cells) for cells in filled)
    return bool(filled[0]) and has_words and not any(_is_title(row, bottom) for row in above)


def _is_title(row: Sequence[str], bottom: Sequence[str]) -> bool:
    if any(_TITLE_UNITS.search(plain(cell)) for cell in row):
        return True
    over = _carried(row, bottom)
    covers_all = all(word for word, below in zip(over, bottom, strict=True) if below)
    return covers_all and len(set(filter(None, over))) == 1 and sum(map(bool, bottom)) > 1


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace("-", "", 1).isdigit()


def _filled(sheet: Sheet, top: list[list[str]]) -> list[list[str]]:
    """Return the first rows with each merged range filled from its first cell."""
    for merge in sheet.merges:
        if not (0 <= merge.top < len(top) and 0 <= merge.left < sheet.width):
            continue
        word = top[merge.top][merge.left]
        for row in range(merge.top, min(merge.bottom + 1, len(top))):
            for column in range(merge.left, min(merge.right + 1, sheet.width)):
                top[row][column] = word
    return top


def _parts(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return the lines of each column's heading, the uppermost first, none twice running."""
    *above, bottom = rows
    carried = [_carried(row, bottom) for row in above]
    columns: Iterable[tuple[str, ...]] = zip(*carried, bottom, strict=True)
    return [_without_repeats(column) for column in columns]


def _carried(row: Sequence[str], bottom: Sequence[str]) -> list[str]:
    """Return an upper line with each word carried right over the columns below it.

    Text files have no merged cells: a word stands over its first column only.
    """
    found, last = [], ""
    for word, below in zip(row, bottom, strict=True):
        last = word or (last if below else "")
        found.append(last)
    return found


def _without_repeats(column: Sequence[str]) -> tuple[str, ...]:
    parts: list[str] = []
    for word in column:
        if word and (not parts or parts[-1] != word):
            parts.append(word)
    return tuple(parts)
