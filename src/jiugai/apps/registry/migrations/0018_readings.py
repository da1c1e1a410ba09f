"""How offices read the open places of the texts, and what they tried before."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import jiugai.apps.accounts.rows


class Migration(migrations.Migration):
    """Tables and a column."""

    dependencies: ClassVar = [
        ("jobs", "0003_words_of_a_job"),
        ("registry", "0017_survey_scope"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="assessment",
            name="readings",
            field=models.JSONField(default=dict),
        ),
        migrations.CreateModel(
            name="ChosenReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(blank=True, db_collation="C", max_length=12)),
                ("reading", models.CharField(max_length=60)),
                ("option", models.CharField(max_length=40)),
                ("is_binding", models.BooleanField(default=True)),
                ("reason", models.CharField(max_length=500, verbose_name="理由")),
                (
                    "basis",
                    models.CharField(blank=True, max_length=200, verbose_name="依据的文件或会议"),
                ),
                ("promised", models.JSONField(default=dict)),
                ("since", models.DateField(verbose_name="自哪天起")),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("until", models.DateField(null=True, verbose_name="至哪天（不含）")),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "ended_reason",
                    models.CharField(blank=True, max_length=500, verbose_name="不再采用的理由"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-since", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("place", "reading"),
                        name="one_running_choice_of_a_reading",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until", None), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="choice_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None), ("until", None)),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                ("until__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="choice_ended_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadingTrial",
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
                ("reading", models.CharField(max_length=60)),
                ("option", models.CharField(blank=True, max_length=40)),
                ("since", models.DateField(verbose_name="自哪天起")),
                ("is_binding", models.BooleanField(default=True, verbose_name="下级也须照此")),
                ("stand", models.CharField(max_length=64)),
                ("outcome", models.JSONField(null=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="jobs.job",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["division", "reading", "-id"], name="trials_of_a_reading")
                ],
            },
        ),
    ]
