"""What residents choose from, for how much."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import jiugai.apps.accounts.rows
from jiugai.apps.accounts.rows import guarded


class Migration(migrations.Migration):
    """Tables."""

    dependencies: ClassVar = [
        ("projects", "0018_parts_guarded"),
        ("registry", "0016_workdays"),
        ("surveys", "0003_guarded"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Choosing",
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
                    "rule",
                    models.CharField(
                        choices=[("shares", "均等份额法"), ("approvals", "按赞成户数")],
                        default="shares",
                        max_length=9,
                        verbose_name="按哪种办法定",
                    ),
                ),
                ("budget_cents", models.BigIntegerField()),
                ("source", models.CharField(max_length=200, verbose_name="钱从哪里来")),
                ("made_on", models.DateField()),
                ("result", models.JSONField(null=True)),
                ("settled_on", models.DateField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="choosings",
                        to="projects.project",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "survey",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="choosing",
                        to="surveys.survey",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ChoosingItem",
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
                ("name", models.CharField(max_length=64)),
                ("item", models.TextField()),
                ("title", models.CharField(max_length=120)),
                ("cost_cents", models.BigIntegerField()),
                ("source", models.CharField(max_length=200, verbose_name="价格依据")),
                (
                    "building",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.building",
                    ),
                ),
                (
                    "choosing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="projects.choosing",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="choosing",
            constraint=models.CheckConstraint(
                condition=models.Q(("budget_cents__gt", 0)), name="choosing_has_money"
            ),
        ),
        migrations.AddConstraint(
            model_name="choosing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("result", None), ("settled_by", None), ("settled_on", None)),
                    models.Q(
                        ("result__isnull", False),
                        ("settled_by__isnull", False),
                        ("settled_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="choosing_settled_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="choosingitem",
            constraint=models.UniqueConstraint(
                fields=("choosing", "name"), name="one_price_per_item"
            ),
        ),
        migrations.AddConstraint(
            model_name="choosingitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("cost_cents__gt", 0)), name="item_has_a_price"
            ),
        ),
        guarded("projects_choosing"),
        guarded("projects_choosingitem"),
    ]
