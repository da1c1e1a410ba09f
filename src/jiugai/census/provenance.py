"""Where each value of a census comes from: file, sheet, row and column."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from jiugai.census.table import Origin


@dataclass(frozen=True, slots=True)
class CellOrigin:
    """The cell that a value was read from; `derived` if it follows from what the cell says."""

    file: str
    sheet: str
    row: int
    column: str
    heading: str
    derived: bool = False


@dataclass(frozen=True, slots=True)
class OriginTable:
    """A ledger and, for each fact that it gives, the column."""

    file: str
    sheet: str
    origins: Mapping[str, Origin]


@dataclass(frozen=True, slots=True)
class BuildingRows:
    """For each building, in the order of the census, its ledger and its row there."""

    tables: tuple[OriginTable, ...]
    table: pl.Series
    row: pl.Series


@dataclass(frozen=True, slots=True)
class Provenance:
    """For each estate its row in every ledger, and for each of its values the ledger that won.

    Kept by column, so that millions of values cost no objects.
    """

    estate_ids: pl.Series
    tables: tuple[OriginTable, ...]
    rows: pl.DataFrame
    winners: pl.DataFrame

    def of(self, estate_id: str, fact: str) -> CellOrigin | None:
        """Return where a value of an estate was read, None if it has none or no cell gave it.

        Raises KeyError if there is no such estate.
        """
        at = self.estate_ids.index_of(estate_id)
        if at is None:
            raise KeyError(estate_id)
        number = self.winners[fact][at] if fact in self.winners.columns else None
        origin = None if number is None else self.tables[number].origins.get(fact)
        if number is None or origin is None:
            return None
        table = self.tables[number]
        row = self.rows[str(number)][at]
        return CellOrigin(
            table.file, table.sheet, row, origin.letter, origin.heading, origin.derived
        )

    def frame(self, fact: str) -> pl.DataFrame:
        """Return where the values of one fact were read: estate, file, sheet, row, column."""
        pieces = []
        for number, table in enumerate(self.tables):
            origin = table.origins.get(fact)
            if origin is None:
                continue
            mask = (self.winners[fact] == number).fill_null(value=False)
            pieces.append(
                pl.DataFrame(
                    {
                        "estate_id": self.estate_ids.filter(mask),
                        "row": self.rows[str(number)].filter(mask),
                    }
                ).select(
                    "estate_id",
                    file=pl.lit(table.file),
                    sheet=pl.lit(table.sheet),
                    row="row",
                    column=pl.lit(origin.letter),
                    heading=pl.lit(origin.heading),
                    derived=pl.lit(origin.derived),
                )
            )
        return pl.concat(pieces) if pieces else pl.DataFrame(schema=_FRAME)


_FRAME = {
    "estate_id": pl.String,
    "file": pl.String,
    "sheet": pl.String,
    "row": pl.Int64,
    "column": pl.String,
    "heading": pl.String,
    "derived": pl.Boolean,
}
