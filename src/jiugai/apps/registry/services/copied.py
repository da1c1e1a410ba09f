"""Whole tables to and from PostgreSQL at once."""

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

import polars as pl
import psycopg
from django.db import connection
from psycopg import sql

#: PostgreSQL reads its own text format sooner than CSV: these signs stand for others there.
_ESCAPED: Final = (
    pl.col(pl.String)
    .str.replace_all("\\", r"\\", literal=True)
    .str.replace_all("\t", r"\t", literal=True)
    .str.replace_all("\n", r"\n", literal=True)
    .str.replace_all("\r", r"\r", literal=True)
)


def copy_in(frame: pl.DataFrame, table: str, columns: Sequence[str]) -> None:
    """Copy columns of a frame into a table; null stays null."""
    buffer = io.BytesIO()
    frame.select(columns).with_columns(_ESCAPED).write_csv(
        buffer, include_header=False, quote_style="never", separator="\t", null_value=r"\N"
    )
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(",").join(map(sql.Identifier, columns))
    )
    with connection.cursor() as cursor, _raw(cursor).copy(statement) as copy:
        copy.write(buffer.getbuffer())


def temporary(
    frame: pl.DataFrame, table: str, types: Mapping[str, str], *, joined: bool = True
) -> None:
    """Make a table for this transaction out of a frame; its columns are those of `types`.

    It is `joined` to others, or only read from its beginning to its end.
    """
    columns = sql.SQL(",").join(
        sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(cast("Any", kind)))
        for name, kind in types.items()
    )
    with connection.cursor() as cursor:
        raw = _raw(cursor)
        raw.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(table)))
        raw.execute(
            sql.SQL("CREATE TEMPORARY TABLE {} ({}) ON COMMIT DROP").format(
                sql.Identifier(table), columns
            )
        )
    copy_in(frame, table, list(types))
    if joined:
        with connection.cursor() as cursor:
            _raw(cursor).execute(sql.SQL("ANALYZE {}").format(sql.Identifier(table)))


def copy_out(
    query: str, parameters: Sequence[Any], schema: Mapping[str, "pl.DataType"]
) -> pl.DataFrame:
    """Return the rows of a query as a frame."""
    buffer = io.BytesIO()
    with connection.cursor() as cursor:
        raw = _raw(cursor)
        statement = sql.SQL("COPY ({}) TO STDOUT (FORMAT csv)").format(
            sql.SQL(cast("Any", query)).format(*map(sql.Literal, parameters))
        )
        with raw.copy(statement) as copy:
            for piece in copy:
                buffer.write(piece)
    if not buffer.tell():
        return pl.DataFrame(schema=dict(schema))
    buffer.seek(0)
    return pl.read_csv(buffer, has_header=False, schema=dict(schema))


def _raw(cursor: Any) -> psycopg.Cursor[Any]:
    found = cursor.cursor
    assert isinstance(found, psycopg.Cursor)  # noqa: S101 - Django on psycopg 3
    return found
