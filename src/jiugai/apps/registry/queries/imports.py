"""What the screens of an import show."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import polars as pl
from django.utils.translation import gettext as _

from jiugai.apps.registry.models import Conflict, Estate, Import, Source
from jiugai.apps.registry.services.import_read import key_of_cell
from jiugai.apps.registry.services.import_reading import Reading, reading_of
from jiugai.apps.registry.services.import_update import TOGETHER
from jiugai.census.mapping import Mapping, SheetMapping, written_name
from jiugai.census.shown import shown
from jiugai.kernel.i18n import _ as say
from jiugai.kernel.i18n import listed
from jiugai.policy.vocabulary import Building
from jiugai.policy.vocabulary import Estate as EstateFacts
from jiugai.policy.vocabulary.fact import Fact, Kind, Subject
from jiugai.policy.wording import shown as in_words

SUBJECTS: Final[dict[str, type[Subject]]] = {"estate": EstateFacts, "building": Building}
SEVERITIES: Final = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column on the first screen."""

    field: str
    letter: str
    heading: str
    fact: str
    unit: str
    samples: Sequence[str]
    filled: int


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """One sheet on the first screen, with the facts that its columns may mean."""

    file: str
    sheet: str
    title: str
    rows: int
    columns: Sequence[ColumnRow]
    choices: Sequence[tuple[str, str]]
    unmapped: int


def sheets_of(one: Import) -> list[SheetColumns]:
    """Return every sheet that was read with its columns and samples."""
    reading = reading_of(one)
    about = {(s["file"], s["sheet"]): s for s in reading.about["sheets"]}
    return [
        _sheet(number, sheet, about[sheet.file, sheet.sheet])
        for number, sheet in enumerate(reading.mapping.ledgers)
    ]


def _sheet(number: int, sheet: SheetMapping, about: dict[str, Any]) -> SheetColumns:
    subject = sheet.subject or EstateFacts
    columns = []
    for column in sheet.columns:
        sample = about["samples"].get(column.letter, {"values": [], "filled": 0})
        columns.append(
            ColumnRow(
                field=field_of(number, column.letter),
                letter=column.letter,
                heading=column.heading,
                fact=written_name(column.fact, subject) if column.fact else "",
                unit=column.unit,
                samples=sample["values"],
                filled=sample["filled"],
            )
        )
    return SheetColumns(
        file=sheet.file,
        sheet=sheet.sheet,
        title=_title(subject),
        rows=about["rows"],
        columns=[c for c in columns if c.heading or c.filled],
        choices=choices_of(subject),
        unmapped=sum(1 for c in columns if not c.fact and c.filled),
    )


def _title(subject: type[Subject]) -> str:
    return _("小区台账") if subject is EstateFacts else _("楼栋台账")


def field_of(sheet: int, letter: str) -> str:
    """Return the name of a column's field in the form."""
    return f"{sheet}-{letter}"


def choices_of(subject: type[Subject]) -> list[tuple[str, str]]:
    """Return the facts that a column of a subject's ledger may mean, by name."""
    facts = list(subject.facts())
    if subject is Building:
        own = (EstateFacts.name, EstateFacts.division, EstateFacts.district, EstateFacts.street)
        facts = [*own, *facts]
    return [
        (
            written_name(fact, subject),
            f"{fact.heading}（{fact.unit}）" if fact.unit else fact.heading,
        )
        for fact in facts
    ]


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One doubtful cell on the second screen, with the cells that can be corrected in place."""

    file: str
    sheet: str
    row: int | None
    column: str
    value: str
    advice: str
    severity: str
    cell: str
    fixes: Sequence["Fix"]


class Fix(NamedTuple):
    """A cell that can be corrected: its key, its address, its heading, what was typed."""

    key: str
    cell: str
    heading: str
    typed: str


def kinds_of(one: Import) -> list[tuple[str, int]]:
    """Return the kinds of issues with their counts, those that keep values out first."""
    frame = reading_of(one).issues.frame
    worst = pl.col("severity").replace_strict(SEVERITIES, return_dtype=pl.Int8).min()
    found = frame.group_by("kind").agg(pl.len().alias("n"), worst.alias("worst"))
    return list(
        found.sort("worst", "n", "kind", descending=[False, True, False])
        .select("kind", "n")
        .iter_rows()
    )


def issues_of(one: Import, kind: str) -> "IssuePages":
    """Return the issues of a kind, all kinds where it is empty, for a paginator."""
    reading = reading_of(one)
    frame = reading.issues.frame
    found = frame.filter(pl.col("kind") == kind) if kind else frame
    return IssuePages(found, one.fixes, reading.mapping)


class IssuePages:
    """Issues that are only turned into rows for the page that is shown."""

    def __init__(self, frame: pl.DataFrame, fixes: dict[str, str], mapping: Mapping) -> None:
        self.frame = frame
        self.fixes = fixes
        self.mapping = mapping

    def __len__(self) -> int:
        return self.frame.height

    def __getitem__(self, at: slice) -> list[IssueRow]:
        return [self._row(line) for line in self.frame[at].iter_rows(named=True)]

    def _row(self, line: dict[str, Any]) -> IssueRow:
        return IssueRow(**line_of(line), fixes=[self._fix(line, *at) for at in self._cells(line)])

    def _fix(self, line: dict[str, Any], cell: str, heading: str) -> Fix:
        key = key_of_cell(line["file"], line["sheet"], cell)
        return Fix(key, cell, heading, self.fixes.get(key, ""))

    def _cells(self, line: dict[str, Any]) -> list[tuple[str, str]]:
        """Return the cells that an issue speaks of; a pair of coordinates stands in two."""
        if not line["cell"]:
            return []
        if not (line["column"] and ", " in line["value"]):
            return [(line["cell"], line["column"])]
        sheet = self.mapping.of(line["file"], line["sheet"])
        columns = {one.fact: one for one in sheet.columns} if sheet else {}
        halves = [columns.get(fact) for fact in (EstateFacts.lon, EstateFacts.lat)]
        return [(f"{one.letter}{line['row']}", one.heading) for one in halves if one]


def line_of(line: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an issue that a row shows."""
    names = ("file", "sheet", "row", "column", "value", "advice", "severity", "cell")
    return {name: line[name] for name in names}


PARTS: Final = ("new", "changed", "conflicting", "unchanged", "gone")


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One estate on the third screen, with what would change."""

    pk: int | None
    code: str
    name: str
    changes: Sequence["PreviewChange"] = ()


@dataclass(frozen=True, slots=True)
class PreviewChange:
    """One value: what it is, what it would be, and where both are from."""

    heading: str
    old: str
    new: str
    old_source: str
    new_source: str
    takes: bool


class PreviewPages:
    """Estates of one part of the preview, turned into rows for the page that is shown."""

    def __init__(self, reading: Reading, part: str) -> None:
        self.reading = reading
        self.differences = _needed(reading, "differences")
        self.part = part
        self.frame = self._frame(part)

    def _frame(self, part: str) -> pl.DataFrame:
        if part == "gone":
            return _needed(self.reading, "gone")
        rows = _needed(self.reading, "compared_estates")
        own = self.differences.filter(pl.col("thing") == "estate")
        taken = own.filter("takes")["at"].unique()
        disputed = own.filter(~pl.col("takes"))["at"].unique()
        known = pl.col("id").is_not_null()
        match part:
            case "new":
                return rows.filter(~known)
            case "changed":
                return rows.filter(pl.col("at").is_in(taken.implode()))
            case "conflicting":
                return rows.filter(pl.col("at").is_in(disputed.implode()))
            case _:
                both = pl.concat([taken, disputed])
                return rows.filter(known & ~pl.col("at").is_in(both.implode()))

    def __len__(self) -> int:
        return self.frame.height

    def __getitem__(self, at: slice) -> list[PreviewRow]:
        part = self.frame[at]
        changes: dict[int, list[PreviewChange]] = {}
        if "at" in part.columns:
            wanted = pl.col("at").is_in(part["at"].implode()) & (pl.col("thing") == "estate")
            found = self.differences.filter(wanted)
            names = _source_names(found["source"].drop_nulls().unique().to_list())
            for line in found.iter_rows(named=True):
                changes.setdefault(line["at"], []).append(self._change(line, names))
        return [
            PreviewRow(line["id"], line["code"], line["name"], changes.get(line.get("at", -1), ()))
            for line in part.iter_rows(named=True)
        ]

    def _change(self, line: dict[str, Any], names: dict[int, str]) -> PreviewChange:
        fact = EstateFacts.fact(line["fact"])
        table = self.reading.about["tables"][line["table"]]
        letter = table["columns"].get(fact.name, ("", ""))[0]
        return PreviewChange(
            heading=fact.heading,
            old=said(fact, json.loads(line["old"])) if line["old"] else "",
            new=said(fact, json.loads(line["new"])),
            old_source=names.get(line["source"], "") if line["old"] else "",
            new_source=" ".join(
                filter(None, (table["file"], table["sheet"], f"{letter}{line['row']}"))
            ),
            takes=line["takes"],
        )


def _needed(reading: Reading, name: str) -> pl.DataFrame:
    found = reading.frame(name)
    return pl.DataFrame() if found is None else found


def _source_names(ids: Iterable[int]) -> dict[int, str]:
    return {
        one.pk: source_title(one)
        for one in Source.objects.select_related("by").filter(pk__in=list(ids))
    }


def source_title(source: Source) -> str:
    """Return what a source is called: file and sheet, or who typed it, and the day."""
    what = " ".join(filter(None, (source.file, source.sheet))) or source.get_kind_display()
    return f"{what} · {source.by} · {source.at:%Y-%m-%d}"


def said(fact: Fact, value: Any) -> str:
    """Return a value in the words and units of a ledger."""
    if value is None:
        return "—"
    if fact.kind in (Kind.TEXT, Kind.DAY):
        return str(value)
    frame = pl.DataFrame({"v": [value]}, strict=False)
    word = str(frame.select(shown(pl.col("v"), fact))["v"][0])
    return f"{word} {fact.unit}" if fact.unit and fact.kind in (Kind.WHOLE, Kind.DECIMAL) else word


@dataclass(frozen=True, slots=True)
class Dispute:
    """A source whose values this import contradicts, and how often."""

    source: Source
    title: str
    count: int
    is_replaced: bool


def disputes_of(one: Import) -> list[Dispute]:
    """Return the sources that the import contradicts, the most contradicted first."""
    frame = _needed(reading_of(one), "differences")
    if frame.is_empty():
        return []
    chosen = pl.col("source").is_in(one.replaces)
    found = frame.filter(pl.col("source").is_not_null() & (~pl.col("takes") | chosen))
    counts = dict(found.group_by("source").len().iter_rows())
    sources = Source.objects.select_related("by").filter(pk__in=list(counts))
    made = [Dispute(s, source_title(s), counts[s.pk], s.pk in one.replaces) for s in sources]
    return sorted(made, key=lambda dispute: -dispute.count)


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict with both values and both sources in words."""

    conflict: Conflict
    heading: str
    kept: str
    kept_source: str
    offered: str
    offered_source: str
    can_type: bool


def conflict_row(conflict: Conflict) -> ConflictRow:
    """Return a conflict as a person reads it."""
    from jiugai.apps.registry.queries.origins import origin_of

    thing = conflict.building or conflict.estate
    subject = Building if conflict.building_id else EstateFacts
    origin = origin_of(thing, conflict.fact)
    column = conflict.source.columns.get(conflict.fact, ("", ""))[0]
    kept_at = f" {origin.cell}" if origin and origin.cell else ""
    return ConflictRow(
        conflict=conflict,
        heading=_("坐标") if conflict.fact == "lon" else say(subject.fact(conflict.fact).heading),
        kept=_words(subject, conflict, conflict.kept),
        kept_source=f"{source_title(origin.source)}{kept_at}" if origin else "",
        offered=_words(subject, conflict, conflict.offered),
        offered_source=f"{source_title(conflict.source)} {column}{conflict.row or ''}",
        can_type=conflict.fact not in TOGETHER,
    )


def _words(subject: type[Subject], conflict: Conflict, value: Any) -> str:
    together = (value or {}) if conflict.fact in TOGETHER else {conflict.fact: value}
    known = ((name, one) for name, one in together.items() if one is not None)
    return listed((in_words(subject.fact(name), one) for name, one in known), "，") or "—"


def open_conflicts(*, settled: bool) -> Any:
    """Return conflicts that wait for a person, or those that are settled."""
    found = Conflict.objects.select_related(
        "estate", "building", "source", "source__by", "settled_by"
    )
    return found.filter(settled_at__isnull=not settled, estate__retired_on=None)


def estates_of(one: Import) -> Any:
    """Return the estates that an import brought or changed."""
    ids = one.changes.filter(thing="estate").values("thing_id")
    return Estate.objects.filter(pk__in=ids)
