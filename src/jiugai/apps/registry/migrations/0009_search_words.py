"""What words find an estate stands in one column, and in the index that lists are read from."""

from typing import ClassVar

from django.db import migrations, models

from jiugai.apps.registry.models.words import SEARCH_WORDS, search_column

FILTERED = "estates_by_name_filtered"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("registry", "0008_indexes_of_lists")]
    operations: ClassVar = [
        SEARCH_WORDS,
        migrations.AddField(model_name="estate", name="words", field=search_column()),
        migrations.RemoveIndex(model_name="estate", name=FILTERED),
        migrations.AddIndex(
            model_name="estate",
            index=models.Index(
                condition=models.Q(("retired_on", None)),
                fields=["name", "id"],
                include=("division", "built_year", "stage", "management_mode", "words"),
                name=FILTERED,
            ),
        ),
    ]
