"""Numbers are given one after the other, without gaps, however many ask at once."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from jiugai.apps.projects.applications.numbers import city_of
from jiugai.apps.projects.models.number import next_number

pytestmark = pytest.mark.slow


def take(number):
    """Take a number in a transaction of its own; every third one is undone."""
    try:
        with transaction.atomic():
            found = next_number("test", "110199", 2026)
            is_undone = number % 3 == 0
            transaction.set_rollback(is_undone)
        return None if is_undone else found
    finally:
        connection.close()


def test_no_number_is_given_twice_or_left_out(apart):
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(take, range(60)))

    given = sorted(number for number in found if number is not None)
    assert given == list(range(1, 41))


@pytest.mark.parametrize(
    ("division", "city"), [("110199001", "11"), ("410202", "4102"), ("31", "31")]
)
def test_a_confirmation_is_numbered_by_the_city(division, city):
    assert city_of(division) == city
    assert re.fullmatch(r"\d{2}|\d{4}", city)
