"""What every measurement shares: a result, a clock, and the peak of memory."""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table; `ratio` is ours over the peer's, `bar` what it must not exceed."""

    name: str
    ours: float
    unit: str
    bar: str
    holds: bool
    peer: str = "–"
    theirs: float | None = None
    ratio: float | None = None
    memory_gib: float | None = None


def seconds(work: Callable[[], object], *, runs: int = 7, warm_up: int = 1) -> list[float]:
    """Return how long each of some runs took, after runs that do not count."""
    for _ in range(warm_up):
        work()
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return found


def in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], *, runs: int = 7
) -> tuple[float, float, float]:
    """Return the medians of ours, theirs and of the ratio pair by pair, run A B A B."""
    ours(), theirs()  # type: ignore[func-returns-value]
    pairs = [
        (seconds(ours, runs=1, warm_up=0)[0], seconds(theirs, runs=1, warm_up=0)[0])
        for _ in range(runs)
    ]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def peak_gib() -> float:
    """Return the largest resident memory of this process so far, in GiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def tell(results: Iterable[Result]) -> None:
    """Print results as they come for the process that asked for them, one JSON object a line."""
    for result in results:
        sys.stdout.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
        sys.stdout.flush()
