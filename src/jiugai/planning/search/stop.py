"""Why a search for a plan ended."""

from enum import StrEnum


class Stop(StrEnum):
    """Why the search ended."""

    PROVEN = "proven"  # no plan is better
    WORK = "work"  # the rounds are done; a better plan may exist, within the gap
    TIME = "time"  # the seconds ran out: on another machine the plan may differ
    ASKED = "asked"  # somebody asked to stop
