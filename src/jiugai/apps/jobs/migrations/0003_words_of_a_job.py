"""A job keeps the language it speaks, its attempts, and the number for support."""

from typing import ClassVar

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Columns, and an index of what is not over."""

    dependencies: ClassVar = [
        ("jobs", "0002_guarded"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="job",
            name="attempts",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="job",
            name="language",
            field=models.CharField(default="zh-hans", max_length=10),
        ),
        migrations.AddField(
            model_name="job",
            name="support",
            field=models.CharField(blank=True, max_length=8),
        ),
        migrations.AlterField(
            model_name="job",
            name="message",
            field=models.TextField(blank=True),
        ),
        migrations.AddIndex(
            model_name="job",
            index=models.Index(
                condition=models.Q(("state__in", ["waiting", "running"])),
                fields=["id"],
                name="jobs_not_over",
            ),
        ),
    ]
