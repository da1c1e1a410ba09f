"""Reading ledgers: from files as they are to estates, buildings and issues."""

from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

import polars as pl

from jiugai.census.buildings import Housed, all_buildings, estates_of, house, outside_keys
from jiugai.census.census import Census, LedgerRead
from jiugai.census.corrections import Corrections
from jiugai.census.datum import DatumFit
from jiugai.census.duplicates import note_possible_duplicates
from jiugai.census.files import LedgerFile, open_ledgers
from jiugai.census.future import without_future
from jiugai.census.issues import IssueLog
from jiugai.census.join import NAME, Join, Placed, estate_ids
from jiugai.census.locate import locate, note_strays
from jiugai.census.mapping import Mapping, SheetMapping
from jiugai.census.merge import Merged, merge
from jiugai.census.notes import check_any, note_columns, note_skipped
from jiugai.census.outlines import Outlines, read_outlines
from jiugai.census.place import (
    OWN,
    STATE,
    UNKNOWN,
    in_place,
    note_divisions,
    note_elsewhere,
    resolve_divisions,
)
from jiugai.census.provenance import OriginTable, Provenance
from jiugai.census.recognise import Skipped, recognise
from jiugai.census.samples import Sample, samples_of
from jiugai.census.table import ROW, Table, read_table
from jiugai.kernel.division import division, shortest
from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Estate


def read_ledgers(
    paths: Sequence[Path],
    *,
    place: str,
    mapping: Mapping | None = None,
    outlines: Sequence[Path] = (),
    day: date | None = None,
    corrections: Corrections | None = None,
) -> Census:
    """Return the estates and buildings of `place` that the ledgers speak of, with every doubt.

    Where ledgers disagree the first named wins. `mapping` says what columns mean where their
    headings do not; `outlines` are GeoJSON files of districts, by which coordinates are judged;
    years after `day` are doubted; `corrections` are cells that a person put right.
    Raises InputError if a file cannot be used at all, UsageError if there is no such place or
    no file.
    """
    if not paths:
        raise UsageError(_("没有给出台账；请给出至少一个 xlsx 或 csv 文件。"))
    place = shortest(division(place).code)
    outlined = read_outlines(outlines)
    reading = _Reading(place, mapping or Mapping(), outlined, corrections or Corrections())
    files = open_ledgers(paths)
    for file in files:
        reading.read(file)
    found = reading.census([file.name for file in files])
    return found if day is None else without_future(found, day)


class _Source(NamedTuple):
    """A sheet that was read: its file, its columns, and its rows."""

    file: LedgerFile
    mapping: SheetMapping
    samples: Map[str, Sample]
    placed: Placed


@dataclass(slots=True)
class _Reading:
    """The work on one set of ledgers."""

    place: str
    mapping: Mapping
    outlines: Outlines | None
    corrections: Corrections
    log: IssueLog = field(default_factory=IssueLog)
    sources: list[_Source] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    fits: list[DatumFit] = field(default_factory=list)
    left_out: list[pl.DataFrame] = field(default_factory=list)

    def read(self, file: LedgerFile) -> None:
        """Read every sheet of a file that is a ledger.

        Raises InputError if none is, or none has a row.
        """
        skipped: list[Skipped] = []
        tables = []
        for as_is in file.sheets():
            sheet = self.corrections.applied(as_is, file=file.name)
            said = self.mapping.of(file.name, sheet.name)
            found = recognise(sheet, file=file.name, said=said)
            if isinstance(found, Skipped):
                skipped.append(found)
                continue
            note_columns(found, self.log)
            tables.append(read_table(found, self.log))
            placed = self._placed(tables[-1])
            self.sources.append(_Source(file, found.mapping, samples_of(found), placed))
        check_any(file.name, tables, skipped)
        for one in skipped:
            note_skipped(one, self.log)
        self.skipped += skipped

    def _placed(self, table: Table) -> Placed:
        """Return the rows of a table that lie in the place, or may."""
        frame = resolve_divisions(table, self.place)
        if table.subject is Estate:
            located = locate(table, frame, self.outlines, self.log)
            frame = located.frame
            self.fits += [located.fit] if located.fit else []
        is_here = in_place(frame, self.place)
        if not is_here.all():
            left_out = frame.filter(~is_here)
            self.left_out += [left_out] if table.subject is Estate else []
            self.log.forget(table.file, table.sheet, left_out[ROW])
            note_elsewhere(table, left_out, self.place, self.log)
        here = frame.filter(is_here)
        note_divisions(table, here, self.place, self.log)
        known = here.filter(pl.col(STATE) != UNKNOWN)
        if table.subject is Estate:
            note_strays(table, known, self.outlines, self.log)
        return Placed(table, known, frame.height - here.height, here.height - known.height)

    def census(self, files: Sequence[str]) -> Census:
        """Join what was read."""
        join, placed, housed = self._joined()
        count = join.known.height
        merged = merge(join.placed, count, self.log)
        estates = self._estates(join, merged)
        self._note_duplicates(estates, join, merged)
        buildings, building_rows = all_buildings(housed, estates["estate_id"])
        return Census(
            place=self.place,
            estates=estates,
            buildings=buildings,
            issues=self.log.issues(files),
            sources=tuple(
                _ledger_read(source, one) for source, one in zip(self.sources, placed, strict=True)
            ),
            skipped=tuple(self.skipped),
            datums=tuple(self.fits),
            provenance=Provenance(
                estates["estate_id"],
                tuple(
                    OriginTable(one.table.file, one.table.sheet, one.table.origins)
                    for one in join.placed
                ),
                merged.rows,
                merged.winners,
            ),
            building_rows=building_rows,
        )

    def _joined(self) -> tuple[Join, list[Placed], list[Housed]]:
        """Return the join of all estates, what became of each source, and the buildings."""
        join = Join(self.log)
        done: list[Placed] = []
        are_estates = [source.placed.table.subject is Estate for source in self.sources]
        for source, is_estates in zip(self.sources, are_estates, strict=True):
            if is_estates:
                join.add(source.placed)
            elif not any(are_estates):
                join.add(estates_of(source.placed, self.place))
        estates = iter(join.placed)
        outside = outside_keys(self.left_out)
        housed: list[Housed] = []
        for source, is_estates in zip(self.sources, are_estates, strict=True):
            if is_estates:
                done.append(next(estates))
                continue
            housed.append(house(source.placed, join, outside, self.place, self.log))
            done.append(housed[-1].placed)
        return join, done, housed

    def _estates(self, join: Join, merged: Merged) -> pl.DataFrame:
        values = merged.values
        ids = estate_ids(join.known, values["name"], values["street"], self.place)
        facts = [fact.name for fact in Estate.facts()]
        given = [name for name in values.columns if name not in facts]
        return values.select(ids, *facts, *given)

    def _note_duplicates(self, estates: pl.DataFrame, join: Join, merged: Merged) -> None:
        first = pl.coalesce(
            [
                pl.when(pl.col(name).is_not_null()).then(pl.lit(int(name)))
                for name in merged.rows.columns
            ]
        )
        where = merged.rows.select(first.alias("_table"), pl.coalesce(pl.all()).alias("_row"))
        frame = estates.select("estate_id", "name", "lon", "lat").hstack(where)
        frame = frame.hstack(join.known.select(NAME, OWN))
        note_possible_duplicates(frame, [one.table for one in join.placed], self.log)


def _ledger_read(source: _Source, placed: Placed) -> LedgerRead:
    counts = placed.table.counts
    return LedgerRead(
        file=source.file.name,
        sha256=source.file.sha256,
        sheet=placed.table.sheet,
        subject=placed.table.subject.__name__.lower(),
        mapping=source.mapping,
        rows=counts.rows,
        joined=placed.frame.height,
        listed=counts.listed + placed.listed,
        blank=counts.blank,
        elsewhere=placed.elsewhere,
        samples=source.samples,
    )
