"""Write the script that makes all tables at once, from what the migrations make."""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import psycopg

from jiugai.site.config import DATABASE, OWNER_DATABASE
from jiugai.site.embedded import addresses, binaries, running
from jiugai.site.prepared import wanted
from jiugai.site.structure import MADE_FROM, SCRIPT

#: Every migration was applied on this day, so that the script is the same whenever it is made.
DAY: Final = "2026-01-01 00:00:00+00"


def main() -> int:
    """Write the script; with --check change nothing and say whether it is current."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    with migrated() as owner:
        script = written(owner)
    if not check:
        SCRIPT.write_text(script, encoding="utf-8")
        return 0
    if SCRIPT.exists() and SCRIPT.read_text(encoding="utf-8") == script:
        return 0
    sys.stdout.write(f"{SCRIPT.name}: not current; run make structure\n")
    return 1


@contextmanager
def migrated() -> Iterator[str]:
    """Yield the owner's address of a database in which every migration ran, one by one."""
    with TemporaryDirectory(prefix="jiugai-structure-") as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as another user where we are root
        with running(Path(folder) / "postgres") as server:
            app, owner = addresses(server)
            command = [sys.executable, "-m", "jiugai.site", "manage", "migrate"]
            environment = os.environ | {DATABASE: app, OWNER_DATABASE: owner}
            subprocess.run(
                [*command, "--database", "owner", "--verbosity", "0"], env=environment, check=True
            )
            yield owner


def written(owner: str) -> str:
    """Return the script for a migrated database."""
    with psycopg.connect(owner) as connection:
        connection.execute("UPDATE django_migrations SET applied = %s", [DAY])
    options = ("--no-owner", "--no-privileges", "--inserts", "--schema=public")
    dumped = subprocess.run(
        [binaries() / "pg_dump", *options, "--dbname", owner],
        env=os.environ | {"PGTZ": "UTC"},  # the same moments wherever it is made
        check=True,
        capture_output=True,
        text=True,
    )
    kept = [line for line in dumped.stdout.splitlines() if _is_said(line)]
    return f"{MADE_FROM}{wanted()}\n" + "\n".join(kept) + "\n"


def _is_said(line: str) -> bool:
    """Leave out remarks, words to psql alone, time limits, and the schema that is always there."""
    unsaid = ("--", "\\", "CREATE SCHEMA public", "COMMENT ON SCHEMA public")
    return bool(line) and not line.startswith(unsaid) and "_timeout = 0;" not in line


if __name__ == "__main__":
    sys.exit(main())
