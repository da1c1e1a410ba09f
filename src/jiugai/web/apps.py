"""The shared parts of pages."""

from django.apps import AppConfig


class Web(AppConfig):
    """Layout, components, signs."""

    name = "jiugai.web"
    label = "web"

    def ready(self) -> None:
        """Register the check that styles and scripts are built."""
        from jiugai.web import built  # noqa: F401
