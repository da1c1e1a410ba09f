"""Working days of offices in one place, for every app that has clocks."""

from typing import ClassVar

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables; what was kept elsewhere is moved by the apps that kept it."""

    dependencies: ClassVar = [
        ("registry", "0015_more_scopes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="SpecialDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(blank=True, db_collation="C", max_length=12)),
                ("day", models.DateField(verbose_name="日期")),
                ("is_worked", models.BooleanField(default=False, verbose_name="这一天上班")),
                ("title", models.CharField(max_length=60, verbose_name="说明")),
                ("at", models.DateTimeField(auto_now=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["day"],
                "constraints": [
                    models.UniqueConstraint(fields=("place", "day"), name="one_special_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(blank=True, db_collation="C", max_length=12)),
                (
                    "clock",
                    models.CharField(
                        choices=[
                            ("applicant", "申请方办理"),
                            ("street", "街道审核"),
                            ("district", "区审核"),
                            ("city", "市联席会审议"),
                            ("review", "责任规划师审查设计"),
                            ("design", "设计方答复和修改"),
                            ("respond", "部门报到"),
                            ("solve", "部门办结"),
                            ("answer", "答复诉求"),
                        ],
                        max_length=12,
                        verbose_name="办理环节",
                    ),
                ),
                ("matter", models.CharField(blank=True, max_length=10, verbose_name="事项")),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(250),
                        ],
                        verbose_name="工作日数",
                    ),
                ),
                ("at", models.DateTimeField(auto_now=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("place", "clock", "matter"), name="one_term_of_a_clock"
                    )
                ],
            },
        ),
    ]
