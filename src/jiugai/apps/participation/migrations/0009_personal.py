"""Consents, requests about personal data, terms, and what the clock erased."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import jiugai.apps.accounts.rows
import jiugai.apps.accounts.seal
from jiugai.apps.accounts.rows import guarded, own_of_household


class Migration(migrations.Migration):
    """Tables, with row security."""

    dependencies: ClassVar = [
        ("participation", "0008_helpers"),
        ("registry", "0017_survey_scope"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Clearing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(unique=True)),
                ("counts", models.JSONField(default=dict)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-on"],
            },
        ),
        migrations.CreateModel(
            name="LetGo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, unique=True)),
            ],
        ),
        migrations.AddField(
            model_name="notice",
            name="seen_before",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="helper",
            name="name",
            field=jiugai.apps.accounts.seal.SealedField(
                editable=True, null=True, verbose_name="姓名"
            ),
        ),
        migrations.CreateModel(
            name="KeptDays",
            fields=[
                ("holding", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("days", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Consent",
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
                ("about", models.CharField(max_length=20)),
                ("about_id", models.BigIntegerField(default=0)),
                ("person", models.PositiveSmallIntegerField(default=1)),
                ("title", models.CharField(max_length=160)),
                ("words", models.TextField()),
                ("is_given", models.BooleanField()),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("online", "居民手机"),
                            ("paper", "纸质"),
                            ("visit", "入户"),
                            ("collector", "采集器"),
                            ("desk", "接待处"),
                        ],
                        max_length=9,
                    ),
                ),
                ("said_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="registry.household",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("household", "about", "about_id", "person"),
                        name="one_consent_stands",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("revoked_at", None),
                            ("revoked_at__gte", models.F("said_at")),
                            _connector="OR",
                        ),
                        name="consent_revoked_after_said",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonalRequest",
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
                    "kind",
                    models.CharField(
                        choices=[("correct", "更正"), ("erase", "删除")],
                        max_length=8,
                        verbose_name="要求",
                    ),
                ),
                ("holding", models.CharField(max_length=40)),
                ("field", models.CharField(blank=True, max_length=20)),
                (
                    "value",
                    jiugai.apps.accounts.seal.SealedField(
                        editable=True, null=True, verbose_name="应改为"
                    ),
                ),
                ("words", models.TextField(blank=True, max_length=500, verbose_name="说明")),
                ("made_at", models.DateTimeField()),
                ("due_on", models.DateField(verbose_name="办理期限")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "待办理"), ("granted", "已照办"), ("refused", "未照办")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=500, verbose_name="答复")),
                ("decided_on", models.DateField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.household",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open")),
                        fields=["due_on"],
                        name="personal_requests_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("decided_by", None),
                                ("decided_on", None),
                                ("state", "open"),
                            ),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("decided_by__isnull", False),
                                ("decided_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="personal_request_decided_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), _negated=True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="personal_request_refused_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("field", ""), ("kind", "erase")),
                            models.Q(("kind", "correct"), models.Q(("field", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="personal_request_corrects_a_field",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("household", "kind", "holding", "field"),
                        name="one_open_personal_request",
                    ),
                ],
            },
        ),
        *(guarded(f"participation_{name}") for name in ("consent", "personalrequest")),
        *(own_of_household(f"participation_{name}") for name in ("consent", "personalrequest")),
    ]
