"""The tables of projects."""

from jiugai.apps.projects.models.application import (
    OVER,
    Application,
    Attachment,
    Body,
    Desk,
    Step,
    Verb,
)
from jiugai.apps.projects.models.clock import SpecialDay, Term
from jiugai.apps.projects.models.evidence import Claim, Evidence
from jiugai.apps.projects.models.gates import Cause, GateEvent, GateState, Override
from jiugai.apps.projects.models.menus import MenuChoice
from jiugai.apps.projects.models.notice import Notice
from jiugai.apps.projects.models.number import Series
from jiugai.apps.projects.models.project import Project, Task, Way
from jiugai.apps.projects.models.works import Works

__all__ = [
    "OVER",
    "Application",
    "Attachment",
    "Body",
    "Cause",
    "Claim",
    "Desk",
    "Evidence",
    "GateEvent",
    "GateState",
    "MenuChoice",
    "Notice",
    "Override",
    "Project",
    "Series",
    "SpecialDay",
    "Step",
    "Task",
    "Term",
    "Verb",
    "Way",
    "Works",
]
