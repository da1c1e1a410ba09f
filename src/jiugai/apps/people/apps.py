"""The people app."""

from django.apps import AppConfig


class People(AppConfig):
    """The administration of people and organisations."""

    name = "jiugai.apps.people"
    label = "people"

    def ready(self) -> None:
        """Listen to what the sign-in libraries tell, for the record."""
        from jiugai.apps.people import heard

        heard.listen()
