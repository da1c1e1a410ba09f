"""Ledgers of buildings: each row finds its estate, by id or by name and district."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from jiugai.census.cells.readers import DTYPES
from jiugai.census.issues import IssueKind, IssueLog, Severity
from jiugai.census.join import ESTATE, NAME, Join, Placed
from jiugai.census.place import OWN, note_elsewhere
from jiugai.census.provenance import BuildingRows, OriginTable
from jiugai.census.repeats import SELF, keep_first
from jiugai.census.rows import Counts
from jiugai.census.table import ROW, Table
from jiugai.census.words import key_of
from jiugai.kernel.division import DISTRICT
from jiugai.kernel.i18n import _
from jiugai.policy.vocabulary import Building, Estate

BUILDING_ID: Final = "building_id"
TABLE: Final = "_table"
_KEYS: Final = ("estate_id", "name", "division", "district", OWN, "street")
_OUTSIDE: Final = {"id": pl.String, OWN: pl.String, NAME: pl.String}


@dataclass(frozen=True, slots=True)
class Housed:
    """A table of buildings with the number of the estate that each stands in."""

    placed: Placed
    frame: pl.DataFrame


def estates_of(placed: Placed, place: str) -> Placed:
    """Return the estates that a ledger of buildings names, where no ledger of estates does.

    They are taken to be in `place` where the ledger does not say.
    """
    known = placed.frame.select(ROW, *[n for n in _KEYS if n in placed.frame.columns])
    known = known.rename({"estate_id": "id"} if "estate_id" in known.columns else {})
    keys = [name for name in ("id", "name", OWN) if name in known.columns]
    known = known.unique(keys, keep="first", maintain_order=True)
    if len(place) >= DISTRICT:
        own = pl.lit(place[:DISTRICT])
        known = known.with_columns(
            pl.col("division").fill_null(pl.lit(place)), pl.col(OWN).fill_null(own)
        )
    table = placed.table
    origins = {
        "id" if name == "estate_id" else name: origin
        for name, origin in table.origins.items()
        if name in _KEYS
    }
    counts = Counts(known.height, 0, 0, known.height)
    return Placed(Table(table.file, table.sheet, Estate, known, origins, counts), known)


def house(placed: Placed, join: Join, outside: pl.DataFrame, place: str, log: IssueLog) -> Housed:
    """Return the buildings with their estates; those that have none are noted.

    `outside` are the keys of estates beyond `place`, whose buildings count as elsewhere.
    """
    frame = _with_keys(placed.frame)
    frame = frame.with_columns(_found(frame, join.known).alias(ESTATE))
    is_homeless = pl.col(ESTATE).is_null()
    is_outside = is_homeless & _is_among(frame, outside)
    elsewhere = frame.filter(is_outside)
    note_elsewhere(placed.table, elsewhere, place, log)
    orphans = frame.filter(is_homeless & ~_is_among(frame, outside))
    log.rows(
        orphans.select(row=ROW, value=pl.coalesce("name", "estate_id")),
        file=placed.table.file,
        sheet=placed.table.sheet,
        kind=IssueKind.ORPHAN,
        advice=_("第 {row} 行的小区“{value}”不在小区台账里，整行未读；请核对小区编号或名称"),
        severity=Severity.ERROR,
    )
    kept = keep_first(placed.table, _with_self(frame.filter(~is_homeless)), log)
    listed = placed.listed + orphans.height + kept.listed
    done = Placed(placed.table, kept.frame, placed.elsewhere + elsewhere.height, listed)
    return Housed(done, kept.frame)


def _with_keys(frame: pl.DataFrame) -> pl.DataFrame:
    absent = [name for name in ("estate_id", "name", "id") if name not in frame.columns]
    frame = frame.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in absent)
    return frame.with_columns(key_of(pl.col("name")).alias(NAME))


def _found(frame: pl.DataFrame, known: pl.DataFrame) -> pl.Series:
    """Return the estate of each building: by id, else by a name that only one estate has."""
    by_id = known.filter(pl.col("id").is_not_null()).select(estate_id="id", by_id=ESTATE)
    alone = [pl.len().alias("n"), pl.col(ESTATE).first().alias("e")]
    named = known.filter(pl.col(NAME).is_not_null())
    by_place = named.group_by(OWN, NAME).agg(alone).filter(pl.col("n") == 1)
    by_name = named.group_by(NAME).agg(alone).filter(pl.col("n") == 1)
    rows = frame.select("estate_id", OWN, NAME)
    return (
        rows.join(by_id, on="estate_id", how="left", maintain_order="left")
        .join(
            by_place.select(OWN, NAME, two="e"), on=[OWN, NAME], how="left", maintain_order="left"
        )
        .join(by_name.select(NAME, three="e"), on=NAME, how="left", maintain_order="left")
        .select(
            pl.when(pl.col("estate_id").is_not_null() & pl.col(NAME).is_null())
            .then("by_id")
            .otherwise(pl.coalesce("by_id", "two", pl.when(pl.col(OWN).is_null()).then("three")))
            .alias("e")
        )["e"]
    )


def _is_among(frame: pl.DataFrame, outside: pl.DataFrame) -> pl.Series:
    ids = outside["id"].drop_nulls().unique().to_list()
    names = outside.filter(pl.col(NAME).is_not_null()).select(
        pl.concat_str([pl.col(OWN).fill_null(""), pl.col(NAME)]).alias("k")
    )["k"]
    own = pl.concat_str([pl.col(OWN).fill_null(""), pl.col(NAME).fill_null("")])
    return frame.select(
        (pl.col("estate_id").is_in(ids) | own.is_in(names.unique().to_list()))
        .fill_null(value=False)
        .alias("a")
    )["a"]


def _with_self(frame: pl.DataFrame) -> pl.DataFrame:
    # A building without a number of its own is not the same as another without one.
    mine = pl.coalesce(pl.lit("i:") + pl.col("id"), pl.format("r:{}", ROW))
    return frame.with_columns(pl.format("{}|{}", ESTATE, mine).alias(SELF))


def outside_keys(left_out: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Return the keys of estates beyond the place."""
    frames = [
        _with_keys(frame.rename({"id": "estate_id"}) if "id" in frame.columns else frame).select(
            id="estate_id", **{OWN: OWN, NAME: NAME}
        )
        for frame in left_out
    ]
    return pl.concat([pl.DataFrame(schema=_OUTSIDE), *frames])


def all_buildings(
    housed: Sequence[Housed], estate_ids: pl.Series
) -> tuple[pl.DataFrame, BuildingRows]:
    """Return every building, its facts as columns, `estate_id` that of its estate; and its row."""
    schema = pl.Schema({fact.name: DTYPES[fact.kind] for fact in Building.facts()})
    frames = []
    for number, one in enumerate(housed):
        ids = estate_ids.gather(one.frame[ESTATE])
        own = pl.coalesce("id", pl.format("r{}", ROW))
        frame = one.frame.with_columns(ids.alias("estate_id"))
        frame = frame.with_columns(pl.format("{}/{}", "estate_id", own).alias(BUILDING_ID))
        absent = [name for name in schema if name not in frame.columns]
        frame = frame.with_columns(pl.lit(None, dtype=schema[name]).alias(name) for name in absent)
        where = pl.lit(number, dtype=pl.Int16).alias(TABLE), pl.col(ROW).cast(pl.Int64)
        frames.append(frame.select(BUILDING_ID, *schema, *where).cast(schema))
    known = {BUILDING_ID: pl.String(), **schema, TABLE: pl.Int16(), ROW: pl.Int64()}
    found = pl.concat([pl.DataFrame(schema=known), *frames])
    tables = [one.placed.table for one in housed]
    rows = BuildingRows(
        tuple(OriginTable(one.file, one.sheet, one.origins) for one in tables),
        found[TABLE],
        found[ROW],
    )
    return found.drop(TABLE, ROW), rows
