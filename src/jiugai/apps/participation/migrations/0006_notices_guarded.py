"""Each division sees its own notices, and a household at work only its own objections."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded, own_of_household


class Migration(migrations.Migration):
    """Row security."""

    dependencies: ClassVar = [("participation", "0005_notices")]
    operations: ClassVar = [
        *(guarded(f"participation_{name}") for name in ("notice", "noticeseen", "objection")),
        *(own_of_household(f"participation_{name}") for name in ("noticeseen", "objection")),
    ]
