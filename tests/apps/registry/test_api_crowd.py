"""Sixteen divisions ask at once while rows change: nobody ever sees a row of another."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Estate
from jiugai.kernel.quad import column_row
from tests.apps.registry.api_cast import key_of, lasting, plant
from tests.apps.registry.test_tiles_mvt import read

pytestmark = pytest.mark.slow
DIVISIONS = [f"1101{number:02d}" for number in range(1, 17)]
EACH = 200
LON, LAT = 116.3, 39.9


@pytest.fixture
def crowd(django_db_setup, django_db_blocker):
    """Return for each division the key of an officer, the officer, and the ids of its estates."""
    with lasting(django_db_blocker) as officer:
        found = {}
        for division in DIVISIONS:
            person = officer(division)
            ids = [plant(division, f"{division}-{n}", lon=LON, lat=LAT).pk for n in range(3)]
            found[division] = key_of(person, per_minute=0), person, ids
        yield found


def test_no_row_of_another_division_is_ever_seen(crowd):
    everything = {pk for _key, _person, ids in crowd.values() for pk in ids}

    with ThreadPoolExecutor(len(DIVISIONS)) as pool:
        asked = [pool.submit(work, one, *crowd[one], sorted(everything)) for one in DIVISIONS]
        results = [one.result() for one in asked]

    assert [seen for _n, seen in results] == [[]] * len(DIVISIONS)
    assert sum(n for n, _seen in results) == EACH * len(DIVISIONS)


def work(division, key, person, own, everything):
    """Ask many things, change something now and then; return how often, and foreign names."""
    chance = random.Random(division)
    by_token, by_session = Client(headers={"authorization": f"Bearer {key}"}), Client()
    by_session.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    foreign = []
    for number in range(EACH):
        client = chance.choice((by_token, by_token, by_session))
        names, found = chance.choice(KINDS)(client, chance.choice(everything), own)
        foreign += [name for name in names if not name.startswith(f"{division}-")]
        assert found, (division, client is by_token, number)
        if number % 40 == 39:
            change(division, own[0])
    connection.close()
    return EACH, foreign


def change(division, pk):
    with scope(division):
        estate = Estate.objects.get(pk=pk)
        estate.facts["built_year"] = estate.facts.get("built_year", 1950) + 1
        estate.save()


def listed(client, _any, _own):
    page = client.get("/api/v1/estates", {"q": "1101", "limit": 100}).json()
    return [one["name"] for one in page["items"]], page["count"] == 3


def one(client, pk, own):
    answer = client.get(f"/api/v1/estates/{pk}")
    if pk in own:
        return [answer.json()["name"]], answer.status_code == 200
    return [], answer.status_code == 404


def judged(client, pk, own):
    status = client.get(f"/api/v1/estates/{pk}/provenance").status_code
    return [], status == (200 if pk in own else 404)


def boxed(client, _any, _own):
    page = client.get("/features/collections/estates/items", {"bbox": "116,39,117,40"}).json()
    names = [one["properties"]["name"] for one in page["features"]]
    return names, page["numberMatched"] == 3


def single(client, pk, own):
    answer = client.get(f"/features/collections/estates/items/{pk}")
    if pk in own:
        return [answer.json()["properties"]["name"]], answer.status_code == 200
    return [], answer.status_code == 404


def tile(level):
    column, row = column_row(LON, LAT, level)

    def drawn(client, _any, _own):
        address = f"/features/collections/estates/tiles/WebMercatorQuad/{level}/{row}/{column}"
        (layer,) = read(client.get(address).content)
        said = [properties for *_, properties in layer["features"]]
        total = sum(one.get("count", 1) for one in said)
        return [one["name"] for one in said if "name" in one], total == 3

    return drawn


KINDS = (listed, one, judged, boxed, single, tile(14), tile(8))
