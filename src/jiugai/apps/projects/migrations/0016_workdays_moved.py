"""Working days of offices are kept by the register."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Move the terms of desks and the days of offices."""

    dependencies: ClassVar = [
        ("projects", "0015_gates_told"),
        ("registry", "0016_workdays"),
    ]
    operations: ClassVar = [
        migrations.RunSQL(
            """
            INSERT INTO registry_term (place, clock, matter, days, at, by_id)
            SELECT place, desk, '', days, at, by_id FROM projects_term;
            INSERT INTO registry_specialday (place, day, is_worked, title, at, by_id)
            SELECT place, day, is_worked, title, at, by_id FROM projects_specialday;
            """,
            """
            INSERT INTO projects_term (place, desk, days, at, by_id)
            SELECT place, clock, days, at, by_id FROM registry_term WHERE clock <> 'answer';
            INSERT INTO projects_specialday (place, day, is_worked, title, at, by_id)
            SELECT place, day, is_worked, title, at, by_id FROM registry_specialday;
            """,
        ),
        migrations.DeleteModel(name="SpecialDay"),
        migrations.DeleteModel(name="Term"),
    ]
