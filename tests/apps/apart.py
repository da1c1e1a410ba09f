"""A database apart, in which tests commit, tamper and throw everything away afterwards."""

import psycopg
import pytest
from psycopg import sql

APART = "apart"
#: The tables as they were made, before any test; what tests commit never reaches it.
PRISTINE = "pristine"


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
            copy(server, PRISTINE, APART)
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


def keep_pristine(name, host):
    """Keep a copy of a database that nobody is connected to."""
    with psycopg.connect(dbname="postgres", host=host, user="postgres", autocommit=True) as server:
        copy(server, name, PRISTINE)


def copy(server, source, target):
    """Make one database from another."""
    server.execute(
        sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER jiugai_owner").format(
            sql.Identifier(target), sql.Identifier(source)
        )
    )
