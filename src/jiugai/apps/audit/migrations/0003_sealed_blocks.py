"""Blocks name their algorithm, keep the digest of each line, and are found by line."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """No block existed before: nothing had sealed any."""

    dependencies: ClassVar = [("audit", "0002_only_grows")]
    operations: ClassVar = [
        migrations.AddField(
            "block", "algorithm", models.CharField(default="sha256", max_length=10)
        ),
        migrations.AddField(
            "block", "first", models.BigIntegerField(default=0), preserve_default=False
        ),
        migrations.AddField(
            "block", "last", models.BigIntegerField(default=0), preserve_default=False
        ),
        migrations.AddField(
            "block", "leaves", models.BinaryField(default=b""), preserve_default=False
        ),
        migrations.AlterField("block", "sealed_at", models.DateTimeField()),
        migrations.AddIndex(
            "block", models.Index(fields=["last", "first"], name="blocks_by_line")
        ),
    ]
