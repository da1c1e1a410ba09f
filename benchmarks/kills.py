"""Killed with -9 at random moments, 200 times, while households vote, object and ask.

Whatever was acknowledged over HTTP is there afterwards and counts once: ballots, objections to a
notice, demands. Web processes, worker, database and all at once are killed in turn.
"""

import os
import random
import re
import tempfile
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from benchmarks.ballot_site import cast, number_of, setting
from benchmarks.killed_site import Site
from benchmarks.measure import Result, tell

KILLS: Final = max(4, int(200 * float(os.environ.get("JIUGAI_BENCH_PART", "1"))))
#: Each kind of writing is acknowledged so often between two kills.
BETWEEN: Final = 3
#: Flats for as many ballots as are cast until the last kill, with a breath after each.
FLATS: Final = 100 * KILLS + 200
BREATH: Final = 0.02
#: What is killed in turn; at the end of a row everything at once.
TARGETS: Final = (("web",), ("database",), ("work", "web"), ("serve", "database", "web", "work"))
_CSRF: Final = "a" * 32
#: Made within the site: a notice that is up, of the estate that votes.
NOTICE: Final = """
from django.utils import timezone
from jiugai.apps.accounts.models import Person
from jiugai.apps.accounts.rows import scope
from jiugai.apps.participation.models import Part
from jiugai.apps.participation.notices import services
from jiugai.apps.registry.models import Estate
today = timezone.localdate()
person = Person.objects.get(username="jie")
with scope("110199"):
    notice = services.draft(estate=Estate.objects.get(code="T1"), by=person, on=today, said=dict(
        title="公示", parts={part.value: "有" for part in Part}, places="", days=30,
        answer_days=30))
    services.put_up(pk=notice.pk, by=person, on=today)
print(notice.pk)
"""
Write = Callable[[HTTPConnection, int, str], str]


class Writer(threading.Thread):
    """Households that write one after the other; each tries again until it is answered."""

    def __init__(self, port: int, write: Write) -> None:
        super().__init__(daemon=True)
        self.port, self.write = port, write
        #: What was answered, by the words that were sent.
        self.acknowledged: dict[str, str] = {}
        self.stopping = threading.Event()

    def run(self) -> None:
        """Write until asked to stop; what was not answered is written anew in other words."""
        flat, tries = 0, 0
        while not self.stopping.is_set() and flat < FLATS:
            words = f"第 {flat} 户第 {tries} 次 {random.random()}"
            try:
                connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
                self.acknowledged[words] = self.write(connection, flat, words)
                flat, tries = flat + 1, 0
                time.sleep(BREATH)
            except (OSError, HTTPException, RuntimeError):
                tries += 1
                time.sleep(0.1)


def _posted(connection: HTTPConnection, path: str, flat: int, **said: str) -> str:
    """Post a form as a household's browser does; return where it is led to.

    Raises RuntimeError if the site answered anything else.
    """
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"household=token{flat}; csrftoken={_CSRF}",
    }
    connection.request("POST", path, urlencode({"csrfmiddlewaretoken": _CSRF, **said}), headers)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 302:
        raise RuntimeError(f"{answer.status} {path}")
    return answer.headers.get("Location", "")


def _demand(connection: HTTPConnection, flat: int, words: str) -> str:
    place = _posted(connection, "/r/demands", flat, text=words, kind="other", where="estate")
    if not re.fullmatch(r"/r/demands/\d+", place):
        raise RuntimeError(place)
    return place.rsplit("/", 1)[1]


def run() -> list[Result]:
    """Return how many acknowledged writes were lost or counted twice; none may be."""
    with tempfile.TemporaryDirectory() as name:
        site = Site(Path(name))
        try:
            return _killed(site)
        finally:
            site.stop()


def _killed(site: Site) -> list[Result]:
    vote = number_of(site.run("manage", "shell", "-v", "0", "-c", setting(FLATS)).stdout)
    notice = number_of(site.run("manage", "shell", "-v", "0", "-c", NOTICE).stdout)
    site.serve()

    def ballot(connection: HTTPConnection, flat: int, _words: str) -> str:
        return cast(connection, vote, flat)

    def objection(connection: HTTPConnection, flat: int, words: str) -> str:
        return _posted(connection, f"/r/n/{notice}", flat, text=words)

    writers = {
        "ballots": Writer(site.port, ballot),
        "objections": Writer(site.port, objection),
        "demands": Writer(site.port, _demand),
    }
    for writer in writers.values():
        writer.start()
    _kill(site, list(writers.values()))
    for writer in writers.values():
        writer.stopping.set()
    for writer in writers.values():
        writer.join(60)
    site.run("manage", "verify_vote", str(vote))
    site.run("manage", "verify_record")
    return [
        _counted("ballots", writers, _ballots_wrong(site, writers["ballots"])),
        _counted("objections", writers, _objections_wrong(site, writers["objections"])),
        _counted("demands", writers, _demands_wrong(site, writers["demands"])),
    ]


def _kill(site: Site, writers: list[Writer]) -> None:
    chance = random.Random(20261127)
    for number in range(KILLS):
        before = [len(one.acknowledged) for one in writers]
        site.until(
            lambda before=before: all(  # type: ignore[misc]
                len(one.acknowledged) >= n + BETWEEN
                for one, n in zip(writers, before, strict=True)
            )
        )
        time.sleep(chance.random() / 2)
        names = TARGETS[number % len(TARGETS)]
        site.kill(*names)
        if "serve" in names:
            site.serve()
    before = [len(one.acknowledged) for one in writers]
    site.until(
        lambda: all(len(one.acknowledged) > n for one, n in zip(writers, before, strict=True))
    )


def _ballots_wrong(site: Site, writer: Writer) -> int:
    """Return how many receipts are missing, stand twice, or stand beside another of their flat."""
    kept = [one for (one,) in site.ask("SELECT receipt FROM participation_ballot")]
    standing = site.ask(
        "SELECT flat_id FROM participation_ballot b WHERE NOT EXISTS ("
        " SELECT 1 FROM participation_ballot r WHERE r.revokes_id = b.id)"
    )
    missing = set(writer.acknowledged.values()) - set(kept)
    return len(missing) + len(kept) - len(set(kept)) + len(standing) - len(set(standing))


def _objections_wrong(site: Site, writer: Writer) -> int:
    """Return how many are missing or stand twice, and whether their numbers have a gap."""
    rows = site.ask("SELECT number, text FROM participation_objection ORDER BY number")
    texts = [text for _number, text in rows]
    off = [number for number, _text in rows] != list(range(1, len(rows) + 1))
    return _not_once(writer, texts) + int(off)


def _demands_wrong(site: Site, writer: Writer) -> int:
    """Return how many are missing, stand twice, or under another number than was answered."""
    rows = site.ask("SELECT id::text, text FROM demands_demand")
    ids = {text: pk for pk, text in rows}
    wrong = sum(ids.get(words) != pk for words, pk in writer.acknowledged.items())
    return wrong + _not_once(writer, [text for _pk, text in rows])


def _not_once(writer: Writer, texts: list[str]) -> int:
    counts: dict[str, int] = {}
    for text in texts:
        counts[text] = counts.get(text, 0) + 1
    return sum(counts.get(words, 0) != 1 for words in writer.acknowledged)


def _counted(name: str, writers: dict[str, Writer], wrong: int) -> Result:
    words = f"{KILLS} kills: {name} lost or twice, of {len(writers[name].acknowledged):,}"
    return Result(words, wrong, "", "0", wrong == 0)


if __name__ == "__main__":
    tell(run())
