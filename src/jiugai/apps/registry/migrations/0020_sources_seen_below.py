"""Where a value is from can be read by who sees the value, also if an office above brought it."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import seen_below


class Migration(migrations.Migration):
    """A source names a file, its columns, a person and a moment; it has no row of any estate."""

    dependencies: ClassVar = [("registry", "0019_readings_guarded")]
    operations: ClassVar = [seen_below("registry_source")]
