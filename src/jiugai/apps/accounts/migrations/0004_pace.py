"""What all web processes count together: buckets of ours, and what allauth keeps for a while.

Neither table is logged: what they hold is worth nothing after a crash, and writing it must not
wait for the disk.
"""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two tables without a log."""

    dependencies: ClassVar = [("accounts", "0003_apart")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Pace",
            fields=[
                ("key", models.CharField(max_length=100, primary_key=True, serialize=False)),
                ("remaining", models.FloatField()),
                ("granted", models.IntegerField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RunSQL(
            "ALTER TABLE accounts_pace SET UNLOGGED;", "ALTER TABLE accounts_pace SET LOGGED;"
        ),
        migrations.RunSQL(
            """
            CREATE UNLOGGED TABLE accounts_kept (
                cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL
            );
            CREATE INDEX accounts_kept_expires ON accounts_kept (expires);
            """,
            "DROP TABLE accounts_kept;",
        ),
    ]
