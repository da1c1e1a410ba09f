"""Killed in the middle of a decision, or two at once: nothing is half done, and nothing twice."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections

from jiugai.apps.accounts.models import Appointment, Organisation, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.conference.models import Item
from jiugai.apps.projects.models import Application, Desk, Project, Series, Step
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal
from jiugai.site.config import DATABASE
from tests.apps.conference.conftest import Holding
from tests.apps.conftest import DISTRICT, SETTINGS, STREET
from tests.apps.projects.conftest import Acting

pytestmark = pytest.mark.slow

#: A process that dies within a step of deciding, after what the step before it wrote.
DECIDE = """
import os, signal, sys
import django
django.setup()
from datetime import date
from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.conference.meetings import decide as module
def die(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(module, sys.argv[2], die)
with scope("11"):
    module.decide(
        pk=int(sys.argv[1]), version=1, outcome="agreed", decision="确认", votes=None,
        by=Person.objects.get(username="city"), on=date(2026, 9, 4),
    )
"""


@pytest.fixture
def item(apart):
    """Return an item of a city's meeting about an application on its desk, all committed."""
    people = {}
    for name, role, division in (
        ("clerk", Role.STREET_CLERK, STREET),
        ("district_officer", Role.DISTRICT_OFFICER, DISTRICT),
        ("city", Role.CITY_OFFICER, "11"),
    ):
        people[name] = Person.objects.create(username=name, name=name, division=division)
        Appointment.objects.create(
            person=people[name], role=role, division=division, since=date(2020, 1, 1)
        )
    with scope(DISTRICT):
        estate = Estate.objects.create(code="T1", division=STREET, facts={"name": "玉兰里"})
    acting = Acting(people, estate)
    office = Organisation.objects.create(name="市财政局", kind="office", division="11")
    holding = Holding(people, {"市财政局": office})
    one = acting.at_city()
    return holding, holding.taken(holding.meeting("11"), f"application:{one.pk}")


def written():
    """Return how much of each kind there is, and the last numbers given."""
    with scope(""):
        counts = {one.__name__: one.objects.count() for one in (Step, Project, Line)}
        return counts | {one.kind: one.last for one in Series.objects.all()}


@pytest.mark.parametrize("step", ["_moved", "record"])
def test_a_decision_whose_process_died_did_not_happen(item, step):
    holding, one = item
    before = written()
    settings = connections["default"].settings_dict
    url = f"host={settings['HOST']} user={settings['USER']} dbname={settings['NAME']}"
    command = [sys.executable, "-c", DECIDE, str(one.pk), step]

    died = subprocess.run(command, env=os.environ | SETTINGS | {DATABASE: url}, timeout=300)

    assert died.returncode == -signal.SIGKILL
    assert written() == before
    with scope("11"):
        assert Item.objects.get(pk=one.pk).outcome == ""
        assert Application.objects.get().desk == Desk.CITY
    assert holding.decided(one, decision="确认").result == "QR11-2026-0001"


def test_of_two_who_record_a_decision_one_does_and_the_other_reads_so(item):
    holding, one = item

    def decide(_number):
        try:
            return holding.decided(one, decision="确认", version=1)
        except Refusal as told:
            return told
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(decide, range(2)))

    (told,) = [answer for answer in found if isinstance(answer, Refusal)]
    assert "别人已记录“同意”" in str(told)
    with scope(""):
        assert Project.objects.count() == 1
        assert Step.objects.filter(verb="confirm").count() == 1
