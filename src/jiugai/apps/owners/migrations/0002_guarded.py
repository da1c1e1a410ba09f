"""Each division sees its own rows, a household at work its own gifts; histories only grow."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded, own_of_household
from jiugai.apps.audit.tables import append_only

GROWING = ("bodystep", "contribution", "residentspart", "serviceentry", "servicestep")
GUARDED = (*GROWING, "ownersbody", "propertyservice", "seat")


class Migration(migrations.Migration):
    """Row security and triggers."""

    dependencies: ClassVar = [("owners", "0001_initial")]
    operations: ClassVar = [
        *(guarded(f"owners_{name}") for name in GUARDED),
        own_of_household("owners_contribution"),
        *(append_only(f"owners_{name}") for name in GROWING),
    ]
