"""An empty database is laid out by one script, and no other database is touched by it."""

import psycopg
import pytest
from psycopg import sql

from jiugai.site import structure
from jiugai.site.prepared import PREPARED, remembered, wanted
from jiugai.site.roles import OWNER
from jiugai.site.structure import lay_out


@pytest.fixture
def empty(django_db_setup, django_db_blocker):
    """Yield the owner's address of a database without tables."""
    from django.db import connections

    with django_db_blocker.unblock():
        host = connections["default"].settings_dict["HOST"]
        at = {"host": host, "user": "postgres", "dbname": "postgres", "autocommit": True}
        with psycopg.connect(**at) as server:
            name, owner = sql.Identifier("laid"), sql.Identifier(OWNER)
            server.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, owner))
            try:
                yield psycopg.conninfo.make_conninfo("", host=host, user=OWNER, dbname="laid")
            finally:
                server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def tables(address):
    with psycopg.connect(address) as connection:
        found = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        return found.fetchone()[0]


def test_an_empty_database_is_laid_out_once(empty):
    assert lay_out(empty)
    assert remembered(empty)[PREPARED] == wanted()
    assert tables(empty) > 40
    assert not lay_out(empty)


def test_a_database_with_a_table_is_left_alone(empty):
    with psycopg.connect(empty) as connection:
        connection.execute("CREATE TABLE somebodys (n int)")

    assert not lay_out(empty)
    assert tables(empty) == 1


def test_a_script_of_other_migrations_is_left_aside(empty, monkeypatch, tmp_path):
    other = tmp_path / "structure.sql"
    other.write_text("-- made from something else\nCREATE TABLE wrong (n int);\n")
    monkeypatch.setattr(structure, "SCRIPT", other)

    assert not lay_out(empty)
    assert tables(empty) == 0


def test_a_script_that_breaks_halfway_leaves_nothing(empty, monkeypatch, tmp_path):
    broken = tmp_path / "structure.sql"
    broken.write_text(f"{structure.MADE_FROM}{wanted()}\nCREATE TABLE half (n int);\nNONSENSE;\n")
    monkeypatch.setattr(structure, "SCRIPT", broken)

    with pytest.raises(psycopg.errors.SyntaxError):
        lay_out(empty)
    assert tables(empty) == 0
