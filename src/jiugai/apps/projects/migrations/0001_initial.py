import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import jiugai.apps.accounts.rows


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("registry", "0008_indexes_of_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("place", models.CharField(db_collation="C", max_length=12)),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "place", "year"), name="one_series")
                ],
            },
        ),
        migrations.CreateModel(
            name="Project",
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
                ("number", models.CharField(max_length=20, unique=True, verbose_name="项目编号")),
                (
                    "way",
                    models.CharField(
                        choices=[("application", "申报制"), ("task", "任务制")],
                        max_length=12,
                        verbose_name="生成方式",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(null=True, verbose_name="计划年度")),
                ("opened_on", models.DateField(verbose_name="立项日期")),
                ("closed_on", models.DateField(null=True, verbose_name="结束日期")),
                (
                    "closed_why",
                    models.CharField(blank=True, max_length=300, verbose_name="结束原因"),
                ),
                (
                    "estate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="registry.estate",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["division", "-id"], name="projects_of_a_division")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("estate",),
                        name="one_open_project",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on", None), ("closed_why", "")),
                            models.Q(
                                ("closed_on__isnull", False),
                                models.Q(("closed_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="project_closed_with_reason",
                    ),
                ],
            },
        ),
    ]
