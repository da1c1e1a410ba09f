"""Each division sees its own duties; what was said of them stays as it is."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded
from jiugai.apps.audit.tables import append_only


class Migration(migrations.Migration):
    """Row security, reports that only grow."""

    dependencies: ClassVar = [("conference", "0003_duties")]
    operations: ClassVar = [
        guarded("conference_unit"),
        guarded("conference_dutyreport"),
        append_only("conference_dutyreport"),
    ]
