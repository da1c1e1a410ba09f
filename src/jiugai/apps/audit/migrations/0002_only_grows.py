"""The record only grows, lines wait for a block, and each division sees its own."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded
from jiugai.apps.audit.tables import QUEUE, append_only


class Migration(migrations.Migration):
    """Triggers and row security."""

    dependencies: ClassVar = [("audit", "0001_initial")]
    operations: ClassVar = [
        append_only("audit_line"),
        append_only("audit_block"),
        QUEUE,
        guarded("audit_line"),
    ]
