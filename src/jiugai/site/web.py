"""The web processes: granian with the site."""

import argparse
import os
import time
from importlib import import_module
from typing import Final

import psycopg

from jiugai.kernel.i18n import _
from jiugai.site.config import config
from jiugai.site.orphans import end_with_parent
from jiugai.site.parts import say
from jiugai.site.prepared import is_prepared

#: Seconds after which we say what we wait for.
PATIENCE: Final = 300.0
#: Requests that a process has in hand: a few are worked on (`web.at_once`), the others wait for
#: their turn or for a commit.
THREADS: Final = 16


def web(arguments: list[str]) -> int:
    """Answer requests until asked to stop."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    parser = argparse.ArgumentParser(prog="jiugai.site web")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--workers", type=int, default=2)
    said = parser.parse_args(arguments)
    end_with_parent()
    os.register_at_fork(after_in_child=end_with_parent)
    import_module("jiugai.site.wsgi").load()  # once, before the workers are forked
    _wait_for_database()
    Granian(
        "jiugai.site.wsgi:application",
        address=said.host,
        port=said.port,
        interface=Interfaces.WSGI,
        workers=said.workers,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve()
    return 0


def _wait_for_database() -> None:
    """Return once the database is what this version wants; no page is shown on another."""
    known, told_at = config(), time.monotonic() + PATIENCE
    while not _is_ready(known.database, demo=known.demo):
        if time.monotonic() > told_at:
            told_at = float("inf")
            say(_("数据库还没有准备好；请停止服务后执行 python -m jiugai.site prepare。"))
        time.sleep(0.05)


def _is_ready(address: str, *, demo: bool) -> bool:
    try:
        return is_prepared(address, demo=demo)
    except psycopg.OperationalError:
        return False  # it starts, or is just being made
