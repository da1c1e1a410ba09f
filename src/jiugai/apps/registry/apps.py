"""The register."""

from django.apps import AppConfig


class Registry(AppConfig):
    """The register of estates."""

    name = "jiugai.apps.registry"
    label = "registry"
