"""Demands on the register's map: as many as the ledger says, of the selection, for who may see."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.demands.ledger import services
from jiugai.apps.registry.models import Estate
from jiugai.kernel.quad import column_row, quad_of
from tests.apps.conftest import DISTRICT
from tests.apps.demands.conftest import MORNING, days
from tests.apps.registry.test_tiles_mvt import read

pytestmark = pytest.mark.django_db
LON, LAT = 116.3, 39.9


@pytest.fixture
def placed(ledger):
    """Return the ledger of an estate with a place: two about light, one about a lift."""
    with scope(DISTRICT):
        ledger.estate.facts |= {"lon": LON, "lat": LAT}
        ledger.estate.quad = quad_of(LON, LAT)
        ledger.estate.save()
    ledger.take(text="楼道灯坏了很久")
    ledger.take(text="门口路灯也不亮", at=MORNING + days(400))
    ledger.take(text="电梯总是停运", kind="lift")
    return ledger


def tile(client, level, **query):
    """Return what a tile says of each spot, by the id of its first estate."""
    column, row = column_row(LON, LAT, level)
    answer = client.get(f"/demands/tiles/{level}/{row}/{column}", query)
    assert answer.status_code == 200
    return {id_: said for layer in read(answer.content) for id_, _k, _g, said in layer["features"]}


@pytest.mark.parametrize(
    ("query", "n", "overdue"),
    [
        ({}, 3, 2),
        ({"demands-kind": "lift"}, 1, 1),
        ({"demands-which": "overdue"}, 2, 2),
        ({"demands-since": "2027-01-01"}, 1, 0),
        ({"stage": "ledger", "demands-kind": "power"}, 2, 1),
    ],
)
def test_a_tile_counts_the_selection_at_its_estate(placed, signed_in, query, n, overdue):
    client = signed_in("clerk")

    for level in (9, 15):
        ((id_, said),) = tile(client, level, **query).items()
        assert (id_, said["n"], said["overdue"]) == (placed.estate.pk, n, overdue)
    assert said["name"] == placed.estate.name


def test_what_the_filters_of_the_map_leave_out_is_not_counted(placed, signed_in):
    assert tile(signed_in("clerk"), 9, stage="works") == {}
    assert tile(signed_in("clerk"), 9, **{"demands-kind": "heat"}) == {}


def test_from_afar_estates_of_one_spot_are_added_up(placed, signed_in, people):
    with scope(DISTRICT):
        near = Estate.objects.create(
            code="T9", division=placed.estate.division,
            facts={"name": "近里", "lon": LON + 0.0001, "lat": LAT},
            quad=quad_of(LON + 0.0001, LAT),
        )  # fmt: skip
        said = services.Said(text="屋面漏水两年了", channel="desk", kind="leaks")
        services.take(estate=near, said=said, by=people["clerk"], at=MORNING)

    ((_id, said),) = tile(signed_in("clerk"), 8).items()

    assert (said["count"], said["n"]) == (2, 4)
    assert len(tile(signed_in("clerk"), 18)) <= 2


def test_a_stranger_gets_the_tile_of_another_district_empty(placed, signed_in):
    assert tile(signed_in("stranger"), 9) == {}
    assert tile(signed_in("stranger"), 15) == {}


def test_who_may_not_see_residents_gets_neither_tile_nor_layer(placed, signed_in):
    client = signed_in("contractor")

    assert client.get("/demands/tiles/1/0/0").status_code == 403
    page = client.get("/map?demands-which=open").content.decode()
    assert "map-demands" not in page
    assert "demand-halo" not in page


def test_a_tile_that_cannot_be_is_refused(signed_in):
    assert signed_in("clerk").get("/demands/tiles/1/2/0").status_code == 404
    assert signed_in("clerk").get("/demands/tiles/1/0/0?bbox=x").status_code == 400


def test_the_layer_is_shown_when_it_is_asked_for_and_leads_to_the_ledger(placed, signed_in):
    client, estate = signed_in("clerk"), placed.estate.pk
    plain = client.get("/map?stage=ledger").content.decode()
    assert "map-demand-rows-title" not in plain
    assert "stage=ledger&amp;by=stage&amp;demands-which=open" in plain

    page = client.get("/map?stage=ledger&demands-which=open&demands-kind=power").content.decode()

    assert "1 个小区有 2 件，其中已超期 1 件" in page
    assert page.count('class="demand-halo"') == 1
    assert f"/demands?which=open&amp;kind=power&amp;estate={estate}" in page
    assert '<input type="hidden" name="demands-kind" value="power">' in page  # of its own filters
    assert '<input type="hidden" name="stage" value="ledger">' in page  # of those of demands
    tiles = "/demands/tiles/{z}/{y}/{x}?stage=ledger&amp;demands-which=open&amp;demands-kind=power"
    assert f'data-tiles="{tiles}"' in page
    listed = client.get(f"/demands?which=open&kind=power&estate={estate}")
    assert len(listed.context["page"].rows) == 2


def test_a_selection_without_demands_is_told_so(placed, signed_in):
    page = signed_in("clerk").get("/map?demands-which=open&demands-kind=heat").content.decode()

    assert "图上的小区没有这样的诉求" in page
    assert "请放宽对小区或对诉求的筛选条件" in page
    assert "demand-halo" not in page


def test_estates_without_a_place_are_told_and_listed(ledger, signed_in):
    ledger.take()

    page = signed_in("clerk").get("/map?demands-which=open").content.decode()

    assert "1 件所在的小区没有坐标，不在图上，在下表中" in page
    assert f"/demands?which=open&amp;estate={ledger.estate.pk}" in page


def test_the_ledger_leads_to_the_map_with_its_filters(placed, signed_in):
    client = signed_in("clerk")

    page = client.get("/demands?kind=lift&which=overdue&order=newest").content.decode()

    assert "/map?demands-which=overdue&amp;demands-kind=lift" in page
