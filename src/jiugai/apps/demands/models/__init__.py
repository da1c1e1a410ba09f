"""What is kept of demands, of reception on site, and of imported tickets."""

from jiugai.apps.demands.models.choices import (
    Channel,
    Contentment,
    DueBy,
    Kind,
    Nature,
    State,
    Verb,
)
from jiugai.apps.demands.models.demand import Band, Demand, DemandStep
from jiugai.apps.demands.models.desk import ReceptionDesk
from jiugai.apps.demands.models.incoming import TicketImport

__all__ = [
    "Band",
    "Channel",
    "Contentment",
    "Demand",
    "DemandStep",
    "DueBy",
    "Kind",
    "Nature",
    "ReceptionDesk",
    "State",
    "TicketImport",
    "Verb",
]
