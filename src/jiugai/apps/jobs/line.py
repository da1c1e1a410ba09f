"""A connection of a job's own: what it says there is seen at once, and it shows its life."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, LiteralString

import psycopg
from django.db import connection

#: The first number of the advisory locks that running jobs hold; the second is the job.
LOCK: Final = 7101


class JobLine:
    """Reads and writes one job outside the transaction of its work."""

    def __init__(self, connection: psycopg.Connection, pk: int) -> None:
        self.connection = connection
        self.pk = pk

    def ask(self, sql: LiteralString, **values: Any) -> tuple[Any, ...] | None:
        """Run a statement that may name `%(pk)s`, and return its first row."""
        return self.connection.execute(sql, {**values, "pk": self.pk}).fetchone()


@contextmanager
def holding(pk: int) -> Iterator[JobLine | None]:
    """Yield the line of a job while this process holds it; None where another process does.

    The hold ends with the connection, so that a killed process holds nothing.
    """
    wanted = connection.get_connection_params()
    for name in ("cursor_factory", "context"):
        wanted.pop(name, None)
    with psycopg.connect(**wanted, autocommit=True) as own:
        own.execute(
            "SELECT set_config('jiugai.low', '', false), set_config('jiugai.high', ':', false)"
        )
        line = JobLine(own, pk)
        held = line.ask("SELECT pg_try_advisory_lock(%(lock)s, %(pk)s::int)", lock=LOCK)
        yield line if held == (True,) else None
