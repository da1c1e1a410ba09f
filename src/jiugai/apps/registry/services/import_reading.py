"""What came of reading the files of an import, kept on disk from one screen to the next."""

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl
from django.conf import settings

from jiugai.apps.registry.models import Import
from jiugai.census import Census, Issues
from jiugai.census.mapping import Mapping
from jiugai.census.provenance import OriginTable
from jiugai.policy.vocabulary import Estate

#: The table that gave a row, and the row in it as the spreadsheet shows it.
TABLE, ROW = "_table", "_row"


@dataclass(frozen=True)
class Reading:
    """One reading of an import; `about` tells of sheets and of tables that values came from."""

    folder: Path

    @cached_property
    def about(self) -> dict[str, Any]:
        """Return sheets, estate tables, building tables and counts."""
        found: dict[str, Any] = json.loads((self.folder / "about.json").read_text("utf-8"))
        return found

    @cached_property
    def mapping(self) -> Mapping:
        """Return what every column was taken for."""
        return Mapping.from_yaml(self.about["mapping"])

    @cached_property
    def issues(self) -> Issues:
        """Return everything doubtful."""
        return Issues(self._frame("issues"))

    @cached_property
    def estates(self) -> pl.DataFrame:
        """Return the estates, facts as columns."""
        return self._frame("estates")

    @cached_property
    def buildings(self) -> pl.DataFrame:
        """Return the buildings, facts as columns, with table and row."""
        return self._frame("buildings")

    @cached_property
    def rows(self) -> pl.DataFrame:
        """Return for each estate its row in every table."""
        return self._frame("rows")

    @cached_property
    def winners(self) -> pl.DataFrame:
        """Return for each estate and fact the table that gave it."""
        return self._frame("winners")

    def frame(self, name: str) -> pl.DataFrame | None:
        """Return a table that was kept beside the reading, None if there is none."""
        return self._frame(name) if (self.folder / f"{name}.parquet").exists() else None

    def keep(self, name: str, frame: pl.DataFrame) -> None:
        """Keep a table beside the reading."""
        frame.write_parquet(self.folder / f"{name}.parquet", compression="lz4")

    def _frame(self, name: str) -> pl.DataFrame:
        return pl.read_parquet(self.folder / f"{name}.parquet")


def reading_of(one: Import) -> Reading:
    """Return the latest reading of an import."""
    return Reading(_folder(one) / str(one.reading))


def keep_reading(one: Import, census: Census) -> Reading:
    """Keep what was read as the next reading of an import, whose number it raises."""
    one.reading += 1
    folder = _folder(one) / str(one.reading)
    shutil.rmtree(folder, ignore_errors=True)  # left by a process that was killed
    folder.mkdir(parents=True)
    made = Reading(folder)
    facts = [fact.name for fact in Estate.facts()]
    made.keep("estates", census.estates.select("estate_id", *facts))
    rows = census.building_rows
    made.keep(
        "buildings",
        census.buildings.with_columns(rows.table.alias(TABLE), rows.row.alias(ROW)),
    )
    made.keep("issues", census.issues.frame)
    made.keep("rows", census.provenance.rows)
    made.keep("winners", census.provenance.winners)
    about = json.dumps(_about(census), ensure_ascii=False)
    (folder / "about.json").write_text(about, encoding="utf-8")
    return made


def forget_reading(one: Import, number: int) -> None:
    """Remove a former reading from disk."""
    shutil.rmtree(_folder(one) / str(number), ignore_errors=True)


def _folder(one: Import) -> Path:
    return Path(settings.MEDIA_ROOT) / "readings" / str(one.pk)


def _about(census: Census) -> dict[str, Any]:
    return {
        "mapping": census.mapping.to_yaml(),
        "sheets": [
            {
                "file": source.file,
                "sheet": source.sheet,
                "subject": source.subject,
                "rows": source.rows,
                "joined": source.joined,
                "listed": source.listed,
                "blank": source.blank,
                "elsewhere": source.elsewhere,
                "samples": {
                    letter: {"values": list(one.values), "filled": one.filled}
                    for letter, one in source.samples.items()
                },
            }
            for source in census.sources
        ],
        "skipped": [
            {"file": one.file, "sheet": one.sheet, "reason": one.reason} for one in census.skipped
        ],
        "tables": _tables(census.provenance.tables),
        "building_tables": _tables(census.building_rows.tables),
    }


def _tables(tables: Iterable[OriginTable]) -> list[dict[str, Any]]:
    return [{"file": one.file, "sheet": one.sheet, "columns": _columns(one)} for one in tables]


def _columns(table: OriginTable) -> dict[str, list[str]]:
    """Return the column of each fact, and of what follows from another column by its place."""
    found = {name: [origin.letter, origin.heading] for name, origin in table.origins.items()}
    for name, other in (("division", "district"), ("datum", "lon"), ("district", "division")):
        if name not in found and other in found:
            found[name] = found[other]
    if "lon" in found:
        found.setdefault("division", found["lon"])
        found.setdefault("district", found["lon"])
    return found
