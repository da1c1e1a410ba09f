"""The projects app."""

from django.apps import AppConfig


class Projects(AppConfig):
    """From wish to project."""

    name = "jiugai.apps.projects"
    label = "projects"
