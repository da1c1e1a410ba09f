"""Columns that nobody could tell: what a person sees of them, and what they say of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.registry.models import Import, KnownColumn
from jiugai.apps.registry.services.import_files import lent
from jiugai.census import Seen, UnclearColumns, first_look
from jiugai.census.headings import unit_for
from jiugai.census.layout import KEYS
from jiugai.census.mapping import ColumnMapping, SheetMapping, written_name
from jiugai.census.mapping import Mapping as Columns
from jiugai.census.words import key
from jiugai.kernel.errors import InputError, Refusal
from jiugai.policy.vocabulary import Building, Estate, Fact, Subject

FACTS: Final[dict[str, Fact]] = {
    fact.id: fact for one in (Estate, Building) for fact in one.facts()
}
#: What a row of a ledger of buildings says of its estate.
_OF_ITS_ESTATE: Final = (Estate.name, Estate.division, Estate.district, Estate.street)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of one sheet: the row of the heading, and facts with units by letter."""

    sheet: str
    heading: int
    columns: Mapping[str, tuple[str, str]]


def seen_in(one: Import, error: UnclearColumns) -> dict[str, Any] | None:
    """Return the top of the file whose columns are unclear; None where even that fails."""
    with lent(one) as files:
        path = next((path for path in files.ledgers if path.name == error.file), None)
        try:
            seen = first_look(path) if path else []
        except InputError:
            return None
    return {"file": error.file, "sheets": [_kept(sheet) for sheet in seen]} if seen else None


def _kept(seen: Seen) -> dict[str, Any]:
    return {
        "sheet": seen.sheet,
        "first_row": seen.first_row,
        "heading": seen.heading,
        "columns": [
            {
                "letter": column.letter,
                "cells": list(column.cells),
                "fact": column.fact.id if column.fact else "",
                "unit": column.unit,
            }
            for column in seen.columns
        ],
    }


def with_names(one: Import, said: Sequence[Said]) -> Columns:
    """Return the columns of an import with what was said of those that were unclear.

    Raises Refusal if nothing was said, or it cannot be so, in words that say what to do.
    """
    seen = one.counts["seen"]
    sheets = {sheet["sheet"]: sheet for sheet in seen["sheets"]}
    named = [
        _named(seen["file"], sheets[one_said.sheet], one_said)
        for one_said in said
        if one_said.sheet in sheets and any(fact for fact, _unit in one_said.columns.values())
    ]
    if not named:
        raise Refusal(_("还没有指明任何一列；请至少指明小区名称或小区编号是哪一列。"))
    kept = Columns.from_yaml(one.mapping).ledgers if one.mapping else ()
    others = [sheet for sheet in kept if sheet.file != seen["file"]]
    return Columns((*others, *named))


def _named(file: str, seen: dict[str, Any], said: Said) -> SheetMapping:
    at = said.heading - seen["first_row"]
    if not 0 <= at < len(seen["columns"][0]["cells"]):
        raise Refusal(_("请选标题在第几行。"))
    columns = tuple(
        _column(
            column["letter"], column["cells"][at], *said.columns.get(column["letter"], ("", ""))
        )
        for column in seen["columns"]
    )
    subject = _subject(columns)
    _check(columns, subject, seen["sheet"])
    rows = (said.heading, said.heading)
    return SheetMapping(file, seen["sheet"], subject, rows, columns)


def _column(letter: str, heading: str, name: str, unit: str) -> ColumnMapping:
    if not name:
        return ColumnMapping(letter, heading)
    fact = FACTS.get(name)
    if fact is None:
        raise Refusal(_("{letter} 列所选的事实不存在；请从列表中重选。").format(letter=letter))
    if unit and unit_for(unit, fact) is None:
        raise Refusal(
            _("“{heading}”不能用单位“{unit}”；请改正或留空。").format(
                heading=fact.heading, unit=unit
            )
        )
    return ColumnMapping(letter, heading, fact, unit)


def _subject(columns: Sequence[ColumnMapping]) -> type[Subject]:
    own = set(Building.facts())
    return Building if any(one.fact in own for one in columns) else Estate


def _check(columns: Sequence[ColumnMapping], subject: type[Subject], sheet: str) -> None:
    taken: dict[Fact, str] = {}
    for one in columns:
        if one.fact is None:
            continue
        if one.fact in taken:
            raise Refusal(
                _("{one} 列和 {two} 列都选了“{fact}”；请只留一列，另一列选“不读取”。").format(
                    one=taken[one.fact], two=one.letter, fact=one.fact.heading
                )
            )
        taken[one.fact] = one.letter
    if subject is Building and (strays := list(_strays(taken))):
        raise Refusal(
            _(
                "“{fact}”是整个小区的事实，不能和楼栋的列在一张表里；请改选楼栋的，或不读取。"
            ).format(fact=strays[0].heading)
        )
    if not taken.keys() & set(KEYS[subject]):
        keys = _("或").join(f"“{fact.heading}”" for fact in KEYS[subject])
        raise Refusal(
            _("表“{sheet}”还没有指明{keys}是哪一列，各行就分不清是哪个小区。").format(
                sheet=sheet, keys=keys
            )
        )


def _strays(taken: Mapping[Fact, str]) -> Iterator[Fact]:
    own = {*Building.facts(), *_OF_ITS_ESTATE}
    yield from (fact for fact in taken if fact not in own)


def remember_names(columns: Columns, file: str, *, by: Person, division: str) -> None:
    """Keep what the headings of a file mean for the next import of this office."""
    for sheet in columns.ledgers:
        subject = sheet.subject or Estate
        for one in sheet.columns:
            if sheet.file == file and one.fact and key(one.heading):
                KnownColumn.objects.update_or_create(
                    division=division,
                    organisation=by.organisation,
                    subject=subject.__name__.lower(),
                    heading=key(one.heading)[:200],
                    defaults={"fact": written_name(one.fact, subject), "unit": one.unit, "by": by},
                )
