"""A search or an adoption that is killed with -9 leaves nothing half done."""

import os
import signal
import subprocess
import sys

import pytest
from django.db import connections
from django.utils import timezone

from jiugai.apps.accounts.models import Appointment, Person
from jiugai.apps.accounts.roles import Role
from jiugai.apps.accounts.rows import scope
from jiugai.apps.jobs.models import Job, State
from jiugai.apps.jobs.run import run
from jiugai.apps.jobs.stalled import take_up_stalled
from jiugai.apps.plans.models import Place, Plan, Result
from jiugai.apps.plans.services.adopt import Said, adopt
from jiugai.apps.plans.services.runs import start_run, stop_run
from jiugai.apps.projects.models import Project
from jiugai.apps.registry.models import Estate, Stage
from jiugai.kernel.errors import Refusal
from jiugai.site.config import DATABASE
from tests.apps.apart import apart
from tests.apps.conftest import DISTRICT, SETTINGS
from tests.apps.plans.conftest import ASKED, DAY, facts, made, solve

__all__ = ["apart"]
pytestmark = pytest.mark.slow

DYING = """
import os, signal, sys
from importlib import import_module
import django
django.setup()
def die(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)
module, _dot, name = sys.argv[2].rpartition(".")
setattr(import_module(module), name, die)
"""
WORKER = DYING + "from jiugai.apps.jobs.run import run\nrun(int(sys.argv[1]))\n"
ADOPTING = (
    DYING
    + """
from datetime import date
from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.plans.services.adopt import Said, adopt
with scope("110199"):
    person, said = Person.objects.get(), Said("计划", "纪要")
    adopt(run=int(sys.argv[1]), said=said, by=person, on=date(2026, 6, 1))
"""
)


@pytest.fixture
def person(apart):
    person = Person.objects.create(username="qu", name="曲明", division=DISTRICT)
    Appointment.objects.create(
        person=person, role=Role.DISTRICT_OFFICER, division=DISTRICT, since=timezone.localdate()
    )
    with scope(DISTRICT):
        Estate.objects.bulk_create(
            Estate(code=f"T{n:02}", division=f"{DISTRICT}001", facts=facts(n)) for n in range(8)
        )
    return person


def killed(script, *arguments):
    """Run a script in a process that is killed within a step; return how that ended."""
    settings = connections["default"].settings_dict
    address = f"host={settings['HOST']} user={settings['USER']} dbname={settings['NAME']}"
    environment = os.environ | SETTINGS | {DATABASE: address}
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, env=environment, timeout=300).returncode


def counted():
    with scope(DISTRICT):
        return {
            model.__name__: model.objects.count() for model in (Result, Place, Plan, Project)
        } | {"planned": Estate.objects.filter(stage=Stage.PLAN).count()}


@pytest.mark.parametrize(
    "step", ["jiugai.apps.plans.solving.make_plan", "jiugai.apps.plans.storing._places"]
)
def test_a_killed_search_leaves_no_half_result_and_is_done_again(person, step):
    with scope(DISTRICT):
        one = start_run(scenario=made("基准", person), by=person)
    before = counted()

    assert killed(WORKER, one.job_id, step) == -signal.SIGKILL
    assert counted() == before
    assert take_up_stalled() == 1
    run(one.job_id)

    with scope(DISTRICT):
        assert Job.objects.get(pk=one.job_id).state == State.DONE
        assert Result.objects.get().places.count() == 8


@pytest.mark.parametrize("step", ["set_stage", "_freeze", "record"])
def test_a_killed_adoption_leaves_no_half_plan_and_can_be_done_again(person, step):
    with scope(DISTRICT):
        result = solve(made("基准", person), person)
    before = counted()

    assert killed(ADOPTING, result.pk, f"jiugai.apps.plans.services.adopt.{step}") == -9
    assert counted() == before

    with scope(DISTRICT):
        adopt(run=result.pk, said=Said("计划", "纪要"), by=person, on=DAY)
    assert counted()["planned"] == result.estates


def test_a_run_shows_how_far_it_is_and_ends_with_the_best_when_asked(person):
    with scope(DISTRICT):
        one = start_run(scenario=made("基准", person, {**ASKED, "seconds": 60}), by=person)
        stop_run(run=one, by=person)
    run(one.job_id)

    with scope(DISTRICT):
        job = Job.objects.get(pk=one.job_id)
        assert job.state == State.DONE, job.message
        assert Result.objects.get().stop in ("asked", "proven")
        assert job.result["milli"] == Result.objects.get().milli
        with pytest.raises(Refusal, match="已经结束"):
            stop_run(run=one, by=person)


def test_a_search_that_cannot_be_done_says_why(person):
    demands = [{"kind": "锁定", "subject": f"T0{n}", "year": "2026"} for n in range(6)]
    with scope(DISTRICT):
        one = start_run(scenario=made("太多", person, {**ASKED, "demands": demands}), by=person)
    run(one.job_id)

    with scope(DISTRICT):
        job = Job.objects.get(pk=one.job_id)
        assert job.state == State.FAILED
        assert "要求 第" in job.message
        assert not Result.objects.exists()
