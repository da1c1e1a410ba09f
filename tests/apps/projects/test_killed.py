"""Killed in the middle of a step, or two at once: nothing is half done, and nothing twice."""

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
from jiugai.apps.projects.applications.drafts import MovedMeanwhile
from jiugai.apps.projects.models import Application, Desk, Notice, Project, Series, Step
from jiugai.apps.registry.models import Estate, Stage
from jiugai.site.config import DATABASE
from tests.apps.conftest import DISTRICT, SETTINGS, STREET
from tests.apps.projects.conftest import Acting

pytestmark = pytest.mark.slow

#: A process that dies within a step of confirming, after what the step before it wrote.
CONFIRM = """
import os, signal, sys
import django
django.setup()
from datetime import date
from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.applications import services
def die(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(services, sys.argv[3], die)
with scope("11"):
    services.confirm(
        pk=int(sys.argv[1]), version=int(sys.argv[2]), opinion="通过",
        by=Person.objects.get(username="city"), on=date(2026, 9, 4),
    )
"""


@pytest.fixture
def acting(apart):
    """Return a helper as elsewhere, whose work is committed."""
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
    return Acting(people, estate)


def written():
    """Return how much of each kind there is, and the last numbers given."""
    with scope(""):
        counts = {one.__name__: one.objects.count() for one in (Step, Project, Notice, Line)}
        return counts | {one.kind: one.last for one in Series.objects.all()}


@pytest.mark.parametrize("step", ["confirmation_number", "write_facts", "record", "tell_desk"])
def test_what_a_killed_process_did_is_undone_and_what_was_acknowledged_stays(acting, step):
    one = acting.at_city()
    before = written()
    settings = connections["default"].settings_dict
    url = f"host={settings['HOST']} user={settings['USER']} dbname={settings['NAME']}"
    command = [sys.executable, "-c", CONFIRM, str(one.pk), str(one.version), step]

    died = subprocess.run(command, env=os.environ | SETTINGS | {DATABASE: url}, timeout=300)

    assert died.returncode == -signal.SIGKILL
    assert written() == before
    with scope(DISTRICT):
        assert Application.objects.get(pk=one.pk).desk == Desk.CITY
        assert Estate.objects.get().stage == Stage.LEDGER
    done = acting.do("confirm", one, "city", opinion="通过")
    assert (done.confirmation, done.project.number) == ("QR11-2026-0001", "110199-2026-0001")


def test_of_two_who_decide_at_the_same_time_one_does_and_the_other_reads_so(acting):
    one = acting.at_city()

    def decide(_number):
        try:
            return acting.do("confirm", one, "city", opinion="通过", version=one.version)
        except MovedMeanwhile as told:
            return told
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(decide, range(2)))

    (told,) = [answer for answer in found if isinstance(answer, MovedMeanwhile)]
    assert "city已办理“确认”" in str(told)
    with scope(DISTRICT):
        assert Project.objects.count() == 1
        assert Step.objects.filter(verb="confirm").count() == 1
