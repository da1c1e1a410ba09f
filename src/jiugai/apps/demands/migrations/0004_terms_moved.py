"""Working days for answers are kept by the register, with those of every other clock."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Move the terms of answers."""

    dependencies: ClassVar = [
        ("demands", "0003_guarded"),
        ("registry", "0016_workdays"),
    ]
    operations: ClassVar = [
        migrations.RunSQL(
            """
            INSERT INTO registry_term (place, clock, matter, days, at, by_id)
            SELECT place, 'answer', kind, days, at, by_id FROM demands_answerterm;
            """,
            """
            INSERT INTO demands_answerterm (place, kind, days, at, by_id)
            SELECT place, matter, days, at, by_id FROM registry_term WHERE clock = 'answer';
            """,
        ),
        migrations.DeleteModel(name="AnswerTerm"),
    ]
