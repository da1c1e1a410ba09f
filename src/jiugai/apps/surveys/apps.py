"""The surveys app."""

from django.apps import AppConfig


class Surveys(AppConfig):
    """Residents are asked what they need, and what they think of what was done."""

    name = "jiugai.apps.surveys"
    label = "surveys"
