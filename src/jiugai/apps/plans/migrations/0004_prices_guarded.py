"""Each division sees the prices of its own scenarios."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded


class Migration(migrations.Migration):
    """Row security."""

    dependencies: ClassVar = [("plans", "0003_prices")]
    operations: ClassVar = [guarded("plans_searchprices")]
