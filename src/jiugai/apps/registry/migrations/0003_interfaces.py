"""What the open interfaces keep."""

from typing import ClassVar

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import jiugai.apps.accounts.rows


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("registry", "0002_guarded"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="用途")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("hint", models.CharField(max_length=12)),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("register.read", "读取台账与结论"),
                                ("features.read", "读取地图要素与瓦片"),
                                ("policy.read", "读取政策"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                (
                    "division",
                    jiugai.apps.accounts.rows.DivisionField(
                        blank=True, db_collation="C", max_length=12, verbose_name="区划"
                    ),
                ),
                (
                    "per_minute",
                    models.PositiveIntegerField(default=3000, verbose_name="每分钟次数"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("expires_on", models.DateField(verbose_name="有效期至（不含）")),
                ("revoked_at", models.DateTimeField(null=True)),
                ("last_used_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Generation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("district", models.CharField(db_collation="C", max_length=6)),
                ("tx", models.BigIntegerField()),
                ("n", models.BigIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name="Outline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        db_collation="C", max_length=12, unique=True, verbose_name="区划"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("shape", models.JSONField()),
            ],
            options={
                "ordering": ["code"],
            },
        ),
        migrations.RemoveIndex(
            model_name="building",
            name="buildings_on_the_map",
        ),
        migrations.RemoveIndex(
            model_name="estate",
            name="estates_on_the_map",
        ),
        migrations.AddIndex(
            model_name="building",
            index=models.Index(fields=["quad", "id"], name="buildings_in_tiles"),
        ),
        migrations.AddIndex(
            model_name="estate",
            index=models.Index(
                condition=models.Q(("retired_on", None)),
                fields=["quad", "id"],
                name="estates_in_tiles",
            ),
        ),
        migrations.AddField(
            model_name="apitoken",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tokens",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="generation",
            constraint=models.UniqueConstraint(
                fields=("district", "tx"), name="one_generation_per_change"
            ),
        ),
    ]
