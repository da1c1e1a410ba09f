"""Each division sees its own applications, and steps are only added."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded
from jiugai.apps.audit.tables import append_only


class Migration(migrations.Migration):
    """Row security and triggers."""

    dependencies: ClassVar = [("projects", "0004_applications")]
    operations: ClassVar = [
        *(guarded(f"projects_{table}") for table in ("application", "attachment", "step", "task")),
        append_only("projects_step"),
    ]
