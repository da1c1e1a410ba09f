"""Each division sees its own surveys, and a household at work only its own answers."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded, own_of_household

_TABLES = ("survey", "version", "answer", "submission", "answerfile")


class Migration(migrations.Migration):
    """Row security."""

    dependencies: ClassVar = [("surveys", "0001_surveys")]
    operations: ClassVar = [
        *(guarded(f"surveys_{name}") for name in _TABLES),
        *(own_of_household(f"surveys_{name}") for name in ("answer", "submission", "answerfile")),
    ]
