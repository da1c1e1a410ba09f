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
from jiugai.apps.registry.models.reading import ChosenReading, ReadingTrial
from jiugai.apps.registry.models.workdays import Clock, SpecialDay, Term

__all__ = [
    "ApiScope",
    "ApiToken",
    "Assessment",
    "Building",
    "Change",
    "ChosenReading",
    "Clock",
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
    "ReadingTrial",
    "Resource",
    "SavedView",
    "Source",
    "SpecialDay",
    "Stage",
    "Succession",
    "Term",
    "Unit",
]
