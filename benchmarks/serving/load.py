"""Load by wrk: some clients that ask for a list of paths, over and over, for some seconds."""

import json
import statistics
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.serving.data import PART
from benchmarks.serving.scratch import debian, run

WRK: Final = Path("/usr/bin/wrk")
SCRIPT: Final = Path(__file__).with_name("load.lua")
CLIENTS: Final = 16
SECONDS: Final = 10 if PART == 1 else 1
WARM_SECONDS: Final = 3 if PART == 1 else 1


@dataclass(frozen=True, slots=True)
class Load:
    """What a server did under load; `errors` counts bad statuses, breaks and time-outs."""

    per_second: float
    p50_ms: float
    p95_ms: float
    bytes_each: float
    errors: int


def under_load(
    base: str, paths: list[str], headers: Mapping[str, str], *, seconds: int = SECONDS
) -> Load:
    """Return how a server answers sixteen clients that wait for each answer before they ask on."""
    debian("wrk", proof=WRK)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(paths) + "\n")
        file.flush()
        shown = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
        options = ("-t1", f"-c{CLIENTS}", f"-d{seconds}s", "--timeout", "30s", "-s", str(SCRIPT))
        said = run(str(WRK), *options, *shown, base, "--", file.name)
    told = json.loads(next(line for line in said.splitlines() if line.startswith("{")))
    return Load(
        per_second=told["requests"] / told["seconds"],
        p50_ms=told["p50_ms"],
        p95_ms=told["p95_ms"],
        bytes_each=told["bytes"] / max(told["requests"], 1),
        errors=told["errors"],
    )


def middle(loads: list[Load]) -> Load:
    """Return the medians of several runs, and all of their errors."""
    return Load(
        per_second=statistics.median(one.per_second for one in loads),
        p50_ms=statistics.median(one.p50_ms for one in loads),
        p95_ms=statistics.median(one.p95_ms for one in loads),
        bytes_each=statistics.median(one.bytes_each for one in loads),
        errors=sum(one.errors for one in loads),
    )
