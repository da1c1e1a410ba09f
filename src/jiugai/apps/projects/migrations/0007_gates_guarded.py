"""Each division sees its own gates; what was said of them is never erased."""

from typing import ClassVar, Final

from django.db import migrations

from jiugai.apps.accounts.rows import guarded
from jiugai.apps.audit.tables import append_only

GUARDED: Final = (
    "works",
    "evidence",
    "claim",
    "override",
    "gatestate",
    "gateevent",
    "menuchoice",
)
#: Ended, withdrawn or dropped with a reason, but never removed.
KEPT: Final = ("evidence", "claim", "override", "menuchoice")


def never_removed(table: str) -> migrations.RunSQL:
    """Return a migration after which no row of a table can be deleted."""
    return migrations.RunSQL(
        f"""
        CREATE TRIGGER never_removed BEFORE DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION refuse_removal();
        """,
        f"DROP TRIGGER never_removed ON {table};",
    )


class Migration(migrations.Migration):
    """Row security, and triggers that keep evidence, overrides and history."""

    dependencies: ClassVar = [("projects", "0006_gates"), ("audit", "0002_only_grows")]
    operations: ClassVar = [
        *(guarded(f"projects_{table}") for table in GUARDED),
        migrations.RunSQL(
            """
            CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'rows of % are never removed', TG_TABLE_NAME
                    USING ERRCODE = '42501';
            END $$;
            """,
            "DROP FUNCTION refuse_removal;",
        ),
        *(never_removed(f"projects_{table}") for table in KEPT),
        append_only("projects_gateevent"),
    ]
