"""A token may read surveys."""

from typing import ClassVar

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    """Columns."""

    dependencies: ClassVar = [
        ("registry", "0016_workdays"),
    ]

    operations: ClassVar = [
        migrations.AlterField(
            model_name="apitoken",
            name="scopes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("register.read", "读取台账与结论"),
                        ("features.read", "读取地图要素与瓦片"),
                        ("projects.read", "读取申报与项目"),
                        ("policy.read", "读取政策"),
                        ("surveys.collect", "采集器取问卷、交答卷"),
                        ("surveys.read", "读取问卷结果"),
                        ("demands.read", "读取诉求"),
                        ("demands.write", "写入 12345 工单"),
                    ],
                    max_length=20,
                ),
                size=None,
            ),
        ),
    ]
