"""How allauth behaves here: offices give accounts, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes the sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return that nobody may sign up by themselves."""
        return False
