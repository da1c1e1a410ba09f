"""What is kept of owners' bodies, property service and contributions."""

from jiugai.apps.owners.models.body import BodyStep, OwnersBody, Post, Seat, Side, Verb
from jiugai.apps.owners.models.contribution import Contribution, ResidentsPart
from jiugai.apps.owners.models.service import PropertyService, ServiceEntry, ServiceStep, Turn

__all__ = [
    "BodyStep",
    "Contribution",
    "OwnersBody",
    "Post",
    "PropertyService",
    "ResidentsPart",
    "Seat",
    "ServiceEntry",
    "ServiceStep",
    "Side",
    "Turn",
    "Verb",
]
