"""Whatever is killed with -9 while people write: what was acknowledged is there afterwards."""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path

import psutil
import psycopg
import pytest

from tools.walk import Visitor, free_port

pytestmark = pytest.mark.slow
PASSWORD = "a-password-of-the-test"  # noqa: S105
#: Somebody who may start jobs, made before the site is served.
PERSON = f"""
from datetime import date
from django.utils import timezone
from jiugai.apps.accounts.models import Appointment, Person
person = Person(username="shenji", name="shenji", division="110199")
person.set_password("{PASSWORD}")
person.password_changed_at = timezone.now()
person.save()
Appointment.objects.create(
    person=person, role="auditor", division="110199", since=date(2020, 1, 1))
"""
#: What is killed in each round; at the end everything at once, whoever looks after it first.
ROUNDS = (("web",), ("work", "database"), ("database",), ("serve", "database", "web", "work"))
WRITES_BEFORE_A_KILL = 3
PATIENCE = 180


class Site:
    """The site on a data folder of its own, served, killed and served again."""

    def __init__(self, folder):
        self.data, self.log = folder / "data", folder / "log"
        self.port = free_port()
        self.process = None
        self.run("prepare")
        self.run("manage", "shell", "-c", PERSON)

    def run(self, *arguments, check=True, **more):
        """Run a command of the site to its end."""
        done = subprocess.run(
            self._command(*arguments), env=self._environment(**more), capture_output=True,
            text=True,
        )  # fmt: skip
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def serve(self):
        """Start to serve, and return once the port is taken."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command("serve", "--port", str(self.port)),
                env=self._environment(), stdout=log, stderr=log,
            )  # fmt: skip
        self.until(self._answers)

    def until(self, happened):
        """Wait until something happened; show the end of the log where it does not."""
        end = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < end, self.log.read_text()[-3000:]
            time.sleep(0.05)

    def kill(self, *names):
        """Kill processes with -9: those of the web, of the worker, the database's first, ours."""
        ours = psutil.Process(self.process.pid)
        below = ours.children(recursive=True)
        first = int((self.data / "postgres" / "postmaster.pid").read_text().split()[0])
        found = {
            "serve": [ours.pid],
            "database": [first],
            "web": [one.pid for one in below if "web" in one.cmdline()],
            "work": [one.pid for one in below if "work" in one.cmdline()],
        }
        for pid in (pid for name in names for pid in found[name]):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if "serve" in names:
            self.process.wait()

    def stop(self):
        """Ask it to stop, and wait for it."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(60)

    def ask(self, sql):
        """Return what the database says to its superuser."""
        host = f"host={self.data / 'postgres'} user=postgres dbname=jiugai"
        with psycopg.connect(host) as connection:
            return connection.execute(sql).fetchall()

    def _answers(self):
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            return True
        return False

    def _command(self, *arguments):
        return [sys.executable, "-m", "jiugai.site", *arguments]

    def _environment(self, **more):
        ours = ("JIUGAI_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
        others = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        own = {"JIUGAI_DATA": str(self.data), "JIUGAI_SECOND_FACTOR": "off"}
        return others | own | more


class Writer(threading.Thread):
    """A person who signs in and writes; every write that was answered is acknowledged."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.base = f"http://127.0.0.1:{port}"
        self.acknowledged = []
        self.visitor = None
        self.stopping = threading.Event()

    def run(self):
        """Write until asked to stop; sign in anew after whatever went wrong."""
        while not self.stopping.is_set():
            try:
                self.visitor = self.visitor or Visitor(self.base).sign_in("shenji", PASSWORD)
                self.write()
            except (OSError, HTTPException, RuntimeError):  # not answered: not acknowledged
                self.visitor = None
                time.sleep(0.2)

    def write(self):
        """Start a verification and keep the number of the job that the site answers with."""
        answer = self.visitor.post("/record/verify", {}, page="/record")
        if answer.status != 200 or not answer.path.startswith("/jobs/"):
            raise RuntimeError(f"{answer.status} {answer.path}")
        self.acknowledged.append(int(answer.path.rsplit("/", 1)[1]))

    def stop(self):
        """Ask it to stop, and wait for it."""
        self.stopping.set()
        self.join(60)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Yield the site while it is served."""
    made = Site(tmp_path_factory.mktemp("site"))
    try:
        made.serve()
        yield made
    finally:
        made.stop()


def test_nothing_acknowledged_is_lost_whatever_is_killed(site):
    chance = random.Random(20261127)
    writer = Writer(site.port)
    writer.start()

    def more(wanted):
        so_far = len(writer.acknowledged)
        site.until(lambda: len(writer.acknowledged) >= so_far + wanted)

    for names in ROUNDS:
        more(WRITES_BEFORE_A_KILL)
        time.sleep(chance.random())
        site.kill(*names)
        if "serve" in names:
            site.serve()
    more(1)
    writer.stop()

    jobs = {id_ for (id_,) in site.ask("SELECT id FROM jobs_job")}
    recorded = site.ask("SELECT subject_id::bigint FROM audit_line WHERE action = 'jobs.started'")
    assert len(writer.acknowledged) > len(ROUNDS) * WRITES_BEFORE_A_KILL
    assert set(writer.acknowledged) <= jobs
    assert jobs == {id_ for (id_,) in recorded}
    open_jobs = "SELECT 1 FROM jobs_job WHERE state IN ('waiting', 'running')"
    site.until(lambda: not site.ask(open_jobs))
    site.run("manage", "verify_record")


def test_a_second_service_and_a_taken_port_are_refused_in_one_sentence(site, tmp_path):
    def refused(**more):
        done = site.run("serve", "--port", str(site.port), check=False, **more)
        assert done.returncode == 1
        return done.stderr.strip()

    same, other = refused(), refused(JIUGAI_DATA=str(tmp_path / "other"))

    assert "已有一个服务" in same
    assert "--port" in other
    assert len(same.splitlines()) == len(other.splitlines()) == 1
    assert not (tmp_path / "other" / "postgres").exists()


def test_the_command_that_is_asked_to_stop_stops_the_whole_site(site):
    site.stop()
    served = psutil.Popen(
        [Path(sys.executable).with_name("jiugai"), "serve", "--port", str(site.port)],
        env=site._environment(),
    )
    site.until(site._answers)
    below = served.children(recursive=True)
    served.terminate()

    assert served.wait(60) == 0
    assert below
    assert not [one for one in below if one.is_running()]
    assert not (site.data / "postgres" / "postmaster.pid").exists()
