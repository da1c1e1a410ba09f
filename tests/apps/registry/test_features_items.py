"""Desktops of others read collections, boxes and single features."""

import pytest
from django.db import connection

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.api.counts import COUNTS
from jiugai.apps.registry.features.items import Asked, count_of
from jiugai.apps.registry.features.layers import LAYERS
from jiugai.apps.registry.features.views import EXTENTS
from jiugai.apps.registry.models import Building, Pipe, Resource
from jiugai.kernel.quad import quad_of
from tests.apps.conftest import DISTRICT, OTHER, STREET
from tests.apps.registry.api_cast import calling, key_of, plant

pytestmark = pytest.mark.django_db
BASE = "/features/collections"


@pytest.fixture(autouse=True)
def _nothing_kept():
    """Forget what was kept of tests that were rolled back."""
    COUNTS.clear()
    EXTENTS.clear()


@pytest.fixture
def get(client, people):
    return calling(client, key_of(people["district_officer"]))


def stand(estate, code, lon, lat, **more):
    """Return a new building at a place."""
    with scope(estate.division):
        return Building.objects.create(
            estate=estate, division=estate.division, code=code, lon=lon, lat=lat,
            quad=quad_of(lon, lat), **more,
        )  # fmt: skip


def test_the_first_page_leads_to_everything(get):
    plant(STREET, "甲里", lon=116.3, lat=39.9)

    links = {one["rel"]: one["href"] for one in get("/features").json()["links"]}
    layers = get(links["data"]).json()["collections"]

    assert get(links["conformance"]).json()["conformsTo"]
    assert get(links["service-desc"]).status_code == 200
    assert [one["id"] for one in layers] == ["estates", "buildings", "pipes", "resources"]
    assert layers[0]["extent"]["spatial"]["bbox"] == [[116.3, 39.9, 116.3, 39.9]]
    assert get(f"{BASE}/estates").json()["id"] == "estates"
    assert get(f"{BASE}/nothing").status_code == 404


def test_a_box_finds_what_lies_in_it_and_counts_it(get):
    estate = plant(STREET, "甲里", lon=116.3, lat=39.9)
    for number in range(30):
        stand(estate, f"{number:02d}", 116.3 + number / 1000, 39.9)

    page = get(f"{BASE}/buildings/items", bbox="116.3045,39.8,116.3105,40").json()

    assert page["numberMatched"] == page["numberReturned"] == 6
    assert sorted(one["properties"]["code"] for one in page["features"]) == [
        "05", "06", "07", "08", "09", "10",
    ]  # fmt: skip
    assert page["features"][0]["geometry"]["type"] == "Point"


@pytest.mark.parametrize("box", ["", "116.2,39.8,117.4,40.1"])
def test_next_leads_through_every_feature_once(get, box):
    estate = plant(STREET, "甲里", lon=116.3, lat=39.9)
    for number in range(23):
        stand(estate, f"{number:02d}", 116.3 + number * 37 % 23 / 20, 39.9 + number % 3 / 20)
    seen, address = [], f"{BASE}/buildings/items?limit=5" + (box and f"&bbox={box}")

    while address:
        page = get(address).json()
        assert page["numberMatched"] == 23
        seen += [one["id"] for one in page["features"]]
        address = next((one["href"] for one in page["links"] if one["rel"] == "next"), None)

    assert len(seen) == len(set(seen)) == 23


def test_offset_and_properties_choose(get):
    for number in range(4):
        plant(STREET, f"{number}里", stage="works" if number % 2 else "ledger")

    works = get(f"{BASE}/estates/items", stage="works").json()
    last = get(f"{BASE}/estates/items", offset=3).json()

    assert [one["properties"]["name"] for one in works["features"]] == ["1里", "3里"]
    assert [one["properties"]["name"] for one in last["features"]] == ["3里"]
    assert get(f"{BASE}/estates/items", verdict="met").json()["features"] == []


def test_pipes_and_resources_are_found_by_where_they_are(get):
    estate = plant(STREET, "甲里", lon=116.3, lat=39.9)
    line = {"type": "LineString", "coordinates": [[116.301, 39.901], [116.302, 39.902]]}
    with scope(DISTRICT):
        pipe = Pipe.objects.create(estate=estate, division=STREET, kind="gas", line=line)
        Resource.objects.create(
            estate=estate, division=STREET, name="锅炉房", lon=116.305, lat=39.905
        )

    (found,) = get(f"{BASE}/pipes/items", bbox="116.3005,39.9,116.3015,39.91").json()["features"]
    (room,) = get(f"{BASE}/resources/items", bbox="116.304,39.9,116.306,39.91").json()["features"]

    assert found["id"] == pipe.pk
    assert found["geometry"] == line
    assert room["properties"]["name"] == "锅炉房"
    assert get(f"{BASE}/pipes/items", bbox="116.31,39.9,116.32,39.91").json()["features"] == []


def test_one_feature_is_told_with_its_links(get):
    estate = plant(STREET, "甲里", lon=116.3, lat=39.9)

    one = get(f"{BASE}/estates/items/{estate.pk}").json()

    assert one["geometry"] == {"type": "Point", "coordinates": [116.3, 39.9]}
    assert one["properties"]["name"] == "甲里"
    assert {link["rel"] for link in one["links"]} == {"self", "collection"}
    assert get(f"{BASE}/estates/items/999999").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        {"bbox": "1,2"},
        {"bbox": "3,1,2,2"},
        {"limit": "0"},
        {"limit": "-1"},
        {"after": "x"},
        {"colour": "red"},
        {"crs": "EPSG:4479"},
        {"name": "a\x00"},
    ],
)
def test_a_parameter_that_makes_no_sense_is_named(get, query):
    answer = get(f"{BASE}/estates/items", **query)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_another_division_sees_none_of_our_features(client, people):
    estate = plant(STREET, "甲里", lon=116.3, lat=39.9)
    plant(OTHER, "别区", lon=116.3, lat=39.9)
    get = calling(client, key_of(people["stranger"]))

    names = [
        one["properties"]["name"]
        for one in get(f"{BASE}/estates/items", bbox="116,39,117,40").json()["features"]
    ]

    assert names == ["别区"]
    assert get(f"{BASE}/estates/items/{estate.pk}").status_code == 404


def test_features_ask_for_a_token_or_a_session(client, signed_in):
    assert client.get(f"{BASE}/estates/items").status_code == 401
    assert signed_in("auditor").get(f"{BASE}/estates/items").status_code == 200
    assert signed_in("system_admin").get(f"{BASE}/estates/items").status_code == 403


def test_counting_in_a_box_goes_from_range_to_range_and_not_through_the_whole_table(people):
    """Which index is entered is up to what PostgreSQL knows of the rows; the order is not."""
    sql, values = count_of(LAYERS["buildings"], Asked(limit=1, box=(116.3, 39.9, 116.31, 39.91)))
    with scope(DISTRICT), connection.cursor() as cursor:
        cursor.execute("EXPLAIN " + sql, values)
        plan = "\n".join(line for (line,) in cursor.fetchall())

    assert 0 < plan.index("Function Scan on r") < plan.index("registry_building")
    assert "Join Filter" not in plan
