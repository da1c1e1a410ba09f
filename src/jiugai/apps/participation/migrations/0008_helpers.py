"""Relatives who act for a household."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import jiugai.apps.accounts.rows
import jiugai.apps.accounts.seal
from jiugai.apps.accounts.rows import guarded, own_of_household


class Migration(migrations.Migration):
    """Tables."""

    dependencies: ClassVar = [
        ("participation", "0007_rolls"),
        ("registry", "0017_survey_scope"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Helper",
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
                (
                    "name",
                    jiugai.apps.accounts.seal.SealedField(editable=True, verbose_name="姓名"),
                ),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("child", "子女"),
                            ("spouse", "配偶"),
                            ("parent", "父母"),
                            ("relative", "其他亲属"),
                            ("other", "照护的人"),
                        ],
                        max_length=8,
                        verbose_name="是您的",
                    ),
                ),
                ("purpose", models.CharField(max_length=200, verbose_name="帮您做什么")),
                ("until", models.DateField(verbose_name="到哪一天为止")),
                ("agreed", models.TextField()),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("given_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="helpers",
                        to="registry.household",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="residentsession",
            name="helper",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sessions",
                to="participation.helper",
            ),
        ),
        migrations.AddConstraint(
            model_name="helper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("revoked_at", None),
                    ("revoked_at__gte", models.F("given_at")),
                    _connector="OR",
                ),
                name="helper_revoked_after_given",
            ),
        ),
        guarded("participation_helper"),
        own_of_household("participation_helper"),
    ]
