"""What columns mean: as an office said before, and as somebody says now."""

from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import replace

from django.db.models import Q
from django.utils.translation import gettext as _

from jiugai.apps.accounts.models import Person
from jiugai.apps.registry.models import KnownColumn
from jiugai.census.headings import unit_for
from jiugai.census.mapping import (
    SUBJECTS,
    ColumnMapping,
    Mapping,
    SheetMapping,
    find_fact,
    written_name,
)
from jiugai.census.words import key
from jiugai.kernel.errors import Refusal
from jiugai.policy.vocabulary import Estate, Fact

#: What somebody chose for one column: the name of a fact or nothing, and a unit or nothing.
Chosen = Map[tuple[str, str, str], tuple[str, str]]


def remembered(found: Mapping, *, by: Person, division: str) -> Mapping | None:
    """Return the columns as this office said before, None where that changes nothing."""
    known = {
        (one.subject, one.heading): (one.fact, one.unit)
        for one in KnownColumn.objects.filter(
            Q(organisation=by.organisation_id) & Q(division=division)
        )
    }
    if not known:
        return None
    chosen = {
        (sheet.file, sheet.sheet, column.letter): known[subject, heading]
        for sheet in found.ledgers
        for column in sheet.columns
        if (subject := _subject(sheet)) and (heading := key(column.heading))
        if (subject, heading) in known
    }
    changed = with_columns(found, _without_repeats(found, chosen))
    return None if changed == found else changed


def known_headings(*, by: Person, division: str) -> Iterator[Mapping]:
    """Yield what this office said headings mean, for each kind of ledger, for any sheet."""
    known = KnownColumn.objects.filter(organisation=by.organisation_id, division=division)
    for name, subject in SUBJECTS.items():
        columns: dict[Fact, ColumnMapping] = {}
        for one in known.filter(subject=name).exclude(fact="").order_by("-at"):
            fact = find_fact(one.fact, subject)
            columns.setdefault(fact, ColumnMapping("", one.heading, fact, one.unit))
        if columns:
            yield Mapping((SheetMapping(subject=subject, columns=tuple(columns.values())),))


def _without_repeats(found: Mapping, chosen: Chosen) -> Chosen:
    """Leave out what would give a fact to two columns of a sheet."""
    kept: dict[tuple[str, str, str], tuple[str, str]] = {}
    for sheet in found.ledgers:
        taken: set[str] = set()
        for column in sheet.columns:
            at = (sheet.file, sheet.sheet, column.letter)
            if at in chosen and chosen[at][0] not in taken:
                kept[at] = chosen[at]
                taken |= {chosen[at][0]} - {""}
    return kept


def with_columns(found: Mapping, chosen: Chosen) -> Mapping:
    """Return a mapping in which some columns mean what was chosen for them.

    Raises Refusal if a fact is chosen twice for a sheet, is unknown, or has no such unit.
    """
    return Mapping(tuple(_with(sheet, chosen) for sheet in found.ledgers))


def _with(sheet: SheetMapping, chosen: Chosen) -> SheetMapping:
    wanted = {
        letter: said for (file, name, letter), said in chosen.items() if _is(sheet, file, name)
    }
    columns = [
        _chosen(column, sheet, *wanted[column.letter]) if column.letter in wanted else column
        for column in sheet.columns
    ]
    forced = {column.fact for column in columns if column.fact and column.letter in wanted}
    columns = [
        replace(column, fact=None, unit="")
        if column.fact in forced and column.letter not in wanted
        else column
        for column in columns
    ]
    _check(columns)
    return replace(sheet, columns=tuple(columns))


def _is(sheet: SheetMapping, file: str, name: str) -> bool:
    return (sheet.file, sheet.sheet) == (file, name)


def _chosen(column: ColumnMapping, sheet: SheetMapping, name: str, unit: str) -> ColumnMapping:
    if not name:
        return replace(column, fact=None, unit="")
    try:
        fact = find_fact(name, sheet.subject or Estate)
    except KeyError:
        raise Refusal(
            _("“{heading}”所选的事实不存在；请从列表中重选。").format(heading=column.heading)
        ) from None
    if unit and unit_for(unit, fact) is None:
        raise Refusal(
            _("“{heading}”不能用单位“{unit}”；请改正或留空。").format(
                heading=column.heading, unit=unit
            )
        )
    return replace(column, fact=fact, unit=unit)


def _check(columns: list[ColumnMapping]) -> None:
    taken: dict[str, str] = {}
    for column in columns:
        if column.fact is None:
            continue
        if other := taken.get(column.fact.id):
            raise Refusal(
                _("“{one}”和“{two}”都选了“{fact}”；请只留一列，另一列选“不读取”。").format(
                    one=other, two=column.heading or column.letter, fact=column.fact.heading
                )
            )
        taken[column.fact.id] = column.heading or column.letter


def remember(before: Mapping, after: Mapping, *, by: Person, division: str) -> int:
    """Keep what somebody changed for the next import of this office; return how many."""
    count = 0
    for old, new in zip(before.ledgers, after.ledgers, strict=True):
        for was, column in zip(old.columns, new.columns, strict=True):
            if was == column or not key(column.heading):
                continue
            fact = written_name(column.fact, new.subject or Estate) if column.fact else ""
            KnownColumn.objects.update_or_create(
                division=division,
                organisation=by.organisation,
                subject=_subject(new),
                heading=key(column.heading)[:200],
                defaults={"fact": fact, "unit": column.unit, "by": by},
            )
            count += 1
    return count


def _subject(sheet: SheetMapping) -> str:
    return (sheet.subject or Estate).__name__.lower()
