"""Adopted ways belong to their division; steps taken stay, and adoptions are never removed."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded
from jiugai.apps.audit.tables import append_only


class Migration(migrations.Migration):
    """Row security and triggers."""

    dependencies: ClassVar = [("projects", "0013_mode")]
    operations: ClassVar = [
        *(guarded(f"projects_{table}") for table in ("adoption", "steptaken")),
        migrations.RunSQL(
            """
            CREATE TRIGGER never_removed BEFORE DELETE ON projects_adoption
                FOR EACH ROW EXECUTE FUNCTION refuse_removal();
            """,
            "DROP TRIGGER never_removed ON projects_adoption;",
        ),
        append_only("projects_steptaken"),
    ]
