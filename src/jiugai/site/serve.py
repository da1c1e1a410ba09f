"""Serve the site: web processes and the worker, on a database that is up to date."""

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _
from jiugai.site.config import DEMO, HOSTS, OWNER_DATABASE, config
from jiugai.site.database import available
from jiugai.site.locks import alone
from jiugai.site.parts import Parts, say
from jiugai.site.server import Server

#: Seconds for a port that a killed predecessor is just giving up.
PORT_PATIENCE = 6.0


def serve(arguments: list[str]) -> int:
    """Run until a signal asks to stop; return the exit code."""
    parser = argparse.ArgumentParser(prog="jiugai serve")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--demo", action="store_true")
    said = parser.parse_args(arguments)
    if said.demo:
        os.environ[DEMO] = "1"
    try:
        with _only_one():
            _free(said.host, said.port)
            with available() as server:
                _prepare(demo=said.demo)
                return _serve(server, said.host, said.port, demo=said.demo)
    except InputError as error:
        say(str(error))
        return 1


@contextmanager
def _only_one() -> Iterator[None]:
    """Hold the data folder; raises InputError where another serve has it."""
    data = config().data
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    (data / "static").mkdir(exist_ok=True)
    path = data / "serve.lock"
    with alone(path) as is_alone:
        if not is_alone:
            raise InputError(
                _(
                    "已有一个服务在使用这个数据目录（进程 {pid}）；"
                    "请先停止它，或用 JIUGAI_DATA 另指一个目录。"
                ).format(pid=path.read_text().strip()),
                file=str(data),
            )
        yield


def _free(host: str, port: int) -> None:
    """Raise InputError if a port stays taken."""
    end = time.monotonic() + PORT_PATIENCE
    while True:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                if time.monotonic() > end:
                    raise InputError(
                        _("{host}:{port} 已被占用或不可用；请用 --port 换一个端口。").format(
                            host=host, port=port
                        )
                    ) from error
            else:
                return
        time.sleep(0.2)


def _prepare(*, demo: bool) -> None:
    """Bring the database up to date in a process of its own, if anything has changed."""
    from jiugai.site.prepared import DEMO as HAS_DEMO
    from jiugai.site.prepared import PREPARED, remembered, wanted

    owner = os.environ.get(OWNER_DATABASE)
    if not owner:
        return
    notes = remembered(owner)
    if notes.get(PREPARED) == wanted() and (not demo or HAS_DEMO in notes):
        return
    say(_("正在准备数据库……"))
    command = [sys.executable, "-m", "jiugai.site", "prepare", *(["--demo"] if demo else [])]
    if subprocess.run(command).returncode:  # noqa: S603 - ourselves
        raise InputError(_("数据库没有准备好，原因见上。"))


def _serve(server: Server | None, host: str, port: int, *, demo: bool) -> int:
    environment = os.environ | {OWNER_DATABASE: ""}  # the parts work without the owner's rights
    if host not in ("127.0.0.1", "localhost", "0.0.0.0"):  # noqa: S104 - compared only
        environment.setdefault(HOSTS, f"{host},127.0.0.1,localhost")
    ourselves = [sys.executable, "-m", "jiugai.site"]
    parts = Parts(environment)
    parts.add(_("网页服务"), [*ourselves, "web", "--host", host, "--port", str(port)])
    shown = False
    try:
        while not parts.asked:
            parts.look_after()
            if server is not None:
                _revive(server)
            if not shown and _answers(host, port):
                shown = True
                parts.add(_("后台任务"), [*ourselves, "work"])  # pages come first
                _show(host, port, demo=demo)
            parts.wait(1.0 if shown else 0.05)
    finally:
        parts.stop()
    return 0


def _revive(server: Server) -> None:
    """Start the database again where it was killed; it recovers what was acknowledged."""
    if not server.answers():
        say(_("数据库意外停止，正在恢复……"))
        server.start()


def _answers(host: str, port: int) -> bool:
    with suppress(OSError), socket.create_connection((host, port), timeout=1):
        return True
    return False


def _show(host: str, port: int, *, demo: bool) -> None:
    """Say where the site is and, for the made-up district, who can sign in."""
    say(f"http://{host}:{port}/")
    if demo:
        command = [sys.executable, "-m", "jiugai.site", "sign-ins"]
        subprocess.Popen(command)  # noqa: S603 - ourselves; nobody waits for it
