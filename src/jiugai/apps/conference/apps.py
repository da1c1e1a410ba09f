"""The conference app."""

from django.apps import AppConfig


class Conference(AppConfig):
    """Joint conference, assignments, duties."""

    name = "jiugai.apps.conference"
    label = "conference"
