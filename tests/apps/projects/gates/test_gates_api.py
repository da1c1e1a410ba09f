"""Other systems read how the gates of a project stand."""

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.gates.override import override
from tests.apps.conftest import DISTRICT
from tests.apps.projects.gates.conftest import ASKED, DAY
from tests.apps.registry.api_cast import calling, key_of

pytestmark = pytest.mark.django_db


def test_each_gate_has_verdict_grounds_and_override(client, people, project):
    with scope(DISTRICT):
        override(
            project=project, rule=ASKED, reason="先行排险", by=people["district_officer"], on=DAY
        )

    answer = calling(client, key_of(people["district_officer"]))(
        f"/api/v1/projects/{project.pk}/gates"
    )

    said = answer.json()
    assert (said["project"], said["number"]) == (project.pk, project.number)
    gate = next(one for one in said["gates"] if one["rule"] == ASKED)
    assert (gate["verdict"], gate["open"], gate["clause"]) == ("unknown", True, "三(一)①")
    assert gate["missing"] == ["residents_asked"]
    assert gate["override"]["reason"] == "先行排险"


def test_a_stranger_finds_no_project(client, people, project):
    get = calling(client, key_of(people["stranger"]))

    assert get(f"/api/v1/projects/{project.pk}/gates").status_code == 404
