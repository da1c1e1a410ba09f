"""Which person of a household a collector asked."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Columns."""

    dependencies: ClassVar = [
        ("surveys", "0003_guarded"),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="submission",
            name="person",
            field=models.PositiveSmallIntegerField(default=1),
        ),
    ]
