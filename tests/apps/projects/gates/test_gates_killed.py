"""A process that is killed while evidence is taken in leaves nothing of it."""

import os
import signal
import subprocess
import sys

import pytest
from django.db import connections

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.projects.models import Evidence, GateEvent, GateState, Way
from jiugai.apps.projects.project.services import open_project
from jiugai.apps.registry.models import Estate, Source
from jiugai.site.config import DATABASE
from tests.apps.apart import apart
from tests.apps.conftest import DISTRICT, SETTINGS, STREET
from tests.apps.projects.gates.conftest import ASKED, DAY, give, statement, verdict

__all__ = ["apart"]
pytestmark = pytest.mark.slow

#: Somebody who hands in evidence and whose process dies within a step of that.
DYING = """
import os, signal, sys
import django
django.setup()
from datetime import date
from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.gates import supply
from jiugai.apps.projects.models import Evidence, Project
def die(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(supply, sys.argv[1], die)
said = supply.Said(
    kind=Evidence.Kind.STATEMENT, facts={"residents_asked": "yes"}, said_on=date(2026, 6, 1),
    words="已逐户征求意见", speaker="王书记",
)
with scope("110199"):
    supply.supply(
        project=Project.objects.get(), rule="bj22.gate.asked", said=said,
        by=Person.objects.get(), on=date(2026, 6, 1),
    )
"""


@pytest.fixture
def project(apart):
    """Return an open project that is committed."""
    person = Person.objects.create(username="qu", name="曲明", division=DISTRICT)
    Appointment.objects.create(
        person=person, role=Role.DISTRICT_OFFICER, division=DISTRICT, since=DAY
    )
    with scope(DISTRICT):
        estate = Estate.objects.create(code="T1", division=STREET, facts={"name": "玉兰里"})
        return open_project(estate=estate, way=Way.APPLICATION, by=person, on=DAY)


def killed_within(step):
    """Hand in evidence in a process that is killed within a step; return how that ended."""
    settings = connections["default"].settings_dict
    address = f"host={settings['HOST']} user={settings['USER']} dbname={settings['NAME']}"
    environment = os.environ | SETTINGS | {DATABASE: address}
    return subprocess.run(
        [sys.executable, "-c", DYING, step], env=environment, timeout=300
    ).returncode


@pytest.mark.parametrize("step", ["apply_values", "assess", "record"])
def test_nothing_of_it_is_there_and_it_can_be_handed_in_again(project, step):
    with scope(DISTRICT):
        lines = Line.objects.count()
    assert killed_within(step) == -signal.SIGKILL

    with scope(DISTRICT):
        assert not Evidence.objects.exists()
        assert not GateEvent.objects.exists()
        assert not Source.objects.exists()
        assert Line.objects.count() == lines
        assert Estate.objects.get().facts == {"name": "玉兰里"}
        assert GateState.objects.get(rule=ASKED).verdict == "unknown"
    give(project, statement(residents_asked="yes"), by=Person.objects.get())
    assert verdict(project) == "met"
