"""What a Word or Excel file is called is longer than the column was."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """A wider column."""

    dependencies: ClassVar = [("registry", "0010_scope_of_projects")]
    operations: ClassVar = [
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(max_length=100),
        ),
    ]
