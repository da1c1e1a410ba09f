"""The record only grows, lines wait for a block, and each division sees its own."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded
from jiugai.apps.audit.growing import APPEND_ONLY
from jiugai.apps.audit.tables import QUEUE, append_only


class Migration(migrations.Migration):
    """Triggers and row security."""

    dependencies: ClassVar = [("audit", "0001_initial")]
    operations: ClassVar = [
        *(append_only(table) for table in APPEND_ONLY),
        QUEUE,
        guarded("audit_line"),
    ]
