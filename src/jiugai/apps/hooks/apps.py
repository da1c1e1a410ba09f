"""The hooks app."""

from django.apps import AppConfig


class Hooks(AppConfig):
    """Addresses of other systems, what happened, and telling them."""

    name = "jiugai.apps.hooks"
    label = "hooks"
