"""Put new rows of a reading into the register, all at once."""

from typing import Final

import polars as pl
from django.db import connection

from jiugai.apps.registry.models import Import, Stage
from jiugai.apps.registry.services.copied import encoded, temporary

_ESTATE: Final = {
    "id": "bigint",
    "division": "text",
    "code": "text",
    "initials": "text",
    "quad": "bigint",
    "facts": "text",
    "origins": "text",
}
_BUILDING: Final = {
    "id": "bigint",
    "division": "text",
    "code": "text",
    "estate": "bigint",
    "facts": "text",
    "origins": "text",
}
_INSERT_ESTATES: Final = """
    INSERT INTO registry_estate
        (id, division, code, initials, quad, facts, origins, version, updated_at, stage)
    SELECT id, division, code, coalesce(initials, ''), quad, jsonb_strip_nulls(facts::jsonb),
        origins::jsonb, 1, now(), %s FROM incoming
"""
_INSERT_BUILDINGS: Final = """
    INSERT INTO registry_building
        (id, division, code, name, estate_id, facts, origins, version, updated_at)
    SELECT id, division, code, '', estate, jsonb_strip_nulls(facts::jsonb), origins::jsonb,
        1, now() FROM incoming
"""
_NOTE: Final = """
    INSERT INTO registry_change (of_id, division, thing, thing_id, version)
    SELECT %s, division, %s, id, 1 FROM incoming
"""


def with_new_ids(rows: pl.DataFrame, table: str) -> pl.DataFrame:
    """Return the rows in which each new thing has the id that it will have."""
    new = rows["id"].is_null()
    count = int(new.sum())
    if not count:
        return rows.with_columns(is_new=pl.lit(value=False))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT array_agg(nextval(numbers)) FROM generate_series(1, %s),"
            " (SELECT pg_get_serial_sequence(%s, 'id')::regclass AS numbers OFFSET 0) AS sequence",
            [count, table],
        )
        ids = pl.Series(cursor.fetchone()[0], dtype=pl.Int64)
    numbers = rows["id"].cast(pl.Int64).scatter(new.arg_true(), ids)
    return rows.with_columns(id=numbers, is_new=new)


def encoded_estates(rows: pl.DataFrame) -> memoryview:
    """Return estates as `insert_estates` takes them."""
    return encoded(rows, _ESTATE)


def insert_estates(lines: memoryview, one: Import) -> None:
    """Insert new estates and note that this import made them."""
    _insert(lines, _ESTATE, _INSERT_ESTATES, [Stage.LEDGER], one, "estate")


def insert_buildings(rows: pl.DataFrame, one: Import) -> None:
    """Insert new buildings and note that this import made them."""
    _insert(encoded(rows, _BUILDING), _BUILDING, _INSERT_BUILDINGS, [], one, "building")


def _insert(
    lines: memoryview,
    types: dict[str, str],
    statement: str,
    given: list[str],
    one: Import,
    thing: str,
) -> None:
    temporary(lines, "incoming", types, joined=False)
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        cursor.execute(_NOTE, [one.pk, thing])
