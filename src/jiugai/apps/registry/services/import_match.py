"""Which row of a reading is which estate or building of the register."""

from collections.abc import Sequence

import polars as pl

from jiugai.apps.registry.services.copied import copy_out
from jiugai.apps.registry.services.import_rows import AT
from jiugai.census.words import keys_of


def match_estates(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the rows with the `id` of their estate, null where the register does not know it.

    Their code decides; without a code of its own on either side, name and district do, if only
    one estate and only one row have them.
    """
    known = known_estates(rows["district"].unique().to_list())
    by_code = known.select("district", "code", by_code="id")
    rows = rows.join(by_code, on=["district", "code"], how="left", maintain_order="left")
    key = keys_of(rows["name"]).alias("key")
    rows = rows.with_columns(key)
    taken = rows["by_code"].drop_nulls()
    free = known.filter(~pl.col("id").is_in(taken.implode())).with_columns(
        keys_of(known.filter(~pl.col("id").is_in(taken.implode()))["name"]).alias("key")
    )
    alone = ["district", "key"]
    free = free.filter(pl.col("key").is_not_null() & ~pl.struct(alone).is_duplicated())
    open_rows = rows.filter(pl.col("by_code").is_null() & pl.col("key").is_not_null())
    open_rows = open_rows.filter(~pl.struct(alone).is_duplicated())
    named = open_rows.join(free.select(*alone, by_name="id", known_id="has_id"), on=alone)
    named = named.filter(~(pl.col("has_id") & pl.col("known_id"))).select(AT, "by_name")
    rows = rows.join(named, on=AT, how="left", maintain_order="left")
    return rows.with_columns(id=pl.coalesce("by_code", "by_name")).drop(
        "by_code", "by_name", "key"
    )


def known_estates(districts: Sequence[str]) -> pl.DataFrame:
    """Return the estates of some districts that this scope sees."""
    return copy_out(
        "SELECT id, code, district, name, facts ? 'id' FROM registry_estate"
        " WHERE district = ANY({})",
        [list(districts)],
        {
            "id": pl.Int64(),
            "code": pl.String(),
            "district": pl.String(),
            "name": pl.String(),
            "has_id": pl.String(),
        },
    ).with_columns(pl.col("has_id") == "t")


def match_buildings(rows: pl.DataFrame, estates: pl.DataFrame) -> pl.DataFrame:
    """Return the buildings with `estate`, the id of their estate, and `id`, null where new.

    `estates` are rows with `code`, `id` and `division`; buildings of others are left out.
    """
    owners = estates.select(estate_code="code", estate="id", division="division")
    rows = rows.join(owners, on="estate_code", maintain_order="left")
    known = copy_out(
        "SELECT id, estate_id, code FROM registry_building WHERE estate_id = ANY({})",
        [rows["estate"].unique().to_list()],
        {"id": pl.Int64(), "estate": pl.Int64(), "code": pl.String()},
    )
    return rows.join(known, on=["estate", "code"], how="left", maintain_order="left")
