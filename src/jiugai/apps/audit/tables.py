"""The SQL that makes the database refuse to change tables that only grow."""

from typing import Final

from django.db.migrations import RunSQL


def append_only(table: str) -> RunSQL:
    """Return a migration after which nobody can change, remove or empty lines of a table."""
    return RunSQL(
        f"""
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
        END $$;
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """,
        f"DROP TRIGGER append_only ON {table}; DROP TRIGGER append_only_whole ON {table};",
    )


#: Lines wait here until a block has them; what is in neither was tampered with.
QUEUE: Final = RunSQL(
    """
    CREATE FUNCTION queue_line() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO audit_waiting (line_id) VALUES (NEW.id);
        RETURN NULL;
    END $$;
    CREATE TRIGGER wait_for_block AFTER INSERT ON audit_line
        FOR EACH ROW EXECUTE FUNCTION queue_line();
    """,
    "DROP TRIGGER wait_for_block ON audit_line; DROP FUNCTION queue_line();",
)
