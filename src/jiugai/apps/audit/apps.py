"""The record."""

from django.apps import AppConfig


class Audit(AppConfig):
    """The record of who did what."""

    name = "jiugai.apps.audit"
    label = "audit"

    def ready(self) -> None:
        """Hear of sign-ins from the libraries that do them."""
        from jiugai.apps.audit import sign_in

        assert sign_in  # noqa: S101 - imported for its receivers
