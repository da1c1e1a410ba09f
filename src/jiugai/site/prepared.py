"""Remember what a database is prepared for, so that a start has nothing to find out."""

from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

import psycopg

#: Whose tables we have beside our own.
_OTHERS: Final = ("django", "django-allauth", "django-axes", "procrastinate")
_SITE: Final = Path(__file__).parents[1]
PREPARED: Final = "prepared"
DEMO: Final = "demo"


def wanted() -> str:
    """Return a digest of everything that the tables and rights are made from."""
    found = sha256()
    for text in _ingredients():
        found.update(text.encode() + b"\0")
    return found.hexdigest()


def remember(connection: psycopg.Connection, name: str, value: str) -> None:
    """Note something about the database; asks for the owner."""
    connection.execute(
        "CREATE TABLE IF NOT EXISTS site_note (name text PRIMARY KEY, value text NOT NULL)"
    )
    connection.execute(
        "INSERT INTO site_note VALUES (%s, %s)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [name, value],
    )


def remembered(address: str) -> dict[str, str]:
    """Return the notes on a database; none where it is empty or being made."""
    with psycopg.connect(address) as connection:
        try:
            return dict(connection.execute("SELECT name, value FROM site_note").fetchall())
        except (psycopg.errors.UndefinedTable, psycopg.errors.InsufficientPrivilege):
            return {}


def is_prepared(address: str, *, demo: bool) -> bool:
    """Return whether a database is what this version wants, with the made-up district or not."""
    notes = remembered(address)
    return notes.get(PREPARED) == wanted() and (not demo or DEMO in notes)


def _ingredients() -> Iterator[str]:
    yield from (f"{name} {version(name)}" for name in _OTHERS)
    paths = [*_SITE.glob("apps/*/migrations/*.py"), _SITE / "site" / "roles.py"]
    audit = [_SITE / "apps" / "audit" / name for name in ("growing.py", "tables.py")]
    for path in sorted([*paths, *audit]):
        yield f"{path.relative_to(_SITE)} {path.read_text(encoding='utf-8')}"
