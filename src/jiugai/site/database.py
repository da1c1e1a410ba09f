"""A database for a process and its children: the one that is named, else the embedded one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jiugai.site.config import DATABASE, OWNER_DATABASE, config

if TYPE_CHECKING:
    from jiugai.site.server import Server


@contextmanager
def available() -> Iterator["Server | None"]:
    """Name a database in the environment and let it run for a block; yield the embedded server."""
    with addressed() as server, started(server):
        yield server


@contextmanager
def addressed() -> Iterator["Server | None"]:
    """Name a database in the environment for a block; the embedded server need not run yet."""
    known = config()
    if known.database:
        yield None
        return
    from jiugai.site.embedded import named, server_at

    known.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    server = server_at(known.data / "postgres")
    os.environ[DATABASE], os.environ[OWNER_DATABASE] = named(server)
    try:
        yield server
    finally:
        del os.environ[DATABASE], os.environ[OWNER_DATABASE]


@contextmanager
def started(server: "Server | None") -> Iterator[None]:
    """Let the embedded server run for a block, with its database in it; nothing without one."""
    if server is None:
        yield
        return
    from jiugai.site.embedded import addresses, running

    with running(server.folder) as one:
        addresses(one)
        yield
