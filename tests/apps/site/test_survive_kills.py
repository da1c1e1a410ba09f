"""Whatever is killed with -9 while people write: what was acknowledged is there afterwards."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import psutil
import psycopg
import pytest

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
ROUNDS = 10
PORT = 8229
WRITES_BEFORE_A_KILL = 4


class Browser:
    """A person who signs in and writes; every write that was answered is acknowledged."""

    def __init__(self):
        self.jar = CookieJar()
        # The tests' own machine, whatever proxy the environment names.
        handlers = urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.jar)
        self.opener = urllib.request.build_opener(*handlers)
        self.acknowledged = []

    def get(self, path):
        with self.opener.open(f"http://127.0.0.1:{PORT}{path}", timeout=15) as answer:
            return answer.read().decode()

    def post(self, path, page, **values):
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page).group(1)
        data = urllib.parse.urlencode({**values, "csrfmiddlewaretoken": token}).encode()
        with self.opener.open(f"http://127.0.0.1:{PORT}{path}", data, timeout=15) as answer:
            return answer.url, answer.read().decode()

    def sign_in(self):
        page = self.get("/account/login/")
        url, _page = self.post("/account/login/", page, login="shenji", password=PASSWORD)
        assert "/login" not in url

    def write(self):
        """Start a verification and keep the number of the job that the site answers with."""
        url, _page = self.post("/record/verify", self.get("/record"))
        self.acknowledged.append(int(url.rsplit("/", 1)[1]))


@pytest.fixture
def site(tmp_path):
    """Yield a function that starts the site on one data folder."""
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("JIUGAI_", "DATABASE_URL"))},
        "JIUGAI_DATA": str(tmp_path / "data"),
        "JIUGAI_SECOND_FACTOR": "off",
    }
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    log = (tmp_path / "log").open("ab")
    for arguments in (["prepare"], ["manage", "shell", "-c", PERSON]):
        command = [sys.executable, "-m", "jiugai.site", *arguments]
        subprocess.run(command, env=environment, stdout=log, stderr=log, check=True)
    running = []

    def start():
        command = [sys.executable, "-m", "jiugai.site", "serve", "--port", str(PORT)]
        running.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log))
        return running[-1]

    yield start
    for process in running:
        if process.poll() is None:
            process.terminate()
            process.wait(60)
    log.close()


def wait_for_port(seconds=300):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", PORT), 1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the site did not come up")


def write_until(browser, stop):
    while not stop.is_set():
        try:
            browser.write()
        except (OSError, AttributeError, ValueError):  # not answered: not acknowledged
            time.sleep(0.3)
            try:
                browser.sign_in()
            except (OSError, AttributeError, AssertionError):
                time.sleep(0.3)


def victims(serve, folder):
    """Return the processes of the web, of the worker, and the database's first."""
    below = serve.children(recursive=True)
    web = [one for one in below if "web" in one.cmdline()]
    work = [one for one in below if "work" in one.cmdline()]
    first = int((folder / "postgres" / "postmaster.pid").read_text().split()[0])
    return web, work, [psutil.Process(first)]


def kill(processes):
    for process in processes:
        try:
            os.kill(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


@pytest.mark.slow
@pytest.mark.soak
def test_nothing_acknowledged_is_lost_in_ten_rounds_of_kills(site, tmp_path):
    chance, folder = random.Random(20261127), tmp_path / "data"
    process = site()
    wait_for_port()
    browser, stop = Browser(), threading.Event()
    browser.sign_in()
    writer = threading.Thread(target=write_until, args=(browser, stop))
    writer.start()
    for round_ in range(ROUNDS):
        count = len(browser.acknowledged)
        end = time.monotonic() + 180
        while len(browser.acknowledged) < count + WRITES_BEFORE_A_KILL:
            assert time.monotonic() < end, (tmp_path / "log").read_text()[-3000:]
            time.sleep(0.05)
        time.sleep(chance.random())
        everything = [psutil.Process(process.pid)]
        web, work, database = victims(everything[0], folder)
        if round_ % 3 == 2:  # all at once, the parent first
            kill([*everything, *database, *web, *work])
            process.wait()
            process = site()
        else:
            kill(chance.choice([web, work, database, [*web, *database], [*work, *database]]))
    count, end = len(browser.acknowledged), time.monotonic() + 180
    while len(browser.acknowledged) < count + 1 and time.monotonic() < end:
        time.sleep(0.1)
    stop.set()
    writer.join(60)

    assert len(browser.acknowledged) > ROUNDS * WRITES_BEFORE_A_KILL
    host = f"host={folder / 'postgres'} user=postgres dbname=jiugai"
    with psycopg.connect(host) as connection:
        found = connection.execute("SELECT id, state FROM jobs_job").fetchall()
        record = connection.execute(
            "SELECT subject_id::bigint FROM audit_line WHERE action = 'jobs.started'"
        ).fetchall()
    assert set(browser.acknowledged) <= {id_ for id_, _state in found}
    assert {id_ for id_, _state in found} == {id_ for (id_,) in record}
    _every_job_ends(host)
    environment = {**os.environ, "JIUGAI_DATA": str(folder)}
    for name in ("DATABASE_URL", "JIUGAI_OWNER_DATABASE_URL"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "jiugai.site", "manage", "verify_record"],
        env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def _every_job_ends(host):
    end = time.monotonic() + 180
    with psycopg.connect(host, autocommit=True) as connection:
        while time.monotonic() < end:
            row = connection.execute(
                "SELECT count(*) FROM jobs_job WHERE state IN ('waiting', 'running')"
            ).fetchone()
            if row == (0,):
                return
            time.sleep(0.5)
    raise AssertionError("jobs stayed behind")


@pytest.mark.slow
@pytest.mark.soak
def test_a_second_service_and_a_taken_port_are_refused_in_one_sentence(site, tmp_path):
    site()
    wait_for_port()
    environment = {**os.environ, "JIUGAI_DATA": str(tmp_path / "data")}
    for name in ("DATABASE_URL", "JIUGAI_OWNER_DATABASE_URL"):
        environment.pop(name, None)

    def refused(**more):
        done = subprocess.run(
            [sys.executable, "-m", "jiugai.site", "serve", "--port", str(PORT)],
            env=environment | more, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 1
        return done.stderr

    assert "已有一个服务" in refused()
    assert "--port" in refused(JIUGAI_DATA=str(tmp_path / "other"))
