"""Whistles and ways of doing it: killed in the middle, or two at once."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections

from jiugai.apps.accounts.models import Appointment, Kind, Organisation, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.audit.models import Line
from jiugai.apps.projects.models import (
    Adoption,
    Call,
    Notice,
    Series,
    StepTaken,
    Way,
    Whistle,
    WhistleStep,
)
from jiugai.apps.projects.modes import services as modes
from jiugai.apps.projects.project.services import open_project
from jiugai.apps.projects.whistle import services as whistles
from jiugai.apps.registry.models import Estate
from jiugai.kernel.errors import Refusal
from jiugai.site.config import DATABASE
from tests.apps.conftest import DISTRICT, SETTINGS, STREET

pytestmark = pytest.mark.slow
DAY = date(2026, 6, 1)
#: A process that does something of a module of services, and dies within a step of that.
DYING = """
import os, signal, sys
import django
django.setup()
from datetime import date
from importlib import import_module
from jiugai.apps.accounts.models import Organisation, Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.projects.models import Project
from jiugai.apps.registry.models import Estate
services = import_module("jiugai.apps.projects." + sys.argv[1])
def die(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(services, sys.argv[2], die)
own = {"by": Person.objects.get(username="clerk"), "on": date(2026, 6, 1)}
with scope("110199"):
    if sys.argv[1] == "whistle.services":
        services.blow(
            estate=Estate.objects.get(), title="外溢", words="三次清掏", asked="疏通",
            departments=[Organisation.objects.get()], **own,
        )
    else:
        services.adopt(project=Project.objects.get(), mode="jinsong", reason="已谈妥", **own)
"""


@pytest.fixture
def clerk(apart):
    """Return a clerk with an estate and a department, all committed."""
    water = Organisation.objects.create(name="排水集团", kind=Kind.UTILITY, division=DISTRICT)
    found = {}
    for name, role, own in (
        ("clerk", Role.STREET_CLERK, None),
        ("water", Role.DEPARTMENT, water),
    ):
        division = DISTRICT if own else STREET
        found[name] = Person.objects.create(
            username=name, name=name, division=division, organisation=own
        )
        Appointment.objects.create(
            person=found[name], role=role, division=division, since=date(2020, 1, 1)
        )
    with scope(DISTRICT):
        Estate.objects.create(code="T1", division=STREET, facts={"name": "玉兰里"})
    return found["clerk"]


def killed(module, step):
    """Do something in a process that is killed within a step."""
    settings = connections["default"].settings_dict
    url = f"host={settings['HOST']} user={settings['USER']} dbname={settings['NAME']}"
    environment = os.environ | SETTINGS | {DATABASE: url}
    died = subprocess.run(
        [sys.executable, "-c", DYING, module, step], env=environment, timeout=300
    )
    assert died.returncode == -signal.SIGKILL


def written():
    """Return how much there is of all that whistles and ways write."""
    models = (Whistle, Call, WhistleStep, Notice, Adoption, StepTaken, Series, Line)
    with scope(""):
        return {one.__name__: one.objects.count() for one in models}


def at_once(do):
    """Do the same twice at the same time; return what became of it, refusals last."""

    def once(_number):
        try:
            with scope(DISTRICT):
                return do()
        except Refusal as told:
            return told
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(once, range(2)))
    return sorted(found, key=lambda one: isinstance(one, Refusal))


def test_a_whistle_is_blown_whole_or_not_at_all_and_a_department_reports_once(clerk):
    before = written()
    killed("whistle.services", "notify")
    assert written() == before

    with scope(DISTRICT):
        whistle = whistles.blow(
            estate=Estate.objects.get(), title="外溢", words="三次清掏", asked="疏通",
            departments=[Organisation.objects.get()], by=clerk, on=DAY,
        )  # fmt: skip
        call = whistle.calls.get().pk
    assert whistle.number.endswith("-0001")  # the number of the one that died is not lost
    water = Person.objects.get(username="water")

    done, told = at_once(lambda: whistles.respond(call=call, words="来了", by=water, on=DAY))

    assert done.responded_on == DAY
    assert "排水集团已于 2026-06-01 报到" in str(told)
    with scope(DISTRICT):
        assert WhistleStep.objects.filter(verb=WhistleStep.Verb.RESPONDED).count() == 1


def test_a_way_is_adopted_whole_or_not_at_all_and_of_two_at_once_one_is_told(clerk):
    with scope(DISTRICT):
        project = open_project(estate=Estate.objects.get(), way=Way.APPLICATION, by=clerk, on=DAY)
    before = written()
    killed("modes.services", "record")
    assert written() == before

    def adopt():
        return modes.adopt(project=project, mode="shoukai", reason="已谈妥", by=clerk, on=DAY)

    done, told = at_once(adopt)

    assert "项目已采用“首开经验”" in str(told)
    step = modes.BY_ID[done.mode].steps[0].key

    def take():
        return modes.take_step(
            project=project, step=step, words="已完成", done_on=DAY, by=clerk, on=DAY
        )

    _taken, told = at_once(take)

    assert "clerk已登记这一步" in str(told)
    with scope(DISTRICT):
        assert (Adoption.objects.count(), StepTaken.objects.count()) == (1, 1)
