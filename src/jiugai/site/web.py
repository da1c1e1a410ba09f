"""The web processes: granian with the site."""

import argparse
import os
from typing import Final

from jiugai.site.orphans import end_with_parent

#: Tells the web processes that they have a parent to end with.
SERVED: Final = "JIUGAI_SERVED"


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
    os.environ[SERVED] = "1"
    end_with_parent()
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
