"""The two database roles: one owns the tables, the other works on them under row security."""

from typing import Final

import psycopg
from psycopg import sql

OWNER: Final = "jiugai_owner"
APP: Final = "jiugai_app"


def create_roles(connection: psycopg.Connection, database: str) -> None:
    """Create both roles and the database if they are absent; asks for a superuser.

    The working role owns nothing, creates nothing and cannot bypass row security.
    """
    for role in (OWNER, APP):
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        if known is None:
            connection.execute(
                sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS").format(
                    sql.Identifier(role)
                )
            )
    found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
    if found.fetchone() is None:
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(
                sql.Identifier(database), sql.Identifier(OWNER)
            )
        )


def grant(connection: psycopg.Connection, append_only: tuple[str, ...]) -> None:
    """Let the working role use every table, and only add to those that are append-only."""
    app = sql.Identifier(APP)
    for statement in (
        "GRANT USAGE ON SCHEMA public TO {}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}",
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}",
        "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {}",
    ):
        connection.execute(sql.SQL(statement).format(app))
    for table in append_only:
        connection.execute(
            sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM {}").format(
                sql.Identifier(table), app
            )
        )
