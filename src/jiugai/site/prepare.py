"""Bring a database up to date: tables by migration, rights of the working role."""

import psycopg
from django.core.management import call_command
from django.db import connections

from jiugai.apps.audit.tables import APPEND_ONLY
from jiugai.site.roles import grant


def prepare() -> None:
    """Migrate as the owner and grant what the working role needs; does nothing twice."""
    call_command("migrate", database="owner", verbosity=0, interactive=False)
    connection = connections["owner"]
    with connection.cursor() as cursor:
        raw = cursor.connection
        assert isinstance(raw, psycopg.Connection)  # noqa: S101 - Django on psycopg 3
        grant(raw, APPEND_ONLY)
    connection.close()
