"""Whatever is killed with -9 while people write: what was acknowledged is there afterwards."""

import random
import sys
import threading
import time
from http.client import HTTPException
from pathlib import Path

import psutil
import pytest

from benchmarks.killed_site import PASSWORD, Site
from tools.walk import Visitor

pytestmark = pytest.mark.slow
#: What is killed in each round; at the end everything at once, whoever looks after it first.
ROUNDS = (("web",), ("work", "database"), ("database",), ("serve", "database", "web", "work"))
WRITES_BEFORE_A_KILL = 3


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


@pytest.fixture
def writer(site):
    """Return somebody who writes until the test is over, however it ends."""
    made = Writer(site.port)
    made.start()
    yield made
    made.stop()


def test_nothing_acknowledged_is_lost_whatever_is_killed(site, writer):
    chance = random.Random(20261127)

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


@pytest.fixture
def stopped(site):
    """Yield the site stopped; it is served again for the tests that follow."""
    site.stop()
    yield site
    site.serve()


def test_the_command_that_is_asked_to_stop_stops_the_whole_site(stopped):
    served = psutil.Popen(
        [Path(sys.executable).with_name("jiugai"), "serve", "--port", str(stopped.port)],
        env=stopped.environment(),
    )
    stopped.until(stopped.answers)
    below = served.children(recursive=True)
    served.terminate()

    assert served.wait(60) == 0
    assert below
    assert not [one for one in below if one.is_running()]
    assert not (stopped.data / "postgres" / "postmaster.pid").exists()
