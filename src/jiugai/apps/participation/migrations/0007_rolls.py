"""Rolls of owners that come in as files."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import jiugai.apps.accounts.rows
import jiugai.apps.accounts.seal
from jiugai.apps.accounts.rows import guarded


class Migration(migrations.Migration):
    """Tables."""

    dependencies: ClassVar = [
        ("participation", "0006_notices_guarded"),
        ("registry", "0015_more_scopes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="RollImport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "division",
                    jiugai.apps.accounts.rows.DivisionField(db_collation="C", max_length=12),
                ),
                ("file", models.CharField(max_length=200, verbose_name="文件")),
                ("rows", jiugai.apps.accounts.seal.SealedField(editable=True, null=True)),
                ("area_total_dm2", models.BigIntegerField(null=True)),
                ("counts", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("stored_on", models.DateField(null=True)),
                (
                    "estate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roll_imports",
                        to="registry.estate",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stored_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stored_by", None), ("stored_on", None)),
                            models.Q(("stored_by__isnull", False), ("stored_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="roll_stored_by_somebody",
                    )
                ],
            },
        ),
        guarded("participation_rollimport"),
    ]
