"""三员分立: no two administrations in one hand at a time, and none beside a role of the work.

Appointments are intervals: of one person, over some days, and over a third line on which an
administration covers everything and a role of the work only its own number. Two that meet on all
three exclude each other, so roles of the work may be held together and nothing else may.
"""

from typing import ClassVar

from django.db import migrations

APART = """
ALTER TABLE accounts_appointment ADD CONSTRAINT administrations_apart EXCLUDE USING gist (
    int8range(person_id, person_id, '[]') WITH &&,
    daterange(since, until) WITH &&,
    (CASE WHEN role IN ('audit_admin', 'security_admin', 'system_admin')
        THEN int8range(0, NULL) ELSE int8range(id, id, '[]') END) WITH &&
);
"""


class Migration(migrations.Migration):
    """One exclusion constraint."""

    dependencies: ClassVar = [("accounts", "0002_people_and_sessions")]
    operations: ClassVar = [
        migrations.RunSQL(
            APART, "ALTER TABLE accounts_appointment DROP CONSTRAINT administrations_apart;"
        )
    ]
