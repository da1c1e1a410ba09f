"""Ballots only grow, each division sees its own, and a household at work only its own rows."""

from typing import ClassVar

from django.db import migrations

from jiugai.apps.accounts.rows import guarded, own_of_household
from jiugai.apps.audit.tables import append_only

GUARDED = (
    "ballot", "entrance", "frozenroll", "householdcode", "onetimecode", "paperentry", "rollflat",
    "vote", "voteresult",
)  # fmt: skip
GROWING = ("ballot", "rollflat", "voteresult")
OF_HOUSEHOLDS = ("ballot", "householdcode", "onetimecode", "rollflat")


class Migration(migrations.Migration):
    """Row security and triggers."""

    dependencies: ClassVar = [("participation", "0003_ballots")]
    operations: ClassVar = [
        *(guarded(f"participation_{name}") for name in GUARDED),
        *(append_only(f"participation_{name}") for name in GROWING),
        *(own_of_household(f"participation_{name}") for name in OF_HOUSEHOLDS),
        own_of_household("registry_household", "id"),
    ]
