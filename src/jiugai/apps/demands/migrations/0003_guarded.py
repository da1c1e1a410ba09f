"""Each division sees its own demands, a household at work its own; steps only grow."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded, own_of_household
from jiugai.apps.audit.tables import append_only

GUARDED = ("band", "demand", "demandstep", "receptiondesk", "ticketimport")


class Migration(migrations.Migration):
    """Row security and triggers."""

    dependencies: ClassVar = [("demands", "0002_steps")]
    operations: ClassVar = [
        *(guarded(f"demands_{name}") for name in GUARDED),
        own_of_household("demands_demand"),
        append_only("demands_demandstep"),
    ]
