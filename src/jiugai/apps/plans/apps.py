"""The plans app."""

from django.apps import AppConfig


class Plans(AppConfig):
    """Reserve pool, scenarios, plans."""

    name = "jiugai.apps.plans"
    label = "plans"
