"""Durable ballots a second through HTTP, against pgbench's single-row commits on the same server.

Each ballot goes through the site as a browser sends it: session, row security, row, line of the
record, commit, receipt; each voter waits for the receipt before the next begins. pgbench inserts
one row and commits, over the single connection that it takes unasked, and over as many as make it
fastest on two cores. The live tally of 40,000 households is timed after the last of them.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter, sleep
from typing import Final

import psycopg

from benchmarks.ballot_site import cookies, form, number_of, receipt_in, setting
from benchmarks.measure import Result, peak_gib, tell
from benchmarks.serving.load import WRK
from benchmarks.serving.scratch import debian
from benchmarks.serving.scratch import run as command

FLATS: Final = 40_000
VOTERS: Final = 64
CONNECTIONS: Final = 16
SECONDS: Final = 3
ROUNDS: Final = 3
BAR: Final = 0.30
TALLY_BAR: Final = 100.0
PORT: Final = 8269
ROW: Final = "INSERT INTO bench_row (text) VALUES ('a ballot in a single row');\n"


def run() -> list[Result]:
    """Return how many ballots a second, and how long a tally of all households takes."""
    with tempfile.TemporaryDirectory() as name, _served(Path(name)) as vote:
        folder = Path(name)
        _prepare_bare(folder)
        receipts = _ballots(vote, 0, folder, seconds=1)  # warm
        rounds = []
        for _round in range(ROUNDS):
            bare = [_bare(folder, connections) for connections in (1, CONNECTIONS)]
            # those on their way when the time was over were cast without being answered
            kept = _ballots(vote, len(receipts) + (len(rounds) + 1) * VOTERS, folder)
            receipts += kept
            rounds.append((len(kept) / SECONDS, *bare))
        _check(folder, receipts)
        tally = _tally(folder, vote, len(receipts))
    return [
        _beside(rounds, 1, "pgbench, single-row commits over one connection, as it does unasked"),
        _beside(rounds, 2, f"pgbench, single-row commits over {CONNECTIONS} connections"),
        Result(
            f"live tally of {FLATS:,} households",
            tally,
            "ms",
            f"≤ {TALLY_BAR:.0f} ms",
            tally <= TALLY_BAR,
        ),
    ]


def _beside(rounds: list[tuple[float, ...]], side: int, peer: str) -> Result:
    """Return ballots a second beside those that a peer commits, pair by pair."""
    ratio = statistics.median(one[0] / one[side] for one in rounds)
    return Result(
        f"durable ballots a second through HTTP, {VOTERS} voters at a time",
        statistics.median(one[0] for one in rounds),
        "/s",
        f"≥ {BAR:.2f} × peer",
        ratio >= BAR,
        peer,
        statistics.median(one[side] for one in rounds),
        ratio,
        peak_gib(),
    )


@contextmanager
def _served(folder: Path) -> Iterator[int]:
    """Serve a site with a running vote; yield the vote's number."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JIUGAI_", "DATABASE_URL", "DJANGO_"))
    } | {"JIUGAI_DATA": str(folder), "JIUGAI_SECOND_FACTOR": "off"}
    site = [sys.executable, "-m", "jiugai.site"]
    subprocess.run([*site, "prepare"], env=environment, check=True)  # noqa: S603 - ourselves
    made = subprocess.run(  # noqa: S603 - ourselves
        [*site, "manage", "shell", "-v", "0", "-c", setting(FLATS)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    with subprocess.Popen([*site, "serve", "--port", str(PORT)], env=environment) as process:  # noqa: S603 - ourselves
        try:
            _wait()
            yield number_of(made.stdout)
        finally:
            process.terminate()


def _wait() -> None:
    end = perf_counter() + 120
    while perf_counter() < end:
        try:
            connection = HTTPConnection("127.0.0.1", PORT, timeout=5)
            connection.request("GET", "/r/in")
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        sleep(0.2)
    raise RuntimeError("The site does not answer.")


def _superuser(folder: Path) -> str:
    return f"host={folder / 'postgres'} user=postgres dbname=jiugai"


def _prepare_bare(folder: Path) -> None:
    with psycopg.connect(_superuser(folder), autocommit=True) as connection:
        connection.execute("CREATE TABLE bench_row (id bigserial PRIMARY KEY, text text)")
    (folder / "row.sql").write_text(ROW)


def _bare(folder: Path, connections: int) -> float:
    """Return how many single rows pgbench commits in a second, over some connections."""
    from jiugai.site.embedded import binaries

    said = subprocess.run(  # noqa: S603 - ourselves
        [
            binaries() / "pgbench",
            *("-n", "-h", str(folder / "postgres"), "-U", "postgres"),
            *(
                "-f",
                str(folder / "row.sql"),
                "-c",
                str(connections),
                "-j",
                str(min(2, connections)),
            ),
            *("-T", str(SECONDS), "jiugai"),
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    found = re.search(r"tps = ([\d.]+)", said)
    if found is None:
        raise RuntimeError(said)
    return float(found[1])


def _ballots(vote: int, first: int, folder: Path, *, seconds: int = SECONDS) -> list[str]:
    """Cast ballots for a while, one for each flat from a first one on; return their receipts."""
    debian("wrk", proof=WRK)
    answers = folder / "answers.txt"
    command(
        *(str(WRK), "-t1", f"-c{VOTERS}", f"-d{seconds}s", "--timeout", "30s"),
        *("-s", str(Path(__file__).with_suffix(".lua")), f"http://127.0.0.1:{PORT}", "--"),
        *(str(vote), str(first), form(), cookies("@"), str(answers)),
    )
    answered = [line.split(" ", 1) for line in answers.read_text().splitlines()]
    return [receipt_in(int(status), address) for status, address in answered]


#: Timed within the site: what a page asks for, after the roll was read once.
_TALLY: Final = """
import statistics, sys
from time import perf_counter
from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import Vote
from jiugai.apps.participation.votes.counting import standing_of
took = []
with scope("110199"):
    vote = Vote.objects.get(pk={vote})
    for _run in range(8):
        start = perf_counter()
        standing = standing_of(vote)
        took.append(perf_counter() - start)
assert standing.flats == {flats} and standing.ballots >= {cast}, standing.ballots
print(statistics.median(took[1:]) * 1000)
"""


def _tally(folder: Path, vote: int, cast_: int) -> float:
    """Return the milliseconds of a live tally, with ballots of every flat in."""
    _fill(folder)
    said = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-m", "jiugai.site", "manage", "shell", "-v", "0", "-c",
         _TALLY.format(vote=vote, flats=FLATS, cast=cast_)],
        env=os.environ | {"JIUGAI_DATA": str(folder)},
        check=True,
        capture_output=True,
        text=True,
    )  # fmt: skip
    return float(said.stdout.strip().splitlines()[-1])


def _fill(folder: Path) -> None:
    """Give every flat without one a ballot, so that the tally reads as many as there can be."""
    with psycopg.connect(_superuser(folder)) as connection:
        connection.execute("""
            INSERT INTO participation_ballot
                (division, household_id, sequence, mark, channel, at, receipt, nonce,
                 flat_id, vote_id)
            SELECT f.division, f.household_id, 1, 1 + f.number % 3, 'door', now(),
                lpad(f.id::text, 12, '0'), md5(f.id::text), f.id, f.vote_id
            FROM participation_rollflat f
            WHERE NOT EXISTS (SELECT 1 FROM participation_ballot b WHERE b.flat_id = f.id)""")


def _check(folder: Path, receipts: list[str]) -> None:
    """Raise RuntimeError unless each ballot that was answered is there once, with its line."""
    with psycopg.connect(_superuser(folder)) as connection:
        found = connection.execute(
            """
            SELECT count(*), count(DISTINCT b.flat_id), count(DISTINCT l.id)
            FROM participation_ballot b
            JOIN audit_line l ON l.subject = 'participation.ballot'
                AND l.subject_id = b.id::text
            WHERE b.channel = 'online' AND b.receipt = ANY(%s)""",
            [receipts],
        ).fetchone()
    if found != (len(receipts),) * 3:
        raise RuntimeError(f"{found} ballots of {len(receipts)}.")


if __name__ == "__main__":
    tell(run())
