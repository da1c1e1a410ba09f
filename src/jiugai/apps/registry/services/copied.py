"""Whole tables to and from PostgreSQL at once."""

import io
from collections.abc import Iterable, Mapping, Sequence
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


def encoded(frame: pl.DataFrame, columns: Iterable[str]) -> memoryview:
    """Return columns of a frame as PostgreSQL's text format; null stays null."""
    buffer = io.BytesIO()
    frame.select(*columns).with_columns(_ESCAPED).write_csv(
        buffer, include_header=False, quote_style="never", separator="\t", null_value=r"\N"
    )
    return buffer.getbuffer()


def temporary(
    rows: pl.DataFrame | memoryview, table: str, types: Mapping[str, str], *, joined: bool = True
) -> None:
    """Make a table for this transaction out of a frame, or of one that is encoded already.

    Its columns are those of `types`. It is `joined` to others, or only read from its beginning to
    its end.
    """
    lines = encoded(rows, types) if isinstance(rows, pl.DataFrame) else rows
    name = sql.Identifier(table)
    columns = sql.SQL(",").join(
        sql.SQL("{} {}").format(sql.Identifier(column), sql.SQL(cast("Any", kind)))
        for column, kind in types.items()
    )
    with connection.cursor() as cursor:
        raw = _raw(cursor)
        raw.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(name))
        raw.execute(sql.SQL("CREATE TEMPORARY TABLE {} ({}) ON COMMIT DROP").format(name, columns))
        with raw.copy(sql.SQL("COPY {} FROM STDIN").format(name)) as copy:
            copy.write(lines)
        if joined:
            raw.execute(sql.SQL("ANALYZE {}").format(name))


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
