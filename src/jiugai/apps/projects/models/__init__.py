"""The tables of projects."""

from jiugai.apps.projects.models.evidence import Claim, Evidence
from jiugai.apps.projects.models.gates import Cause, GateEvent, GateState, Override
from jiugai.apps.projects.models.menus import MenuChoice
from jiugai.apps.projects.models.number import Series
from jiugai.apps.projects.models.project import Project, Way
from jiugai.apps.projects.models.works import Works

__all__ = [
    "Cause",
    "Claim",
    "Evidence",
    "GateEvent",
    "GateState",
    "MenuChoice",
    "Override",
    "Project",
    "Series",
    "Way",
    "Works",
]
