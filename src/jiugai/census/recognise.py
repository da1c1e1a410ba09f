"""Deciding whether a sheet is a ledger, of what, and which column has which fact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from jiugai.census.headings import BY_NAME, Match, index, take_apart
from jiugai.census.layout import (
    KEYS,
    SEARCHED,
    Heading,
    Layout,
    find_layout,
    heading_at,
    title_units,
)
from jiugai.census.mapping import ColumnMapping, SheetMapping, unit_of
from jiugai.census.sheet import Sheet
from jiugai.census.unclear import UnclearColumns
from jiugai.census.units import CENTS, Quantity, Unit, find_unit, quantity_of
from jiugai.census.words import key
from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _, listed
from jiugai.policy.vocabulary import Building, Estate, Fact, Kind, Subject

_FORCED: Final = -1
#: A ledger that names its estates again and again has a row for each building.
_REPEATS: Final = 0.7
#: What a building has as an estate has it, so that it says nothing of which a row is.
_SIZES: Final = (
    Building.household_count,
    Building.floor_area_m2,
    Building.basic_cost,
    Building.improving_cost,
    Building.upgrading_cost,
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a ledger and what it means; without a fact nobody reads it."""

    index: int
    letter: str
    heading: str
    fact: Fact | None = None
    unit: Unit | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """A sheet that is a ledger; its rows begin below `last`, zero-based."""

    file: str
    sheet: Sheet
    subject: type[Subject]
    first: int
    last: int
    columns: tuple[Column, ...]
    also: tuple[tuple[Column, Fact], ...] = ()  # columns that lost a fact to a plainer heading

    def column_of(self, fact: Fact) -> Column | None:
        """Return the column that has a fact."""
        return next((column for column in self.columns if column.fact is fact), None)

    @property
    def mapping(self) -> SheetMapping:
        """Return the mapping as it can be saved."""
        return SheetMapping(
            file=self.file,
            sheet=self.sheet.name,
            subject=self.subject,
            rows=(self.first + self.sheet.first_row, self.last + self.sheet.first_row),
            columns=tuple(
                ColumnMapping(
                    column.letter,
                    column.heading,
                    column.fact,
                    column.unit.name if column.unit else "",
                )
                for column in self.columns
            ),
        )


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sheet that is no ledger, why, and whether it looks as if it should be one."""

    file: str
    sheet: str
    reason: str
    is_suspicious: bool = False


def recognise(sheet: Sheet, *, file: str, said: SheetMapping | None = None) -> Ledger | Skipped:
    """Return what a sheet is; `said` is what a saved mapping says of it.

    Raises UnclearColumns if two columns claim one fact with equal right.
    """
    if sheet.hidden:
        return Skipped(file, sheet.name, _("工作表是隐藏的"))
    if not sheet.height:
        return Skipped(file, sheet.name, _("工作表是空的"))
    layout = _layout(sheet, said, file)
    is_said = said is not None and said.rows is not None
    if layout is None or (not is_said and _is_glossary(sheet, layout)):
        return Skipped(file, sheet.name, _("没有认出标题行"))
    if not layout.has_key:
        known = listed(sorted(fact.heading for fact in layout.facts))
        keys = _("或").join(f"“{fact.heading}”" for fact in KEYS[layout.subject])
        reason = _("认出了 {known}，但没有{keys}列").format(known=known, keys=keys)
        return Skipped(file, sheet.name, reason, is_suspicious=True)
    return _ledger(sheet, layout, said, file)


def _layout(sheet: Sheet, said: SheetMapping | None, file: str) -> Layout | None:
    subjects = [said.subject] if said and said.subject else [Estate, Building]
    also = _also(said)
    if said and said.rows:
        first, last = (row - sheet.first_row for row in said.rows)
        if not 0 <= first <= last < sheet.height:
            message = _("映射说标题在第 {first}–{last} 行，表里没有；请改正 heading_rows。")
            raise InputError(
                message.format(first=said.rows[0], last=said.rows[1]), file=file, cell=sheet.name
            )
        read = [heading_at(sheet, first, last, one, also) for one in subjects]
        return _better(sheet, [_with_letters(sheet, layout, said) for layout in read])
    found = [find_layout(sheet, one, also) for one in subjects]
    return _better(sheet, [layout for layout in found if layout])


def _with_letters(sheet: Sheet, layout: Layout, said: SheetMapping) -> Layout:
    """Return a heading in which columns without one mean what was said of their letters."""
    facts = {one.letter: one.fact for one in said.columns if one.fact and not one.heading}
    headings = tuple(
        replace(one, match=Match(fact, _FORCED))
        if not one.parts and (fact := facts.get(sheet.letter(one.index)))
        else one
        for one in layout.headings
    )
    return replace(layout, headings=headings)


def _is_glossary(sheet: Sheet, layout: Layout) -> bool:
    """Return whether a sheet explains headings, one below the other, instead of having them."""
    if len(layout.facts) > 1:
        return False
    known = index(layout.subject)
    for heading in layout.headings:
        if heading.match and heading.match.fact in KEYS[layout.subject]:
            cells = sheet.column(heading.index).text.slice(layout.last + 1).head(SEARCHED)
            named = [bool(known.keys() & take_apart(cell).keys) for cell in cells.drop_nulls()]
            if len(named) > 2 and 2 * sum(named) > len(named):
                return True
    return False


def _also(said: SheetMapping | None) -> dict[str, Match]:
    columns = said.columns if said else ()
    return {
        key(column.heading): Match(column.fact, _FORCED)
        for column in columns
        if column.fact and column.heading
    }


def _better(sheet: Sheet, layouts: Sequence[Layout]) -> Layout | None:
    """Return the reading as a ledger of buildings or of estates that suits the sheet."""
    by_subject = {layout.subject: layout for layout in layouts}
    estates, buildings = by_subject.get(Estate), by_subject.get(Building)
    if buildings is None or (estates and Building.id not in buildings.facts):
        return estates
    if estates is None or not estates.has_key or _is_of_buildings(sheet, estates, buildings):
        return buildings
    return estates


def _is_of_buildings(sheet: Sheet, estates: Layout, buildings: Layout) -> bool:
    one, other = _mapped(estates), _mapped(buildings)
    if len(other - one) > len(one - other):
        return True
    named = next(heading for heading in estates.headings if _is_key(heading))
    cells = sheet.column(named.index).shown().slice(estates.last + 1).drop_nulls()
    return bool(len(cells)) and cells.n_unique() < _REPEATS * len(cells)


def _mapped(layout: Layout) -> set[int]:
    return {
        heading.index
        for heading in layout.headings
        if heading.match and heading.match.fact not in _SIZES
    }


def _is_key(heading: Heading) -> bool:
    return heading.match is not None and heading.match.fact in KEYS[Estate]


def _ledger(sheet: Sheet, layout: Layout, said: SheetMapping | None, file: str) -> Ledger:
    units = title_units(sheet, layout.first)
    columns = [_column(sheet, heading, units) for heading in layout.headings]
    if said:
        columns = _forced(columns, said)
    columns, lost = _one_each(columns, sheet, layout.last, file)
    return Ledger(
        file, sheet, layout.subject, layout.first, layout.last, tuple(columns), tuple(lost)
    )


def _column(sheet: Sheet, heading: Heading, units: Mapping[Quantity, Unit]) -> Column:
    column = Column(heading.index, sheet.letter(heading.index), heading.text)
    if heading.match is None:
        return column
    fact, rank = heading.match
    quantity = quantity_of(fact)
    unit = heading.unit or (units.get(quantity) if quantity else None)
    if rank == BY_NAME and fact.kind is Kind.MONEY and heading.unit is None:
        unit = find_unit(CENTS, Quantity.MONEY)  # what programs write is as they keep it
    return replace(column, fact=fact, rank=rank, unit=unit)


def _forced(columns: Sequence[Column], said: SheetMapping) -> list[Column]:
    """Return the columns as a saved mapping wants them; what it leaves out stays as found."""
    headings = [key(column.heading) for column in columns]
    wanted: dict[int, ColumnMapping] = {}
    for column, heading in zip(columns, headings, strict=True):
        for one in said.columns:
            if one.names(column.letter, column.heading, is_repeated=headings.count(heading) > 1):
                wanted.setdefault(column.index, one)
    taken = {one.fact for one in wanted.values() if one.fact}
    found = []
    for column in columns:
        if said_of := wanted.get(column.index):
            unit = unit_of(said_of) or (column.unit if said_of.fact is column.fact else None)
            found.append(replace(column, fact=said_of.fact, unit=unit, rank=_FORCED))
        elif column.fact in taken:
            found.append(replace(column, fact=None, unit=None))
        else:
            found.append(column)
    return found


def _one_each(
    columns: list[Column], sheet: Sheet, last: int, file: str
) -> tuple[list[Column], list[tuple[Column, Fact]]]:
    """Let each fact be had by one column: the one with the plainest heading."""
    lost: dict[int, Fact] = {}
    for fact in dict.fromkeys(column.fact for column in columns if column.fact):
        claims = sorted((c for c in columns if c.fact is fact), key=lambda c: (c.rank, c.index))
        first, *others = claims
        for other in others:
            if other.rank == first.rank and not _same_cells(sheet, first, other, last):
                raise _two_columns(first, other, sheet, last, file)
            lost[other.index] = fact
    kept = [
        replace(column, fact=None, unit=None) if column.index in lost else column
        for column in columns
    ]
    return kept, [(columns[index], fact) for index, fact in sorted(lost.items())]


def _same_cells(sheet: Sheet, one: Column, other: Column, last: int) -> bool:
    if one.unit != other.unit:
        return False
    cells = [sheet.column(column.index).shown().slice(last + 1) for column in (one, other)]
    return cells[0].equals(cells[1])


def _two_columns(one: Column, other: Column, sheet: Sheet, last: int, file: str) -> UnclearColumns:
    row = sheet.first_row + last
    message = _(
        "“{one}”（{one_letter} 列）和“{other}”（{other_letter} 列）都像“{fact}”而内容不同；"
        "请删去一列，或在列对照（--mapping）里指明用哪一列。"
    )
    return UnclearColumns(
        message.format(
            one=one.heading,
            one_letter=one.letter,
            other=other.heading,
            other_letter=other.letter,
            fact=one.fact.heading if one.fact else "",
        ),
        file=file,
        cell=" ".join(filter(None, (sheet.name, f"{other.letter}{row}"))),
    )
