"""The demands app."""

from django.apps import AppConfig


class Demands(AppConfig):
    """Every demand has somebody who answers it, a day, and an answer."""

    name = "jiugai.apps.demands"
    label = "demands"
