"""The tables of the register."""

from jiugai.apps.registry.models.below import (
    Building,
    DangerPlan,
    Household,
    Pipe,
    Resource,
    Unit,
)
from jiugai.apps.registry.models.estate import (
    Assessment,
    Document,
    Estate,
    Party,
    SavedView,
    Stage,
    Succession,
)
from jiugai.apps.registry.models.interface import ApiScope, ApiToken, Generation, Outline
from jiugai.apps.registry.models.ledger import Change, Conflict, Import, KnownColumn, Source

__all__ = [
    "ApiScope",
    "ApiToken",
    "Assessment",
    "Building",
    "Change",
    "Conflict",
    "DangerPlan",
    "Document",
    "Estate",
    "Generation",
    "Household",
    "Import",
    "KnownColumn",
    "Outline",
    "Party",
    "Pipe",
    "Resource",
    "SavedView",
    "Source",
    "Stage",
    "Succession",
    "Unit",
]
