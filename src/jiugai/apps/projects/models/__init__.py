"""The tables of projects."""

from jiugai.apps.projects.models.number import Series
from jiugai.apps.projects.models.project import Project, Way

__all__ = ["Project", "Series", "Way"]
