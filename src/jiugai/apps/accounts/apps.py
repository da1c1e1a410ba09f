"""The accounts app."""

from django.apps import AppConfig


class Accounts(AppConfig):
    """Who works here."""

    name = "jiugai.apps.accounts"
    label = "accounts"
