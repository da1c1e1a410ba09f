"""Each division sees its own rows of the register."""

from typing import ClassVar, Final

from django.db import migrations

from jiugai.apps.accounts.rows import guarded

TABLES: Final = (
    "estate assessment party succession document building dangerplan unit household pipe "
    "resource import source change conflict"
).split()


class Migration(migrations.Migration):
    """Row security."""

    dependencies: ClassVar = [("registry", "0001_initial")]
    operations: ClassVar = [guarded(f"registry_{table}") for table in TABLES]
