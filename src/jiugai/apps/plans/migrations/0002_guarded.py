"""Each division sees its own plans, and what was found or changed stays as it is."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded
from jiugai.apps.audit.tables import append_only

_LOCAL = ("scenario", "run", "result", "place", "plan", "change", "trial")


class Migration(migrations.Migration):
    """Row security, and tables that only grow."""

    dependencies: ClassVar = [("plans", "0001_initial"), ("audit", "0002_only_grows")]
    operations: ClassVar = [
        *(guarded(f"plans_{table}") for table in _LOCAL),
        *(append_only(f"plans_{table}") for table in ("result", "place", "change")),
    ]
