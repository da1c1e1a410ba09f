"""Applications and projects for other systems: with the right token, within one's division."""

import pytest

from jiugai.apps.registry.models import ApiScope
from tests.apps.registry.api_cast import calling, key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def confirmed(acting):
    """Return a confirmed application."""
    return acting.do("confirm", acting.at_city(), "city", opinion="第3次会议通过")


@pytest.fixture
def get(client, people):
    """Return a function that asks as the district's officer."""
    return calling(client, key_of(people["district_officer"]))


def test_an_application_is_read_with_its_steps_and_clauses(get, confirmed, estate):
    (item,) = get("/api/v1/applications").json()["items"]
    assert (item["number"], item["desk"]) == (confirmed.number, "confirmed")
    assert (item["estate"], item["estate_name"]) == (estate.pk, "玉兰里")
    assert item["confirmation"] == confirmed.confirmation

    whole = get(f"/api/v1/applications/{confirmed.pk}").json()

    assert [step["verb"] for step in whole["steps"]] == ["submit", "pass", "pass", "confirm"]
    assert whole["steps"][-1]["clause"] == "三(三)④"
    assert whole["steps"][-1]["by"] == "石岚"
    assert whole["agreeing"] == 98


def test_a_project_names_its_estate_stage_and_application(get, confirmed):
    (item,) = get("/api/v1/projects").json()["items"]

    assert item == get(f"/api/v1/projects/{confirmed.project_id}").json()
    assert (item["stage"], item["way"]) == ("reserve", "application")
    assert item["application"] == confirmed.pk


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"desk": "confirmed"}, 1),
        ({"desk": "street"}, 0),
        ({"division": "110199002"}, 0),
        ({"division": "110199001"}, 1),
        ({"estate": 0}, 0),
        ({"overdue_on": "2030-01-01"}, 0),
    ],
)
def test_applications_are_filtered(get, confirmed, query, count):
    assert len(get("/api/v1/applications", **query).json()["items"]) == count


@pytest.mark.parametrize(
    ("query", "count"),
    [({"stage": "reserve"}, 1), ({"stage": "works"}, 0), ({"way": "task"}, 0), ({"open": "0"}, 1)],
)
def test_projects_are_filtered(get, confirmed, query, count):
    assert len(get("/api/v1/projects", **query).json()["items"]) == count


def test_a_full_page_leads_to_the_next(get, confirmed):
    first = get("/api/v1/projects", limit=1).json()
    assert first["next"] == "/api/v1/projects?limit=1&offset=1"
    assert get(first["next"]).json() == {"next": None, "items": []}


def test_another_district_and_another_scope_read_nothing(client, people, confirmed):
    stranger = calling(client, key_of(people["stranger"]))
    assert stranger("/api/v1/applications").json()["items"] == []
    assert stranger(f"/api/v1/applications/{confirmed.pk}").status_code == 404
    assert stranger(f"/api/v1/projects/{confirmed.project_id}").status_code == 404

    other = calling(client, key_of(people["district_officer"], scopes=[ApiScope.REGISTER]))
    assert other("/api/v1/projects").status_code == 403
    assert client.get("/api/v1/projects").status_code == 401
