"""Which tables only grow."""

from typing import Final

#: The working role may add to these and read them, nothing else.
APPEND_ONLY: Final = (
    "audit_line",
    "audit_block",
    "participation_rollflat",
    "participation_ballot",
    "participation_voteresult",
    "surveys_version",
)
