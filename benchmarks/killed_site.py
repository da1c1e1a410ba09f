"""A site on a data folder of its own that is served, killed with -9 and served again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, LiteralString

import psutil
import psycopg

from tools.walk import free_port

PASSWORD: Final = "a-password-of-the-test"  # noqa: S105
#: Somebody who may start jobs, made before the site is served.
PERSON: Final = f"""
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
#: Seconds until something must have happened.
PATIENCE: Final = 180


class Site:
    """The site on a data folder of its own, served, killed and served again."""

    def __init__(self, folder: Path) -> None:
        self.data, self.log = folder / "data", folder / "log"
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None
        self.run("prepare")
        self.run("manage", "shell", "-c", PERSON)

    def run(
        self, *arguments: str, check: bool = True, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command of the site to its end."""
        done = subprocess.run(  # noqa: S603 - our own command
            self._command(*arguments), env=self.environment(**more), capture_output=True,
            text=True,
        )  # fmt: skip
        if check and done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        return done

    def serve(self) -> None:
        """Start to serve, and return once the port is taken."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own command
                self._command("serve", "--port", str(self.port)),
                env=self.environment(), stdout=log, stderr=log,
            )  # fmt: skip
        self.until(self.answers)

    def until(self, happened: Callable[[], object]) -> None:
        """Wait until something happened; show the end of the log where it does not."""
        end = time.monotonic() + PATIENCE
        while not happened():
            if time.monotonic() > end:
                raise RuntimeError(self.log.read_text()[-3000:])
            time.sleep(0.05)

    def kill(self, *names: str) -> None:
        """Kill processes with -9: those of the web, of the worker, the database's first, ours."""
        process = self._served()
        ours = psutil.Process(process.pid)
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
            process.wait()

    def stop(self) -> None:
        """Ask it to stop, and wait for it."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(60)

    def ask(self, sql: LiteralString) -> list[tuple[Any, ...]]:
        """Return what the database says to its superuser."""
        host = f"host={self.data / 'postgres'} user=postgres dbname=jiugai"
        with psycopg.connect(host) as connection:
            return connection.execute(sql).fetchall()

    def answers(self) -> bool:
        """Return whether the port is taken."""
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            return True
        return False

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "jiugai.site", *arguments]

    def environment(self, **more: str) -> dict[str, str]:
        """Return the environment of its commands: this data folder, nothing of ours."""
        ours = ("JIUGAI_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
        others = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        own = {"JIUGAI_DATA": str(self.data), "JIUGAI_SECOND_FACTOR": "off"}
        return others | own | more

    def _served(self) -> subprocess.Popen[bytes]:
        if self.process is None:
            raise RuntimeError("It is not served.")
        return self.process
