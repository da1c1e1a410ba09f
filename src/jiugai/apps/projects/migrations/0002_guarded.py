"""Each division sees its own projects."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded


class Migration(migrations.Migration):
    """Row security."""

    dependencies: ClassVar = [("projects", "0001_initial")]
    operations: ClassVar = [guarded("projects_project")]
