"""Lists and maps offer divisions with estates, never more than one can look over."""

import pytest
from django.db import connection

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Estate
from jiugai.apps.registry.queries import places
from jiugai.apps.registry.queries.places import places_within
from tests.apps.conftest import DISTRICT

pytestmark = pytest.mark.django_db
HERE = (DISTRICT, "110199001", "110199001003", "110199001007", "110199002")


@pytest.fixture(autouse=True)
def estates(db):
    """Put an estate into a district, its sub-districts and communities, and see all of them."""
    with scope("11"):
        for number, division in enumerate(HERE):
            facts = {"street": f"街道{division[8:9]}", "community": f"社区{division[-1]}"}
            Estate.objects.create(code=f"P{number}", division=division, facts=facts)
        yield


def test_a_district_with_an_estate_of_its_own_is_followed_by_what_lies_inside():
    assert [one.code for one in places_within("11")] == list(HERE)
    assert [one.depth for one in places_within("11")] == [0, 1, 2, 2, 1]


def test_communities_are_called_what_the_ledgers_call_them():
    named = {one.code: one.name for one in places_within(DISTRICT)}
    assert named["110199001007"] == "社区7"


@pytest.mark.parametrize(
    ("chosen", "offered"),
    [
        ("", (DISTRICT, "110199001", "110199002")),
        (DISTRICT, (DISTRICT, "110199001", "110199002")),
        ("110199001", HERE),
        ("110199002", (DISTRICT, "110199001", "110199002")),
        ("no such place", (DISTRICT, "110199001", "110199002")),
    ],
)
def test_communities_too_many_to_look_over_are_offered_inside_the_chosen_one(
    monkeypatch, chosen, offered
):
    monkeypatch.setattr(places, "MOST", 3)
    assert [one.code for one in places_within("11", chosen)] == list(offered)


def test_the_index_is_entered_at_each_division_under_row_security():
    """A bound that is computed within the comparison is not used to enter the index."""
    asked = {"low": "11", "high": "11:", "level": 9, "named": "street", "most": 401}
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        cursor.execute("EXPLAIN " + places._EACH, asked)
        plan = [line for (line,) in cursor.fetchall()]

    entered = [line for line in plan if "Index Cond" in line]
    assert any(".next)" in line for line in entered)
    assert any("one.code" in line and "one.beyond" in line for line in entered)
    assert not any("Filter" in line and "division" in line for line in plan)
