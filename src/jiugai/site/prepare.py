"""Bring a database up to date: tables by migration, rights of the working role."""

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from jiugai.apps.audit.tables import APPEND_ONLY
from jiugai.site.prepared import DEMO, PREPARED, remember, wanted
from jiugai.site.roles import grant


def prepare(*, demo: bool = False) -> None:
    """Migrate as the owner and grant what the working role needs; does nothing twice.

    With `demo`, an empty database is filled with the made-up district.
    """
    call_command("migrate", database="owner", verbosity=0, interactive=False)
    settings.CONFIG.seal_keys()  # makes the key where there is none yet
    owner = _owner()
    remember(owner, PREPARED, wanted())
    grant(owner, APPEND_ONLY)
    if demo:
        from jiugai.site.demo import load_demo

        load_demo()
        remember(owner, DEMO, "1")
    connections["owner"].close()


def _owner() -> psycopg.Connection:
    connection = connections["owner"]
    connection.ensure_connection()
    raw = connection.connection
    assert isinstance(raw, psycopg.Connection)  # noqa: S101 - Django on psycopg 3
    return raw
