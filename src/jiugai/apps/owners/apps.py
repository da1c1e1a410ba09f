"""The owners app."""

from django.apps import AppConfig


class Owners(AppConfig):
    """Owners have a body, a property service, and an account of what they gave."""

    name = "jiugai.apps.owners"
    label = "owners"
