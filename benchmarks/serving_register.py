"""The register as JSON: list, filter and one estate of 220,000, sixteen clients, against Directus.

Both serve the same made-up estates from the same PostgreSQL, one after the other, and both
count all that match. Their answers are checked against the data before the clock starts.
"""

import json
import sys
from collections.abc import Callable
from typing import Final

from benchmarks.measure import Result, tell
from benchmarks.serving import data
from benchmarks.serving.directus import directus
from benchmarks.serving.fill import fill
from benchmarks.serving.ours import register, start_ours
from benchmarks.serving.postgres import server, version
from benchmarks.serving.questions import estate_ids, filtered_pages, pages
from benchmarks.serving.race import Runner, alone, per_second, race, slow_answers
from benchmarks.serving.same import check_register
from benchmarks.serving.scratch import say
from benchmarks.serving.service import stop_with_children
from benchmarks.serving.sides import Register

ASKED: Final[dict[str, Callable[[Register], list[str]]]] = {
    "list of 50": lambda side: [side.page(page) for page in pages()],
    "filtered list of 50": lambda side: [side.page(page) for page in filtered_pages()],
    "one estate": lambda side: [side.estate(id_) for id_ in estate_ids()],
}


def run() -> list[Result]:
    """Return two lines for each question: requests a second, and the time of slow answers."""
    with server() as postgres:
        say("writing the made-up data")
        filled = fill(postgres.create("ours"), with_buildings=False)
        theirs = postgres.create("peers")
        data.write(theirs)
        with start_ours(filled) as base, directus(theirs) as peer:
            ours = register(base, filled.token)
            return [line for what in ASKED for line in lines(what, [ours, peer])]


def lines(what: str, sides: list[Register]) -> list[Result]:
    """Return both lines of a question; ours comes first."""
    for side in sides:
        check_register(side)
    loads = race([runner(side, what) for side in sides])
    name = f"{what}, {data.ESTATES:,} estates, 16 clients"
    return [form(name, sides[0].name, loads) for form in (per_second, slow_answers)]


def peers_only() -> None:
    """Print what the peer reaches alone."""
    with server() as postgres:
        database = postgres.create("peers")
        say(f"{version(database)}: writing the made-up data")
        data.write(database)
        with directus(database) as peer:
            check_register(peer)
            for what in ASKED:
                for line in alone(what, race([runner(peer, what)])):
                    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def runner(side: Register, what: str) -> Runner:
    """Return a side with the paths of a question."""
    return Runner(side.name, side.base, ASKED[what](side), side.headers)


if __name__ == "__main__":
    stop_with_children()
    peers_only() if "--peers-only" in sys.argv else tell(run())
