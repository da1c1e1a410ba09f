"""What is known of the works of a project, as rules on projects read it."""

from django.db import models

from jiugai.apps.projects.models.project import Project
from jiugai.apps.registry.models.kept import Kept
from jiugai.policy.vocabulary import Project as ProjectFacts


class Works(Kept):
    """The facts of a project's works (permits, cures, new buildings)."""

    subject = ProjectFacts

    project = models.OneToOneField(Project, models.CASCADE, primary_key=True, related_name="works")

    def __str__(self) -> str:
        return str(self.project)

    def get_absolute_url(self) -> str:
        """Return the page of the project."""
        return self.project.get_absolute_url()
