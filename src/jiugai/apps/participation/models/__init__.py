"""What is kept of residents' votes and of how households get in."""

from jiugai.apps.participation.models.access import (
    Entrance,
    EntryFailure,
    HouseholdCode,
    OneTimeCode,
    ResidentSession,
)
from jiugai.apps.participation.models.ballot import Ballot, Channel, Mark, PaperEntry
from jiugai.apps.participation.models.helper import Helper
from jiugai.apps.participation.models.notice import Notice, NoticeSeen, Objection, Part
from jiugai.apps.participation.models.privacy import (
    Clearing,
    Consent,
    KeptDays,
    LetGo,
    PersonalRequest,
)
from jiugai.apps.participation.models.roll import RollImport
from jiugai.apps.participation.models.vote import FrozenRoll, RollFlat, Vote, VoteResult

__all__ = [
    "Ballot",
    "Channel",
    "Clearing",
    "Consent",
    "Entrance",
    "EntryFailure",
    "FrozenRoll",
    "Helper",
    "HouseholdCode",
    "KeptDays",
    "LetGo",
    "Mark",
    "Notice",
    "NoticeSeen",
    "Objection",
    "OneTimeCode",
    "PaperEntry",
    "Part",
    "PersonalRequest",
    "ResidentSession",
    "RollFlat",
    "RollImport",
    "Vote",
    "VoteResult",
]
