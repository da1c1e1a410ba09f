"""A PostgreSQL with PostGIS from Debian, in a temporary folder, apart from the system's own."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg

from benchmarks.serving.scratch import debian
from benchmarks.serving.service import free_port

VERSION: Final = 15
PROGRAMS: Final = Path(f"/usr/lib/postgresql/{VERSION}/bin")
POSTGIS: Final = Path(f"/usr/share/postgresql/{VERSION}/extension/postgis.control")
USER: Final = "bench"
#: What a machine of 2 cores and some GiB asks for; the same server serves every side.
SETTINGS: Final = {
    "shared_buffers": "2GB",
    "effective_cache_size": "8GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "512MB",
    "random_page_cost": "1.1",
    "max_connections": "200",
    "jit": "off",
    "max_wal_size": "4GB",
    "listen_addresses": "127.0.0.1",
}


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs; databases are made in it by name."""

    port: int

    def url(self, database: str) -> str:
        """Return the address of a database."""
        return f"postgresql://{USER}:{USER}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str) -> str:
        """Make an empty database with PostGIS and return its address."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {database}".encode())
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute("CREATE EXTENSION postgis")
        return self.url(database)


@contextmanager
def server() -> Iterator[Server]:
    """Run a new, empty server until the block ends; nothing of it is kept."""
    debian(f"postgresql-{VERSION}", f"postgresql-{VERSION}-postgis-3", proof=POSTGIS)
    folder = Path(tempfile.mkdtemp(prefix="jiugai-postgres-"))
    port = free_port()
    try:
        _prepare(folder, port)
        _as_owner(folder, "pg_ctl", "--wait", "--log", str(folder / "log"), "start")
        yield Server(port)
    finally:
        _as_owner(folder, "pg_ctl", "--wait", "--mode", "fast", "stop", check=False)
        shutil.rmtree(folder, ignore_errors=True)


def version(url: str) -> str:
    """Return what the server and its PostGIS say of themselves."""
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT current_setting('server_version'), postgis_lib_version()"
        ).fetchone()
    return "PostgreSQL {} with PostGIS {}".format(*(row or ("?", "?")))


def _prepare(folder: Path, port: int) -> None:
    if not os.geteuid():
        shutil.chown(folder, _owner())
    words = folder / "password"
    words.write_text(USER, encoding="utf-8")
    words.chmod(0o644)
    _as_owner(
        folder,
        "initdb",
        f"--username={USER}",
        f"--pwfile={words}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    )
    settings = SETTINGS | {"port": str(port), "unix_socket_directories": str(folder)}
    lines = "".join(f"{name} = '{value}'\n" for name, value in settings.items())
    with (folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(lines)


def _as_owner(folder: Path, program: str, *options: str, check: bool = True) -> None:
    """Run a program of PostgreSQL, which refuses to run as root."""
    subprocess.run(  # noqa: S603 - PostgreSQL's own programs
        [str(PROGRAMS / program), "--pgdata", str(folder / "data"), *options],
        user=None if os.geteuid() else _owner(),
        cwd="/",
        check=check,
        stdout=subprocess.DEVNULL,
    )


def _owner() -> str:
    """Return an unprivileged user: the one of Debian's package, or nobody."""
    names = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
