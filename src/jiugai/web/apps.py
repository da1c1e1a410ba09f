"""The shared parts of pages."""

from django.apps import AppConfig


class Web(AppConfig):
    """Layout, components, signs."""

    name = "jiugai.web"
    label = "web"
