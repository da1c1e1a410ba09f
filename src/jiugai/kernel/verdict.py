"""The three answers that a rule can give."""

from enum import StrEnum
from typing import Final


class Verdict(StrEnum):
    """Met, not met, or evidence missing; the third is never shown as a failure."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


# Kleene's logic is what SQL's NULL already follows, so inside the readers a verdict is
# True, False or None and only gets its name at the border.
NAMES: Final = {True: Verdict.MET, False: Verdict.NOT_MET, None: Verdict.UNKNOWN}
