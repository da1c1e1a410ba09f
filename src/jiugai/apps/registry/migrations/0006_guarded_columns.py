"""Each division remembers its own headings."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded


class Migration(migrations.Migration):
    """Row security."""

    dependencies: ClassVar = [("registry", "0005_import_screens")]
    operations: ClassVar = [guarded("registry_knowncolumn")]
