"""Whistles, permits and ways for other systems: what they say, and to whom."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.models import Way
from jiugai.apps.projects.modes.services import adopt
from jiugai.apps.projects.project.services import open_project
from tests.apps.conftest import DISTRICT
from tests.apps.projects.whistle.conftest import DAY, street  # noqa: F401 - a fixture
from tests.apps.registry.api_cast import calling, key_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def get(client, people):
    """Return a function that asks as the district's officer."""
    return calling(client, key_of(people["district_officer"]))


@pytest.fixture
def project(estate, people):
    """Return an open project of the estate."""
    with scope(DISTRICT):
        return open_project(
            estate=estate, way=Way.APPLICATION, by=people["district_officer"], on=DAY
        )


def test_a_whistle_is_read_with_its_calls_and_steps(get, street):  # noqa: F811
    made = street.blow(street.water, street.parks)
    street.do("respond", street.call(made).pk, "department", on=DAY)

    (item,) = get("/api/v1/whistles").json()["items"]
    assert (item["number"], item["state"], item["title"]) == (made.number, "open", "化粪池外溢")
    assert [one["organisation"] for one in item["calls"]] == ["排水集团", "园林局"]
    assert [one["responded_on"] for one in item["calls"]] == ["2026-06-01", None]

    whole = get(f"/api/v1/whistles/{made.pk}").json()
    assert [(one["verb"], one["organisation"]) for one in whole["steps"]] == [
        ("blown", None),
        ("responded", "排水集团"),
    ]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"state": "open"}, 1),
        ({"state": "solved"}, 0),
        ({"overdue_on": "2026-06-01"}, 0),
        ({"overdue_on": "2026-12-01"}, 1),
        ({"division": "110199002"}, 0),
        ({"estate": 0}, 0),
    ],
)
def test_whistles_are_filtered(get, street, query, count):  # noqa: F811
    street.blow()

    assert len(get("/api/v1/whistles", **query).json()["items"]) == count


def test_the_permits_of_a_project_are_told_with_what_they_wait_for(get, project):
    said = get(f"/api/v1/projects/{project.pk}/permits").json()

    permit = next(one for one in said["permits"] if one["rule"] == "xc18.permit")
    assert permit["verdict"] == "unknown"
    assert permit["missing"]
    assert {one["fact"] for one in said["filing"]} >= {"project.filed_planning"}


def test_the_way_of_a_project_has_its_roles_and_steps(get, project, people):
    assert get(f"/api/v1/projects/{project.pk}/way").status_code == 404
    with scope(DISTRICT):
        adopt(
            project=project,
            mode="jinsong",
            reason="街道已谈妥",
            by=people["district_officer"],
            on=DAY,
        )

    said = get(f"/api/v1/projects/{project.pk}/way").json()
    assert (said["mode"], said["adopted_on"]) == ("jinsong", "2026-06-01")
    assert all(one["on"] is None for one in said["steps"])
    assert {one["kind"] for one in said["roles"]} >= {"investor"}


@pytest.mark.parametrize("path", ["/whistles/{w}", "/projects/{p}/permits", "/projects/{p}/way"])
def test_another_district_finds_none_of_them(client, people, street, project, path):  # noqa: F811
    made = street.blow()
    get = calling(client, key_of(people["stranger"]))

    assert get("/api/v1/whistles").json()["items"] == []
    found = get("/api/v1" + path.format(w=made.pk, p=project.pk))
    assert found.status_code == 404
