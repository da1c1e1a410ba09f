"""Killed while an opinion is given, or two at once: nothing is half given, and nothing twice."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.projects.models import Evidence, Hand, Notice, Opinion, Way
from jiugai.apps.projects.project.services import open_project
from jiugai.apps.projects.review.locking import ActedMeanwhile
from jiugai.apps.registry.models import Estate
from jiugai.site.config import DATABASE
from tests.apps.conftest import DISTRICT, SETTINGS, STREET
from tests.apps.projects.review.conftest import DAY, Reviewing

pytestmark = pytest.mark.slow

#: A process that dies within a step of giving an opinion, after what the step before it wrote.
GIVE = """
import os, signal, sys
import django
django.setup()
from datetime import date
from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.models import Project
from jiugai.apps.projects.review import proof, services
def die(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(proof if sys.argv[3] == "give" else services, sys.argv[3], die)
with scope("110199"):
    services.hand_over(
        project=Project.objects.select_related("estate").get(pk=int(sys.argv[1])),
        verdict="pass", words="可以", version=int(sys.argv[2]),
        by=Person.objects.get(username="planner"), on=date(2026, 6, 1),
    )
"""


@pytest.fixture
def desk(apart):
    """Return a helper as elsewhere, whose work is committed."""
    people = {}
    for name in ("designer", "planner", "district_officer"):
        people[name] = Person.objects.create(username=name, name=name, division=DISTRICT)
        Appointment.objects.create(
            person=people[name], role=Role(name), division=DISTRICT, since=date(2020, 1, 1)
        )
    with scope(DISTRICT):
        estate = Estate.objects.create(code="T1", division=STREET, facts={"name": "玉兰里"})
        project = open_project(
            estate=estate, way=Way.APPLICATION, by=people["district_officer"], on=DAY
        )
    found = Reviewing(project, people)
    found.file()
    found.submit()
    return found


def written():
    """Return how much of each kind there is."""
    with scope(""):
        return [one.objects.count() for one in (Opinion, Evidence, Notice, Line)]


@pytest.mark.parametrize("step", ["_move", "record", "give", "_tell"])
def test_what_a_killed_process_did_is_undone(desk, step):
    before = written()
    settings = connections["default"].settings_dict
    url = f"host={settings['HOST']} user={settings['USER']} dbname={settings['NAME']}"
    command = [
        sys.executable, "-c", GIVE, str(desk.project.pk), str(desk.review.version), step
    ]  # fmt: skip

    died = subprocess.run(command, env=os.environ | SETTINGS | {DATABASE: url}, timeout=300)

    assert died.returncode == -signal.SIGKILL
    assert written() == before
    assert desk.review.hand == Hand.PLANNER
    assert desk.facts() == (None, None)
    desk.opinion("pass", "可以")
    assert desk.facts() == (True, True)


def test_of_two_planners_at_once_one_gives_and_the_other_reads_so(desk):
    version = desk.review.version

    def give(_number):
        try:
            return desk.opinion("pass", "可以", version=version)
        except ActedMeanwhile as told:
            return told
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(give, range(2)))

    (told,) = [one for one in found if isinstance(one, ActedMeanwhile)]
    assert "planner办过这次审查，现在是“审查合格”" in str(told)
    with scope(DISTRICT):
        assert Opinion.objects.count() == 1
