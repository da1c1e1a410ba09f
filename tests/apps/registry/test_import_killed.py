"""An import that is killed with -9 while it is stored leaves nothing, and is stored afterwards."""

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
from jiugai.apps.audit.models import Line
from jiugai.apps.jobs.models import State
from jiugai.apps.jobs.run import run
from jiugai.apps.jobs.stalled import take_up_stalled
from jiugai.apps.registry.models import Assessment, Building, Change, Estate, Import, Source
from jiugai.apps.registry.services import imports
from jiugai.site.config import DATABASE
from tests.apps.apart import apart
from tests.apps.conftest import DISTRICT, SETTINGS
from tests.apps.registry.import_helpers import BUILDINGS, begun, read

__all__ = ["apart"]
pytestmark = pytest.mark.slow

#: A worker that dies within a step of its work, after what the step before it wrote.
WORKER = """
import os, signal, sys
import django
django.setup()
from jiugai.apps.jobs.run import run
from jiugai.apps.registry.services import import_store
def die(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(import_store, sys.argv[2], die)
run(int(sys.argv[1]))
"""
WRITTEN = (Estate, Building, Source, Change, Assessment)


@pytest.fixture
def waiting(apart):
    """Return an import that waits for a worker to store it, and who wants that."""
    person = Person.objects.create(username="qu", name="曲明", division=DISTRICT)
    since = timezone.localdate()
    Appointment.objects.create(
        person=person, role=Role.DISTRICT_OFFICER, division=DISTRICT, since=since
    )
    with scope(DISTRICT):
        one = begun({"district_officer": person}, more=[("楼栋.csv", BUILDINGS)])
        read(one)
        imports.go_on(pk=one.pk, to=Import.State.PREVIEW)
        return imports.start_storing(pk=one.pk, by=person), person


def killed_within(step, job):
    """Do a job in a process that is killed within a step; return how that ended."""
    settings = connections["default"].settings_dict
    address = f"host={settings['HOST']} user={settings['USER']} dbname={settings['NAME']}"
    environment = os.environ | SETTINGS | {DATABASE: address}
    command = [sys.executable, "-c", WORKER, str(job), step]
    return subprocess.run(command, env=environment, timeout=300).returncode


def written():
    """Return how much of each kind is in the register."""
    with scope(DISTRICT):
        return {model.__name__: model.objects.count() for model in WRITTEN}


@pytest.mark.parametrize("step", ["insert_buildings", "record"])
def test_what_a_killed_worker_stored_is_undone_and_another_stores_all_of_it(waiting, step):
    one, _person = waiting
    before = written()

    assert killed_within(step, one.job_id) == -signal.SIGKILL
    assert written() == before
    assert take_up_stalled() == 1
    run(one.job_id)

    with scope(DISTRICT):
        one.refresh_from_db()
        assert (one.state, one.job.state) == (Import.State.STORED, State.DONE)
        assert written() == {
            "Estate": 3, "Building": 3, "Source": before["Source"] + 2,
            "Change": 6, "Assessment": 3,
        }  # fmt: skip
        assert Line.objects.filter(action="registry.import_stored").count() == 1


def test_a_person_can_have_it_stored_again_where_workers_kept_dying(waiting):
    one, person = waiting
    for _attempt in range(3):
        assert killed_within("assess", one.job_id) == -signal.SIGKILL
        take_up_stalled()
    with scope(DISTRICT):
        one.refresh_from_db()
        assert one.job.state == State.FAILED
        assert not Estate.objects.exists()
        again = imports.start_storing(pk=one.pk, by=person)
    run(again.job_id)

    with scope(DISTRICT):
        assert Import.objects.get(pk=one.pk).state == Import.State.STORED
        assert Estate.objects.count() == 3
