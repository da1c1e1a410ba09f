"""Gates that open and shut are told to other systems, in the transaction in which they do."""

from datetime import date

import pytest

from jiugai.apps.accounts.rows import scope
from jiugai.apps.hooks.models import Event, Hook
from jiugai.apps.projects.gates.withdraw import withdraw
from jiugai.apps.projects.models import Evidence
from tests.apps.conftest import DISTRICT
from tests.apps.projects.permits.test_permits import _files, file, project  # noqa: F401

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)


@pytest.fixture
def told(people):
    """Return a function that gives the events about gates; somebody is to be told."""
    Hook.objects.create(
        person=people["district_officer"],
        name="数据平台",
        address="https://data.example/",
        secret="s" * 12,
        kinds=["gate.opened", "gate.shut"],
        division=DISTRICT,
    )

    def events():
        with scope(""):
            return [
                (one.kind, one.subject_name, one.detail["rule"])
                for one in Event.objects.filter(kind__startswith="gate.")
            ]

    return events


def test_a_gate_that_opens_and_shuts_again_is_told_each_time(project, people, told):  # noqa: F811
    by = people["district_officer"]
    for fact in ("filed_planning", "filed_housing", "filed_fire"):
        file(project, by, fact)
    opened = told()
    assert [(kind, name) for kind, name, _rule in opened] == [("gate.opened", project.number)]

    with scope(DISTRICT):
        paper = Evidence.objects.filter(claims__fact="filed_fire").get()
        withdraw(pk=paper.pk, why="回执有误", by=by, on=DAY)

    assert told()[1:] == [("gate.shut", project.number, opened[0][2])]
