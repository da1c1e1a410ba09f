"""The jobs app."""

from django.apps import AppConfig


class Jobs(AppConfig):
    """Long work."""

    name = "jiugai.apps.jobs"
    label = "jobs"
