"""How long `jiugai serve` takes until the first page answers: the very first time, and after.

The very first start makes the database and all tables; later starts find them. Both are whole
processes, from the command to the last byte of the page on which people sign in.
"""

import http.client
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.measure import Result, tell
from benchmarks.serving.service import fetch, free_port, stop, stop_with_children

BAR_SECONDS: Final = 5.0
PATIENCE: Final = 120.0
LATER: Final = 5
PAGE: Final = "/account/login/"


def run() -> list[Result]:
    """Return a line for the first start and one for those after it."""
    with tempfile.TemporaryDirectory(prefix="jiugai-start-") as name:
        Path(name).chmod(0o755)  # PostgreSQL runs as another user where we are root
        data = Path(name) / "data"
        first, *later = (started(data) for _ in range(1 + LATER))
    return [
        line("first start on an empty data folder, until the first page", first),
        line(f"start on a prepared data folder, median of {LATER}", statistics.median(later)),
    ]


def line(name: str, took: float) -> Result:
    """Return the line of a start."""
    bar = f"≤ {BAR_SECONDS:.0f} s"
    return Result(f"`jiugai serve`: {name}", took, "s", bar, took <= BAR_SECONDS)


def started(data: Path) -> float:
    """Return the seconds until a page came; the site is stopped again."""
    port = free_port()
    begun = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-m", "jiugai.site", "serve", "--port", str(port)],
        env=os.environ | {"JIUGAI_DATA": str(data), "DATABASE_URL": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(process, f"http://127.0.0.1:{port}", begun)
        return time.perf_counter() - begun
    finally:
        process.send_signal(signal.SIGTERM)
        stop(process)


def wait_for(process: subprocess.Popen[bytes], base: str, begun: float) -> None:
    """Return once the page comes; raise RuntimeError if it never does."""
    while process.poll() is None and time.perf_counter() - begun < PATIENCE:
        try:
            fetch(base, PAGE, {})
        except (OSError, http.client.HTTPException):
            time.sleep(0.02)
        else:
            return
    raise RuntimeError("The site does not answer.")


if __name__ == "__main__":
    stop_with_children()
    tell(run())
