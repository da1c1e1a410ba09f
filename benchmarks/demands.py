"""Near-duplicate search among 1,000,000 demands, and how much of an exhaustive search it finds.

What is timed is what a clerk waits for: `likely_repeats` within a division under row security,
bands, candidates, exact likeness and all. In the same run every query is held against every text.
"""

import os
import random
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, Final

import psycopg

from benchmarks.demand_texts import Exhaustive, paraphrase, texts
from benchmarks.empty_site import empty_site
from benchmarks.measure import Result, peak_gib, tell

DEMANDS: Final = int(1_000_000 * float(os.environ.get("JIUGAI_BENCH_PART", "1")))
ESTATES: Final = 4_000
QUERIES: Final = 60
BAR: Final = 100.0
PLACE: Final = "110199"
#: From here on an exhaustive search calls two texts likely repeats, wherever they are.
ALIKE: Final = 0.5
BLOCK: Final = 50_000

_DEMANDS: Final = """COPY demands_demand (id, estate_id, division, text, kind, nature, channel,
  ticket, asked_at, state, due_on, due_by, answer, contentment, version) FROM STDIN"""


def run() -> list[Result]:
    """Return how long a search takes, and its recall of an exhaustive one."""
    with tempfile.TemporaryDirectory() as folder, empty_site(Path(folder)) as owner:
        return _measured(owner)


def _measured(owner: str) -> list[Result]:
    chance = random.Random(12345)
    said, parts = texts(DEMANDS, chance)
    every = Exhaustive(said)
    _fill(owner, said, every)
    asked = chance.sample(range(DEMANDS), QUERIES)
    queries = [paraphrase(parts[n], chance) for n in asked]
    took, found = _search(queries)
    truth, theirs = _exhaustive(every, queries)
    recall = _recall(found, truth)
    median, slow = statistics.median(took), sorted(took)[int(len(took) * 0.95)]
    words = f"likely repeats among {DEMANDS:,} demands"
    ratio = statistics.median(a / b for a, b in zip(took, theirs, strict=True))
    results = [
        Result(
            words, median, "ms", f"≤ {BAR:.0f} ms", median <= BAR,
            "exhaustive search with numpy", statistics.median(theirs), ratio, peak_gib(),
        ),
        Result(f"{words}, 95 of 100", slow, "ms", f"≤ {BAR:.0f} ms", slow <= BAR),
        Result(
            f"{words}: found of the five most alike, from {ALIKE:g} on", recall * 100, "%",
            "≥ 90 %", recall >= 0.9, "exhaustive search", 100.0, recall,
        ),
    ]  # fmt: skip
    return results + _trigrams(owner, queries, statistics.median(took))


def _fill(owner: str, said: Sequence[str], every: Exhaustive) -> None:
    from jiugai.apps.accounts.rows import scope
    from jiugai.apps.demands.likeness import bands_of
    from jiugai.apps.registry.models import Estate

    bands = every.bands()
    for n in range(0, len(said), max(1, len(said) // 50)):
        if sorted(bands[:, n].tolist()) != sorted(bands_of(said[n])):
            raise RuntimeError(f"The bands of a text are not those that the site keeps: {said[n]}")
    with scope(PLACE):
        made = Estate.objects.bulk_create(
            Estate(code=f"E{n}", division=_division(n), facts={"name": f"小区{n}"})
            for n in range(ESTATES)
        )
    estates = [one.pk for one in made]
    with psycopg.connect(owner, autocommit=True) as connection:
        connection.execute("ALTER TABLE demands_band DROP CONSTRAINT demands_band_pkey")
        with connection.cursor().copy(_DEMANDS) as copy:
            for n, text in enumerate(said):
                copy.write(_row(n, estates[n % ESTATES], text))
        with connection.cursor().copy(
            "COPY demands_band (band, division, demand_id) FROM STDIN"
        ) as copy:
            for start in range(0, len(said), BLOCK):
                copy.write("".join(_bands(bands, start, min(start + BLOCK, len(said)))))
        connection.execute("ALTER TABLE demands_band ADD PRIMARY KEY (band, division, demand_id)")
        connection.execute("VACUUM ANALYZE demands_band")
        connection.execute("VACUUM ANALYZE demands_demand")


def _division(n: int) -> str:
    return f"{PLACE}{n % 15 + 1:03d}"


def _row(n: int, estate: int, text: str) -> str:
    return (
        f"{n + 1}\t{estate}\t{_division(n % ESTATES)}\t{text}\tother\thelp\tphone\t\t"
        "2026-05-01 09:00+08\tassigned\t2026-05-12\toffice\t\t\t1\n"
    )


def _bands(bands: Any, start: int, end: int) -> list[str]:
    return [
        f"{band}\t{_division(n % ESTATES)}\t{n + 1}\n"
        for n, own in zip(range(start, end), bands[:, start:end].T.tolist(), strict=True)
        for band in set(own)
    ]


def _search(queries: Sequence[str]) -> tuple[list[float], list[list[int]]]:
    from jiugai.apps.accounts.rows import scope
    from jiugai.apps.demands.ledger.repeats import likely_repeats
    from jiugai.apps.registry.models import Estate

    took, found = [], []
    for n, query in enumerate((queries[0], *queries)):  # the first once more, to warm up
        with scope(PLACE):
            estate = Estate.objects.get(code=f"E{n * 7 % ESTATES}")
            start = perf_counter()
            likely = likely_repeats(query, estate=estate)
            took.append((perf_counter() - start) * 1000)
            found.append([one.demand.pk for one in _anywhere(query)])
            if any(one.share < 0.3 for one in likely):
                raise RuntimeError("Something was suggested that is not alike.")
    return took[1:], found[1:]


def _anywhere(query: str) -> Any:
    """Return what a search finds that favours no estate, as the exhaustive one does."""
    from jiugai.apps.demands.ledger.repeats import likely_repeats

    return likely_repeats(query)


def _exhaustive(
    every: Exhaustive, queries: Sequence[str]
) -> tuple[list[list[float]], list[float]]:
    truth, took = [], []
    for query in queries:
        start = perf_counter()
        alike = every.likenesses(query)
        took.append((perf_counter() - start) * 1000)
        truth.append(alike.tolist())
    return truth, took


def _recall(found: Sequence[Sequence[int]], truth: Sequence[Sequence[float]]) -> float:
    """Return how many of the five most alike were found; one just as alike counts as well."""
    hits = wanted = 0
    for ours, alike in zip(found, truth, strict=True):
        best = [one for one in sorted(alike, reverse=True)[:5] if one >= ALIKE]
        got = sorted((alike[pk - 1] for pk in ours), reverse=True)
        hits += sum(a >= b - 1e-9 for a, b in zip(got, best, strict=False))
        wanted += len(best)
    return hits / wanted if wanted else 1.0


def _trigrams(owner: str, queries: Sequence[str], ours: float) -> list[Result]:
    """Return the time of PostgreSQL's own trigrams where the server has them."""
    with psycopg.connect(owner, autocommit=True) as connection:
        known = connection.execute(
            "SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'"
        ).fetchone()
        if not known:
            return []
        connection.execute("CREATE EXTENSION pg_trgm")
        connection.execute("CREATE INDEX ON demands_demand USING gin (text gin_trgm_ops)")
        took = []
        for query in queries[:20]:
            start = perf_counter()
            connection.execute(
                "SELECT id FROM demands_demand WHERE text %% %s"
                " ORDER BY similarity(text, %s) DESC LIMIT 5",
                [query, query],
            ).fetchall()
            took.append((perf_counter() - start) * 1000)
    theirs = statistics.median(took)
    name = f"likely repeats among {DEMANDS:,} demands, beside pg_trgm"
    return [Result(name, ours, "ms", "–", True, "pg_trgm with GIN", theirs, ours / theirs)]


if __name__ == "__main__":
    tell(run())
