"""The participation app."""

from django.apps import AppConfig


class Participation(AppConfig):
    """Residents are asked before, during and after."""

    name = "jiugai.apps.participation"
    label = "participation"
