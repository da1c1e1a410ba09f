"""What participation and the register hold of households."""

from typing import Final

from jiugai.apps.participation.privacy import (
    of_entry,
    of_notices,
    of_register,
    of_rights,
    of_votes,
)

HOLDINGS: Final = (
    *of_register.HOLDINGS,
    *of_entry.HOLDINGS,
    *of_notices.HOLDINGS,
    *of_votes.HOLDINGS,
    *of_rights.HOLDINGS,
)
