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
from jiugai.apps.projects.models.choosing import Choosing, ChoosingItem
from jiugai.apps.projects.models.evidence import Claim, Evidence
from jiugai.apps.projects.models.gates import Cause, GateEvent, GateState, Override
from jiugai.apps.projects.models.menus import MenuChoice
from jiugai.apps.projects.models.mode import Adoption, StepTaken
from jiugai.apps.projects.models.notice import Notice
from jiugai.apps.projects.models.number import Series
from jiugai.apps.projects.models.part import PartProof
from jiugai.apps.projects.models.project import Project, Task, Way
from jiugai.apps.projects.models.review import (
    Answer,
    Design,
    DesignFile,
    Hand,
    Opinion,
    Part,
    Remark,
    Review,
)
from jiugai.apps.projects.models.whistle import Call, Practice, Whistle, WhistleStep
from jiugai.apps.projects.models.works import Works

__all__ = [
    "OVER",
    "Adoption",
    "Answer",
    "Application",
    "Attachment",
    "Body",
    "Call",
    "Cause",
    "Choosing",
    "ChoosingItem",
    "Claim",
    "Design",
    "DesignFile",
    "Desk",
    "Evidence",
    "GateEvent",
    "GateState",
    "Hand",
    "MenuChoice",
    "Notice",
    "Opinion",
    "Override",
    "Part",
    "PartProof",
    "Practice",
    "Project",
    "Remark",
    "Review",
    "Series",
    "Step",
    "StepTaken",
    "Task",
    "Verb",
    "Way",
    "Whistle",
    "WhistleStep",
    "Works",
]
