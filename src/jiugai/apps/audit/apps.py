"""The record."""

from django.apps import AppConfig


class Audit(AppConfig):
    """The record of who did what."""

    name = "jiugai.apps.audit"
    label = "audit"
