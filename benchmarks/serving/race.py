"""Sides under the same load, one after the other and again, so that none has the better moment."""

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from benchmarks.measure import Result
from benchmarks.serving.load import WARM_SECONDS, Load, middle, under_load
from benchmarks.serving.scratch import say

ROUNDS: Final = 3
#: What ours must reach: times the requests of the peer, and parts of its slow answers.
TIMES: Final = 2.0
PART: Final = 0.5


@dataclass(frozen=True, slots=True)
class Runner:
    """A side with the paths that it is asked for."""

    name: str
    base: str
    paths: list[str]
    headers: Mapping[str, str] = field(default_factory=dict)


def race(runners: list[Runner]) -> dict[str, Load]:
    """Return the medians of each side, run A B A B after a warm-up of each."""
    if (busy := os.getloadavg()[0]) > (os.cpu_count() or 1):
        say(f"the machine is busy (load {busy:.1f}): compare sides, trust no figure by itself")
    for one in runners:
        under_load(one.base, one.paths, one.headers, seconds=WARM_SECONDS)
    loads: dict[str, list[Load]] = {one.name: [] for one in runners}
    for _ in range(ROUNDS):
        for one in runners:
            loads[one.name].append(under_load(one.base, one.paths, one.headers))
    return {name: middle(runs) for name, runs in loads.items()}


def per_second(what: str, ours: str, loads: dict[str, Load]) -> Result:
    """Return the line of requests a second against the better of the peers."""
    peers = {name: load for name, load in loads.items() if name != ours}
    best = max(peers, key=lambda name: peers[name].per_second)
    ratio = loads[ours].per_second / peers[best].per_second
    return Result(
        f"{what}: requests",
        loads[ours].per_second,
        "/s",
        f"≥ {TIMES:.2f} × peer, without errors",
        ratio >= TIMES and not loads[ours].errors,
        best,
        peers[best].per_second,
        ratio,
    )


def slow_answers(what: str, ours: str, loads: dict[str, Load]) -> Result:
    """Return the line of the time within which 95 of 100 answers came, against the only peer."""
    ((peer, load),) = ((name, load) for name, load in loads.items() if name != ours)
    ratio = loads[ours].p95_ms / load.p95_ms
    bar = f"≤ {PART:.2f} × peer"
    name = f"{what}: 95 of 100 within"
    return Result(name, loads[ours].p95_ms, "ms", bar, ratio <= PART, peer, load.p95_ms, ratio)


def alone(what: str, loads: dict[str, Load]) -> list[dict[str, Any]]:
    """Return the figures of each side without a judgement."""
    return [{"what": what, "side": name, **rounded(load)} for name, load in loads.items()]


def rounded(load: Load) -> dict[str, float]:
    """Return the figures as a person reads them."""
    return {name: round(float(value), 1) for name, value in asdict(load).items()}
