"""A server as a process of its own: started, waited for, stopped with all its children."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

#: Seconds until a server must answer, and until it must have stopped.
START: Final = 300
STOP: Final = 15


@contextmanager
def running(
    command: list[str],
    *,
    base: str,
    ready: str,
    environment: Mapping[str, str],
    folder: Path,
    headers: Mapping[str, str] | None = None,
) -> Iterator[None]:
    """Run a server in a folder until the block ends; it has answered at `ready` when it begins."""
    log = folder / f"{Path(command[0]).name}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - commands of this package only
            command,
            cwd=folder,
            env=os.environ | dict(environment),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_until_ready(process, base, ready, headers or {}, log)
        yield
    finally:
        stop(process)


def wait_until_ready(
    process: subprocess.Popen[bytes], base: str, path: str, headers: Mapping[str, str], log: Path
) -> None:
    """Return once the server answers with a good status; raise with its log if it never does."""
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            fetch(base, path, headers)
        except (OSError, http.client.HTTPException):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"{log.stem} does not answer:\n{log.read_text()[-3000:]}")


def stop_with_children() -> None:
    """Let a polite end of this process run its last words, which stop the servers."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a server and the children that it started, by force if it does not listen."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
            process.wait(STOP)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def fetch(
    base: str, path: str, headers: Mapping[str, str], *, method: str = "GET", body: str = ""
) -> bytes:
    """Return the body of an answer; a bad status is an error."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=60)
    try:
        connection.request(method, path, body or None, dict(headers))
        answer = connection.getresponse()
        found = answer.read()
    finally:
        connection.close()
    if answer.status != http.client.OK:
        raise OSError(f"{answer.status} for {base}{path}: {found[:500]!r}")
    return found


def free_port() -> int:
    """Return a port of the loopback interface that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
