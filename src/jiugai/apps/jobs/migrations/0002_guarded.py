"""Each division sees its own jobs."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded


class Migration(migrations.Migration):
    """Row security."""

    dependencies: ClassVar = [("jobs", "0001_initial")]
    operations: ClassVar = [guarded("jobs_job")]
