"""How long `jiugai --help` takes as a whole process."""

import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from benchmarks.measure import Result, seconds, tell

BAR_SECONDS = 0.3


def run() -> list[Result]:
    """Return one line."""
    beside = Path(sys.executable).with_name("jiugai")
    command = str(beside if beside.exists() else shutil.which("jiugai"))
    took = statistics.median(
        seconds(lambda: subprocess.run([command, "--help"], check=True, capture_output=True))  # noqa: S603
    )
    bar = f"≤ {BAR_SECONDS} s"
    return [Result("help of the command, as a whole process", took, "s", bar, took <= BAR_SECONDS)]


if __name__ == "__main__":
    tell(run())
