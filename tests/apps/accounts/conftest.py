"""People who sign in for real: with a password, and a second factor where they have one."""

import pytest

PASSWORD = "liushu-chengyin-84"  # noqa: S105 - nobody has it


@pytest.fixture
def clerk(people):
    """Return a clerk who knows their password."""
    person = people["clerk"]
    person.set_password(PASSWORD)
    person.save()
    return person


@pytest.fixture
def sign_in(client):
    """Return a function that fills in the login page."""

    def fill(username="clerk", password=PASSWORD, to=client, **more):
        return to.post("/account/login/", {"login": username, "password": password}, **more)

    return fill


@pytest.fixture(autouse=True)
def _quick(settings):
    """Hash quickly, and forget how often other tests tried."""
    from django.core.cache import cache

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


def told(answer):
    """Return what the messages on a page say."""
    return " ".join(map(str, answer.context["messages"]))
