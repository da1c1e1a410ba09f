"""Each division sees what was said of its own parts; it is never erased."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded
from jiugai.apps.audit.tables import append_only


class Migration(migrations.Migration):
    """Row security, and nothing that was said of a part changes."""

    dependencies: ClassVar = [("projects", "0017_parts")]
    operations: ClassVar = [
        guarded("projects_partproof"),
        append_only("projects_partproof"),
    ]
