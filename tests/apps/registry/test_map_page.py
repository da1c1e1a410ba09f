"""The map shows the estates that fit, what they add up to, and who lies beside whom."""

import json

import pytest
from django.core.management import CommandError, call_command

from jiugai.apps.accounts.rows import scope
from jiugai.apps.registry.models import Outline
from jiugai.apps.registry.services.assess import assess
from tests.apps.conftest import DISTRICT, OTHER, SAMPLE, STREET
from tests.apps.registry.api_cast import ON, plant

pytestmark = pytest.mark.django_db
LON, LAT = 116.3, 39.9


@pytest.fixture
def planted():
    """Return three estates: two beside each other, one far away."""
    made = [
        plant(STREET, "甲里", lon=LON, lat=LAT, household_count=100, stage="works"),
        plant(STREET, "乙里", lon=LON + 0.001, lat=LAT, household_count=200),
        plant("110199002", "丙里", lon=LON + 0.1, lat=LAT, household_count=300),
    ]
    with scope(DISTRICT):
        assess([one.pk for one in made], day=ON)
    return made


def test_the_page_has_figures_rows_and_a_picture_without_script(signed_in, planted):
    page = signed_in("district_officer").get("/map")

    figures = [one.value for one, _rows in page.context["figures"]]
    assert figures[:2] == ["3", "600"]
    assert page.text.count('class="map-dot') == 3
    assert all(one.name in page.text for one in planted)
    assert "order=households" in page.text


def test_filters_hold_for_figures_rows_picture_and_tiles(signed_in, planted):
    page = signed_in("district_officer").get("/map", {"stage": "works", "by": "verdict"})

    assert page.context["figures"][0][0].value == "1"
    assert [one.name for one in page.context["page"].rows] == ["甲里"]
    assert page.text.count('class="map-dot') == 1
    assert page.context["island"]["tiles"]["estates"].endswith("{x}?stage=works")


def test_groups_are_neighbours_within_a_distance(signed_in, planted):
    client = signed_in("district_officer")

    (group, rows), *others = client.get("/map", {"within": "100"}).context["groups"]
    drawn = client.get("/map/groups.json", {"within": "100"}).json()["features"]

    assert not others
    assert group.ids == tuple(sorted(one.pk for one in planted[:2]))
    assert group.households == 300
    assert rows == "&".join(f"ids={pk}" for pk in group.ids)
    assert drawn[0]["properties"]["count"] == 2


def test_a_ring_on_the_map_leads_to_the_list_of_what_is_in_it(signed_in, planted):
    ring = f"{LON - 0.01},{LAT - 0.01},{LON + 0.01},{LAT - 0.01},{LON},{LAT + 0.02}"

    answer = signed_in("district_officer").get("/map/choose", {"ring": ring}, follow=True)

    assert answer.redirect_chain[0][0].startswith("/estates?ids=")
    assert {one.name for one in answer.context["page"].rows} == {"甲里", "乙里"}


def test_a_box_of_the_map_is_a_filter_of_the_list(signed_in, planted):
    box = f"{LON - 0.01},{LAT - 0.01},{LON + 0.01},{LAT + 0.01}"

    page = signed_in("district_officer").get("/estates", {"bbox": box})

    assert {one.name for one in page.context["page"].rows} == {"甲里", "乙里"}


@pytest.mark.parametrize(
    "ring", ["", "1,2", "1,2,3,4", "1,1,2,2,3,3", "a,b,c,d,e,f", "nan,1,2,2,3,1"]
)
def test_a_ring_that_is_none_is_refused_in_words(signed_in, planted, ring):
    answer = signed_in("district_officer").get("/map/choose", {"ring": ring})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_an_empty_map_says_what_to_do(signed_in):
    assert "没有可以画在图上的小区" in signed_in("district_officer").get("/map").text


def test_nothing_of_ours_is_on_the_map_of_another_district(signed_in, planted):
    plant(OTHER, "别区", lon=LON, lat=LAT)
    client = signed_in("stranger")

    page = client.get("/map", {"within": "500"})
    ring = f"{LON - 1},{LAT - 1},{LON + 1},{LAT - 1},{LON},{LAT + 2}"
    chosen = client.get("/map/choose", {"ring": ring}, follow=True)

    assert page.context["figures"][0][0].value == "1"
    assert not any(one.name in page.text for one in planted)
    assert [one.name for one in chosen.context["page"].rows] == ["别区"]
    assert client.get("/map/groups.json").json()["features"] == []


@pytest.mark.parametrize("path", ["/map", "/map/choose", "/map/outlines.json", "/map/groups.json"])
def test_who_may_not_see_the_register_sees_no_map(signed_in, path):
    assert signed_in("system_admin").get(path).status_code == 403


def test_borders_are_loaded_once_and_shown(signed_in, capsys):
    file = next(SAMPLE.glob("*.geojson"))
    for _ in range(2):
        call_command("load_outlines", str(file))

    shapes = signed_in("auditor").get("/map/outlines.json").json()["features"]

    assert len(shapes) == Outline.objects.count() == 7
    assert {"code": "110199", "name": "示范区"} in [one["properties"] for one in shapes]
    assert capsys.readouterr().out.split() == ["7", "7"]


def test_a_file_that_is_no_border_is_refused(tmp_path):
    wrong = tmp_path / "x.geojson"
    wrong.write_text(json.dumps({"type": "nothing"}))

    with pytest.raises(CommandError, match="adcode"):
        call_command("load_outlines", str(wrong))


def test_the_small_map_of_an_estate_has_its_buildings(signed_in, planted, rf):
    from django.template import engines

    with scope(DISTRICT):
        estate = planted[0]
        text = engines["django"].get_template("registry/map_spot.html").render({"estate": estate})

    assert f'data-lon="{LON}"' in text
    assert "map-dot is-works" in text
    assert "bbox=" in text


def test_one_point_far_away_does_not_shrink_the_map(signed_in):
    for number in range(40):
        plant(STREET, f"{number}里", lon=LON + number / 10_000, lat=LAT)
    plant(STREET, "误标", lon=10, lat=50)

    bounds = signed_in("district_officer").get("/map").context["island"]["bounds"]

    assert LON <= bounds[0] <= bounds[2] <= LON + 0.01
