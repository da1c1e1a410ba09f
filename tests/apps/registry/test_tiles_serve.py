"""Tiles show what their viewer may see, now."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Building, Pipe
from jiugai.apps.registry.services.assess import assess
from jiugai.apps.registry.tiles import make
from jiugai.apps.registry.tiles.views import TILES
from jiugai.kernel.quad import Tile, column_row, quad_of
from tests.apps.conftest import DISTRICT, OTHER, STREET
from tests.apps.registry.api_cast import ON, calling, key_of, plant
from tests.apps.registry.test_tiles_mvt import read

pytestmark = pytest.mark.django_db
LON, LAT = 116.3, 39.9


@pytest.fixture(autouse=True)
def _nothing_kept():
    """Forget the tiles of tests that were rolled back."""
    TILES.clear()


@pytest.fixture
def get(client, people):
    return calling(client, key_of(people["district_officer"]))


def address(layer, level, lon=LON, lat=LAT):
    column, row = column_row(lon, lat, level)
    return f"/features/collections/{layer}/tiles/WebMercatorQuad/{level}/{row}/{column}"


def names_in(answer):
    return {said.get("name") for layer in read(answer.content) for *_, said in layer["features"]}


@pytest.mark.parametrize("level", [12, 14, 17])
def test_near_by_every_estate_is_a_point(get, level):
    estate = plant(STREET, "甲里", stage="works", lon=LON, lat=LAT)
    with scope(DISTRICT):
        assess([estate.pk], day=ON)

    (layer,) = read(get(address("estates", level)).content)

    ((id_, kind, _geometry, said),) = layer["features"]
    assert (id_, kind) == (estate.pk, 1)
    assert (said["name"], said["stage"]) == ("甲里", "works")
    assert said["verdict"] in ("met", "not_met", "unknown")


def test_from_afar_estates_are_counted_by_stage_and_verdict(get):
    for number in range(5):
        stage = "works" if number else "plan"
        plant(STREET, f"{number}里", stage=stage, lon=LON + number / 10_000, lat=LAT)

    (layer,) = read(get(address("estates", 8)).content)

    ((_id, _kind, _geometry, said),) = layer["features"]
    assert said["count"] == 5
    assert (said["stage_works"], said["stage_plan"]) == (4, 1)


def test_filters_of_the_list_hold_on_the_map(get):
    plant(STREET, "甲里", stage="works", lon=LON, lat=LAT)
    plant(STREET, "乙里", stage="plan", lon=LON, lat=LAT)

    answer = get(address("estates", 13), stage="works")

    assert names_in(answer) == {"甲里"}


def test_buildings_are_drawn_and_pipes_too(get):
    estate = plant(STREET, "甲里", lon=LON, lat=LAT)
    ring = [[LON, LAT], [LON + 0.001, LAT], [LON + 0.001, LAT + 0.001], [LON, LAT]]
    with scope(DISTRICT):
        Building.objects.create(
            estate=estate, division=STREET, code="1", lon=LON, lat=LAT, quad=quad_of(LON, LAT),
            outline={"type": "Polygon", "coordinates": [ring]},
        )  # fmt: skip
        Pipe.objects.create(
            estate=estate, division=STREET, kind="gas",
            line={"type": "LineString", "coordinates": ring[:2]},
        )  # fmt: skip

    def kinds(layer, level):
        answer = get(address(layer, level)).content
        return [one[1] for layer in read(answer) for one in layer["features"]]

    assert kinds("buildings", 13) == [1]
    assert kinds("buildings", 15) == [3]
    assert kinds("pipes", 15) == [2]
    assert kinds("pipes", 8) == []
    assert kinds("buildings", 8) == [1]


def test_neighbours_never_take_the_room_of_what_lies_in_a_tile(get, monkeypatch):
    monkeypatch.setattr(make, "MOST", 3)
    column, row = column_row(LON, LAT, 15)
    west, north = Tile(15, column, row).west_north
    estate = plant(STREET, "甲里", lon=LON, lat=LAT)

    def build(code, lon, lat):
        ring = [[lon, lat], [lon + 0.0005, lat], [lon, lat + 0.0005], [lon, lat]]
        Building.objects.create(
            estate=estate, division=STREET, code=code, lon=lon, lat=lat, quad=quad_of(lon, lat),
            outline={"type": "Polygon", "coordinates": [ring]}, facts={"name": code},
        )  # fmt: skip

    with scope(DISTRICT):
        for number in range(4):
            build(f"out {number}", west - 0.0002, north - 0.001 * (number + 1))
        for number in range(2):
            build(f"in {number}", west + 0.001, north - 0.001 * (number + 1))
        inside = set(Building.objects.filter(code__startswith="in").values_list("pk", flat=True))

    (layer,) = read(get(address("buildings", 15)).content)

    found = {one[0] for one in layer["features"]}
    assert inside < found
    assert len(found) == 3


def test_a_kept_tile_is_another_one_after_a_change(get):
    estate = plant(STREET, "甲里", lon=LON, lat=LAT)
    first = get(address("estates", 14))
    again = get(address("estates", 14))

    with scope(DISTRICT):
        estate.facts["name"] = "新甲里"
        estate.save()
    after = get(address("estates", 14))

    assert first["ETag"] == again["ETag"] != after["ETag"]
    assert (names_in(again), names_in(after)) == ({"甲里"}, {"新甲里"})


def test_who_has_the_tile_is_told_so(get, client):
    plant(STREET, "甲里", lon=LON, lat=LAT)
    tag = get(address("estates", 14))["ETag"]

    client.defaults["HTTP_IF_NONE_MATCH"] = tag

    assert get(address("estates", 14)).status_code == 304


def test_a_tile_of_another_division_is_never_served_from_memory(client, people):
    plant(STREET, "甲里", lon=LON, lat=LAT)
    plant(OTHER, "别区", lon=LON, lat=LAT)
    ours = calling(client, key_of(people["district_officer"]))
    theirs = calling(client, key_of(people["stranger"]))
    street = calling(client, key_of(people["district_officer"], division="110199002"))

    for _ in range(2):
        assert names_in(ours(address("estates", 14))) == {"甲里"}
        assert names_in(theirs(address("estates", 14))) == {"别区"}
        assert names_in(street(address("estates", 14))) == set()


def test_a_map_is_told_where_tiles_are(get):
    plant(STREET, "甲里", lon=LON, lat=LAT)

    said = get("/features/collections/estates/tiles/WebMercatorQuad/metadata").json()
    sets = get("/features/collections/estates/tiles").json()["tilesets"]

    assert said["tiles"][0].endswith(
        "/features/collections/estates/tiles/WebMercatorQuad/{z}/{y}/{x}"
    )
    assert said["bounds"] == [LON, LAT, LON, LAT]
    assert sets[0]["dataType"] == "vector"


def test_a_tile_that_cannot_be_is_refused(get):
    assert get("/features/collections/estates/tiles/WebMercatorQuad/1/2/0").status_code == 404
    assert get("/features/collections/estates/tiles/WebMercatorQuad/99/0/0").status_code == 404
    assert get("/features/collections/none/tiles/WebMercatorQuad/0/0/0").status_code == 404


def test_tiles_ask_for_a_token_or_a_session(client, signed_in):
    assert client.get(address("estates", 14)).status_code == 401
    assert signed_in("auditor").get(address("estates", 14)).status_code == 200
