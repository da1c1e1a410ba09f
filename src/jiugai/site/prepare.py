"""Bring a database up to date: tables by migration, rights of the working role."""

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from jiugai.apps.audit.growing import APPEND_ONLY
from jiugai.site.prepared import DEMO, PREPARED, remember, remembered, wanted
from jiugai.site.roles import grant
from jiugai.site.structure import lay_out


def prepare(*, demo: bool = False) -> None:
    """Make or migrate the tables as the owner and grant what the working role needs.

    With `demo`, an empty database is filled with the made-up district. Does nothing twice.
    """
    address = settings.CONFIG.owner_database
    settings.CONFIG.seal_keys()  # makes the key where there is none yet
    if not lay_out(address) and remembered(address).get(PREPARED) != wanted():
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        remember(_owner(), PREPARED, "")  # pages wait until the rights are granted, too
        grant(_owner(), APPEND_ONLY)
        remember(_owner(), PREPARED, wanted())
    if demo:
        from jiugai.site.demo import load_demo

        load_demo()
        remember(_owner(), DEMO, "1")
    connections["owner"].close()


def _owner() -> psycopg.Connection:
    connection = connections["owner"]
    connection.ensure_connection()
    raw = connection.connection
    assert isinstance(raw, psycopg.Connection)  # noqa: S101 - Django on psycopg 3
    return raw
