"""Serve the site: web processes and the worker, on a database that is up to date."""

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from jiugai.kernel.errors import InputError
from jiugai.kernel.i18n import _
from jiugai.site.config import DEMO, HOSTS, OWNER_DATABASE, config
from jiugai.site.database import addressed, started
from jiugai.site.locks import alone
from jiugai.site.parts import Parts, say
from jiugai.site.prepared import is_prepared
from jiugai.site.server import Server
from jiugai.site.structure import lay_out

OURSELVES: Final = (sys.executable, "-m", "jiugai.site")
#: Seconds for a port that a killed predecessor is just giving up.
PORT_PATIENCE: Final = 6.0


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
            with (
                addressed() as server,
                _parts(said.host, said.port) as parts,
                _ahead(server, demo=said.demo) as maker,
                started(server),
            ):
                _prepare(parts, maker, demo=said.demo)
                _serve(parts, server, said.host, said.port, demo=said.demo)
                parts.stop()  # before the database does
    except InputError as error:
        say(str(error))
        return 1
    return 0


@contextmanager
def _parts(host: str, port: int) -> Iterator[Parts]:
    """Start the pages, which load while the database is made ready, and stop all parts after."""
    parts = Parts(_environment(host))
    web = [*OURSELVES, "web", "--host", host, "--port", str(port)]
    parts.add(_("网页服务"), web)
    try:
        yield parts
    finally:
        parts.stop()


@contextmanager
def _ahead(server: Server | None, *, demo: bool) -> Iterator["subprocess.Popen[bytes] | None"]:
    """Start what makes the demo while its new database is made: loading its parts takes long."""
    if not demo or server is None or server.is_made:
        yield None
        return
    maker = _maker(demo=True)
    try:
        yield maker
    finally:
        maker.terminate()
        maker.wait()


def _maker(*, demo: bool) -> "subprocess.Popen[bytes]":
    """Start what prepares the database; it waits until its input is closed."""
    command = [*OURSELVES, "prepare", "--when-told", *(["--demo"] if demo else [])]
    return subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603 - ourselves


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


def _prepare(parts: Parts, maker: "subprocess.Popen[bytes] | None", *, demo: bool) -> None:
    """Bring the database up to date, if anything has changed: migrations in a process apart."""
    owner = os.environ.get(OWNER_DATABASE)
    if not owner:
        return
    if lay_out(owner):
        config().seal_keys()  # makes the key where there is none yet
    if is_prepared(owner, demo=demo):
        return
    say(_("正在准备数据库……"))
    with maker or _maker(demo=demo) as process:
        process.stdin.close()  # type: ignore[union-attr] # a pipe
        while process.poll() is None and not parts.asked:
            parts.wait(0.05)
        process.terminate()
    if process.returncode and not parts.asked:
        raise InputError(_("数据库没有准备好，原因见上。"))


def _serve(parts: Parts, server: Server | None, host: str, port: int, *, demo: bool) -> None:
    shown = False
    while not parts.asked:
        parts.look_after()
        if server is not None:
            _revive(server)
        if not shown and _answers(host, port):
            shown = True
            parts.add(_("后台任务"), [*OURSELVES, "work"])  # pages come first
            _show(host, port, demo=demo)
        parts.wait(1.0 if shown else 0.05)


def _environment(host: str) -> dict[str, str]:
    """Return what the parts are started with: without the owner's rights."""
    environment = os.environ | {OWNER_DATABASE: ""}
    if host not in ("127.0.0.1", "localhost", "0.0.0.0"):  # noqa: S104 - compared only
        environment.setdefault(HOSTS, f"{host},127.0.0.1,localhost")
    return environment


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
        subprocess.Popen([*OURSELVES, "sign-ins"])  # noqa: S603 - ourselves; nobody waits for it
