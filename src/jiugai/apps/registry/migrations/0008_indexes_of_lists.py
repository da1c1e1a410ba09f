"""Lists find what they are filtered by in their own indexes."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("registry", "0007_dangerous_buildings")]
    operations: ClassVar = [
        migrations.RemoveIndex(model_name="estate", name="estates_by_name_anywhere"),
        migrations.AddIndex(
            model_name="estate",
            index=models.Index(
                condition=models.Q(("retired_on", None)),
                fields=["name", "id"],
                include=("division", "built_year", "stage", "management_mode"),
                name="estates_by_name_filtered",
            ),
        ),
        migrations.RemoveIndex(model_name="assessment", name="verdicts_by_division"),
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(
                fields=["division", "overall", "estate"], name="estates_by_verdict"
            ),
        ),
    ]
