"""The tables of the conference."""

from jiugai.apps.conference.models.assignment import Assignment, Partner, Report
from jiugai.apps.conference.models.duties import DutyReport, Unit
from jiugai.apps.conference.models.meeting import Item, Meeting, Paper
from jiugai.apps.conference.models.members import Seat

__all__ = [
    "Assignment",
    "DutyReport",
    "Item",
    "Meeting",
    "Paper",
    "Partner",
    "Report",
    "Seat",
    "Unit",
]
