"""What came of reading ledgers: estates, buildings, issues, and where everything is from."""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field

import polars as pl

from jiugai.census.datum import DatumFit
from jiugai.census.issues import Issues
from jiugai.census.mapping import Mapping, SheetMapping
from jiugai.census.provenance import BuildingRows, Provenance
from jiugai.census.recognise import Skipped
from jiugai.census.samples import Sample


@dataclass(frozen=True, slots=True)
class LedgerRead:
    """A sheet that was read: its file and digest, its mapping, and what became of its rows.

    `rows` = `joined` + `listed` + `blank` + `elsewhere` (outside the place); every row that is
    not joined is an issue. `samples` shows by column letter what stands there.
    """

    file: str
    sha256: str
    sheet: str
    subject: str
    mapping: SheetMapping
    rows: int
    joined: int
    listed: int
    blank: int
    elsewhere: int
    samples: Map[str, Sample] = field(default_factory=dict)

    @property
    def heading_rows(self) -> tuple[int, int]:
        """Return the first and last row of the heading as the spreadsheet shows them."""
        return self.mapping.rows or (0, 0)


@dataclass(frozen=True, slots=True)
class Census:
    """Estates as columns named like facts, with `estate_id`; buildings likewise.

    Coordinates are WGS-84 where their datum is known; `lon_given`, `lat_given` and
    `datum_given` keep what the ledger says.
    """

    place: str
    estates: pl.DataFrame
    buildings: pl.DataFrame
    issues: Issues
    sources: tuple[LedgerRead, ...]
    skipped: tuple[Skipped, ...]
    datums: tuple[DatumFit, ...]
    provenance: Provenance
    building_rows: BuildingRows

    @property
    def mapping(self) -> Mapping:
        """Return the mapping of every sheet, to be shown and saved."""
        return Mapping(tuple(source.mapping for source in self.sources))

    @property
    def elsewhere(self) -> int:
        """Return how many rows lie outside the place and were left out."""
        return sum(source.elsewhere for source in self.sources)
