"""The web processes: granian with the site."""

import argparse
import os
from importlib import import_module

from jiugai.site.orphans import end_with_parent


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
    Granian(
        "jiugai.site.wsgi:application",
        address=said.host,
        port=said.port,
        interface=Interfaces.WSGI,
        workers=said.workers,
        blocking_threads=8,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve()
    return 0
