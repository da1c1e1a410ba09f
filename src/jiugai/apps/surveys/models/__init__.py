"""What is kept of surveys: forms, answers, and what collectors handed in."""

from jiugai.apps.surveys.models.answer import Answer, AnswerFile, Channel, Submission
from jiugai.apps.surveys.models.survey import Figures, Purpose, Survey, Version

__all__ = [
    "Answer",
    "AnswerFile",
    "Channel",
    "Figures",
    "Purpose",
    "Submission",
    "Survey",
    "Version",
]
