"""A database apart, in which tests commit, tamper and throw everything away afterwards."""

import psycopg
import pytest
from psycopg import sql

APART = "apart"


@pytest.fixture
def apart(django_db_setup, django_db_blocker):
    """Use a fresh database, committed to as in service; yields a connection of its superuser."""
    from django.db import connections

    default, owner = connections["default"], connections["owner"]
    with django_db_blocker.unblock():
        connections.close_all()
        name = default.settings_dict["NAME"]
        host = default.settings_dict["HOST"]
        at = {"host": host, "user": "postgres", "autocommit": True}
        with psycopg.connect(dbname="postgres", **at) as server:
            server.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER jiugai_owner").format(
                    sql.Identifier(APART), sql.Identifier(name)
                )
            )
            for one in (default, owner):
                one.settings_dict["NAME"] = APART
            try:
                with psycopg.connect(dbname=APART, **at) as superuser:
                    yield superuser
            finally:
                connections.close_all()
                for one in (default, owner):
                    one.settings_dict["NAME"] = name
                server.execute(
                    sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(APART))
                )
