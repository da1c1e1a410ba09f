"""The figures of closed surveys."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import jiugai.apps.accounts.rows
from jiugai.apps.accounts.rows import guarded


class Migration(migrations.Migration):
    """A table, with row security."""

    dependencies: ClassVar = [
        ("surveys", "0004_person"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Figures",
            fields=[
                (
                    "survey",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="figures",
                        serialize=False,
                        to="surveys.survey",
                    ),
                ),
                (
                    "division",
                    jiugai.apps.accounts.rows.DivisionField(db_collation="C", max_length=12),
                ),
                ("content", models.JSONField()),
                ("counted_at", models.DateTimeField()),
            ],
        ),
        guarded("surveys_figures"),
    ]
