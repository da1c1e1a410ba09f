"""The tables of an empty database in one script, which says what all migrations together make.

Running every migration takes many times as long. The script is written by `make structure`; where
it was made from other migrations than those at hand, it is left aside and the migrations run.
"""

from pathlib import Path
from typing import Final

import psycopg

from jiugai.apps.audit.growing import APPEND_ONLY
from jiugai.site.prepared import PREPARED, remember, wanted
from jiugai.site.roles import grant

SCRIPT: Final = Path(__file__).with_name("structure.sql")
#: The first line of the script: this, and the digest of what it was made from.
MADE_FROM: Final = "-- made from "


def lay_out(address: str) -> bool:
    """Make all tables and rights in an empty database as its owner, at once or not at all.

    Returns False, with nothing done, where there are tables already or the script is another's.
    """
    script = SCRIPT.read_text(encoding="utf-8") if SCRIPT.exists() else ""
    head = script.partition("\n")[0]
    with psycopg.connect(address) as connection:
        if head != MADE_FROM + wanted() or not _is_empty(connection):
            return False
        connection.execute(script.encode())
        connection.execute("SET LOCAL search_path TO DEFAULT")  # the script names every schema
        remember(connection, PREPARED, wanted())
        grant(connection, APPEND_ONLY)
    return True


def _is_empty(connection: psycopg.Connection) -> bool:
    found = connection.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1")
    return found.fetchone() is None
