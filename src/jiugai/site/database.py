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
    """Name a database in the environment for the length of a block; yield the embedded server."""
    known = config()
    if known.database:
        yield None
        return
    from jiugai.site.embedded import addresses, running

    known.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with running(known.data / "postgres") as server:
        os.environ[DATABASE], os.environ[OWNER_DATABASE] = addresses(server)
        try:
            yield server
        finally:
            del os.environ[DATABASE], os.environ[OWNER_DATABASE]
