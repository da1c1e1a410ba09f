"""The register as JSON: list, filter and one estate of 220,000, sixteen clients, against Directus.

Both serve the same made-up estates from the same PostgreSQL, one after the other, and both
count all that match. Their answers are checked against the data before the clock starts.
"""

import json
import statistics
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final
from urllib.parse import urlencode

from benchmarks.measure import Result, seconds, tell
from benchmarks.serving import data
from benchmarks.serving.directus import directus, side
from benchmarks.serving.fill import DISTRICT, fill
from benchmarks.serving.load import CLIENTS
from benchmarks.serving.ours import register, start_ours
from benchmarks.serving.postgres import server, version
from benchmarks.serving.questions import PAGE, Page, estate_ids, filtered_pages, pages
from benchmarks.serving.race import Runner, alone, per_second, race, slow_answers
from benchmarks.serving.same import SAMPLE, check_register, expect
from benchmarks.serving.scratch import say
from benchmarks.serving.service import fetch, stop_with_children
from benchmarks.serving.sides import Register

ASKED: Final[dict[str, Callable[[Register], list[str]]]] = {
    "list of 50": lambda side: [side.page(page) for page in pages()],
    "filtered list of 50": lambda side: [side.page(page) for page in filtered_pages()],
    "one estate": lambda side: [side.estate(id_) for id_ in estate_ids()],
}

RESTRICTED: Final = 1.2
WAIT: Final = 1.0
#: What people do on the list page: open it, filter it, sort it, search it, turn far on.
LOOKED_AT: Final = (
    "",
    f"division={DISTRICT}&verdict=not_met&built_to=1990",
    "order=households&backwards=on",
    urlencode({"q": "梅园"}),
    "q=my",
    "page=4000",
)


def run() -> Iterator[Result]:
    """Yield two lines for each question: requests a second, and the time of slow answers."""
    with server() as postgres:
        say("writing the made-up data")
        filled = fill(postgres.create("ours"), with_buildings=False)
        theirs = postgres.create("peers")
        data.write(theirs, with_buildings=False)
        say("starting the sides")
        with start_ours(filled) as base, directus(theirs, "estates") as (at, token):
            peer = side(at, token)
            ours = register(base, filled.token)
            district = register(base, filled.district_token, name="one district's officer")
            for one in (ours, peer):
                check_register(one)
            yield site_list(base, filled.session)
            for what in ASKED:
                yield from lines(what, [ours, peer])
            yield restricted(district, ours)


def lines(what: str, sides: list[Register]) -> list[Result]:
    """Return both lines of a question; ours comes first."""
    loads = race([runner(side, what) for side in sides])
    name = f"{what}, {data.ESTATES:,} estates, 16 clients"
    return [form(name, sides[0].name, loads) for form in (per_second, slow_answers)]


def restricted(district: Register, city: Register) -> Result:
    """Return how long a restricted user waits for a list, against who may see all of the city."""
    paths = [city.page(Page(offset=at * PAGE, division=DISTRICT)) for at in range(20)]
    for path in paths[:SAMPLE]:
        mine, theirs = district.asked(path), city.asked(path)
        expect(district.name, path, mine["items"], theirs["items"])
        expect(district.name, path, mine["count"], theirs["count"])
    sides = (district, city)
    loads = race([Runner(one.name, one.base, paths, one.headers) for one in sides])
    mine, theirs = (1000 * CLIENTS / loads[one.name].per_second for one in sides)
    name = f"list of 50 of one district, {data.ESTATES:,} estates, 16 clients: its own officer"
    bar, ratio = f"≤ {RESTRICTED:.2f} × peer", mine / theirs
    return Result(name, mine, "ms", bar, ratio <= RESTRICTED, "the city's", theirs, ratio)


def site_list(base: str, session: str) -> Result:
    """Return the slowest of what people do on the list page, each the median of five times."""
    headers = {"Cookie": f"sessionid={session}"}
    took = {
        path: statistics.median(seconds(partial(fetch, base, path, headers), runs=5))
        for path in map("/estates?{}".format, LOOKED_AT)
    }
    slowest = max(took, key=lambda path: took[path])
    name = f"list page of the site, {data.ESTATES:,} estates, slowest of {len(took)} ({slowest})"
    return Result(name, took[slowest], "s", f"≤ {WAIT:.0f} s", took[slowest] <= WAIT)


def peers_only() -> None:
    """Print what the peer reaches alone."""
    with server() as postgres:
        database = postgres.create("peers")
        say(f"{version(database)}: writing the made-up data")
        data.write(database, with_buildings=False)
        with directus(database, "estates") as at:
            peer = side(*at)
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
