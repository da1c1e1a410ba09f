"""Whistles belong to their division, and their steps are only added."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded
from jiugai.apps.audit.tables import append_only


class Migration(migrations.Migration):
    """Row security and triggers."""

    dependencies: ClassVar = [("projects", "0011_whistle")]
    operations: ClassVar = [
        *(guarded(f"projects_{table}") for table in ("whistle", "call", "whistlestep")),
        append_only("projects_whistlestep"),
    ]
