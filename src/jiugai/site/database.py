"""A database for a process and its children: the one that is named, else the embedded one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from jiugai.site.config import DATABASE, OWNER_DATABASE, config


@contextmanager
def available() -> Iterator[None]:
    """Name a database in the environment for the length of a block."""
    known = config()
    if known.database:
        yield
        return
    from jiugai.site.embedded import addresses, running

    known.data.mkdir(parents=True, exist_ok=True)
    with running(known.data / "postgres") as server:
        os.environ[DATABASE], os.environ[OWNER_DATABASE] = addresses(server)
        try:
            yield
        finally:
            del os.environ[DATABASE], os.environ[OWNER_DATABASE]
