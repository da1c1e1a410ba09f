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
from jiugai.apps.projects.models.notice import Notice
from jiugai.apps.projects.models.number import Series
from jiugai.apps.projects.models.project import Project, Task, Way

__all__ = [
    "OVER",
    "Application",
    "Attachment",
    "Body",
    "Desk",
    "Notice",
    "Project",
    "Series",
    "SpecialDay",
    "Step",
    "Task",
    "Term",
    "Verb",
    "Way",
]
