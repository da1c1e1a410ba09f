"""The page says in which language it speaks, and speaks it."""

import pytest

pytestmark = pytest.mark.django_db


def test_a_page_is_marked_with_the_language_that_was_chosen(client):
    assert '<html lang="zh-Hans"' in client.get("/account/login/").content.decode()

    client.post("/language", {"language": "en", "back": "/account/login/"})

    assert '<html lang="en"' in client.get("/account/login/").content.decode()
