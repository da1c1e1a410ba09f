"""To-do list and application: 100,000 applications, sixteen clients, against Directus.

Both serve the same made-up applications from the same PostgreSQL. A to-do list is the first page
of what lies on a desk of a division, the nearest deadline first; an application comes with every
step. Answers are compared before the clock starts. The pages of the site itself, whole, are timed
beside them.
"""

import json
import statistics
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final
from urllib.parse import quote, urlencode

import numpy as np

from benchmarks.measure import Result, seconds, tell
from benchmarks.serving import applications, data
from benchmarks.serving.data import DISTRICTS
from benchmarks.serving.directus import bearer as bearer_of_peer
from benchmarks.serving.directus import directus
from benchmarks.serving.fill import CITY, fill
from benchmarks.serving.ours import bearer, start_ours
from benchmarks.serving.postgres import server
from benchmarks.serving.race import Runner, race, slow_answers
from benchmarks.serving.same import SAMPLE, expect
from benchmarks.serving.scratch import say
from benchmarks.serving.service import fetch, stop_with_children

PAGE: Final = 30
WAITING: Final = ("street", "district", "city")
LIST: Final = (
    "id number estate estate_name division body body_name asked_on households answered agreeing "
    "items desk since due_on confirmation project"
).split()
PAGES: Final = ("/today", "/applications", "/applications/1")
WAIT: Final = 1.0


def run() -> Iterator[Result]:
    """Yield a line for the to-do list, one for an application, and one for the pages."""
    with server() as postgres:
        say("writing the made-up data")
        filled = fill(postgres.create("ours"), with_buildings=False)
        applications.fill(CITY)
        theirs = postgres.create("peers")
        data.write(theirs, with_buildings=False)
        applications.write(theirs)
        say("starting the sides")
        with start_ours(filled) as base, directus(theirs, "applications") as (at, token):
            ours = Runner("jiugai", base, [], bearer(filled.token))
            peer = Runner("Directus", at, [], bearer_of_peer(token))
            yield from compared(ours, peer)
            yield site_pages(base, filled.session)


def compared(ours: Runner, peer: Runner) -> Iterator[Result]:
    """Yield how long slow answers take on both sides, after a look whether they say the same."""
    asked = {
        "to-do list of 30": [(our_list(one), their_list(one)) for one in lists()],
        "one application": [(our_one(id_), their_one(id_)) for id_ in ids()],
    }
    for what, pairs in asked.items():
        for mine, theirs in pairs[:SAMPLE]:
            expect(ours.name, mine, said(ours, mine), said(peer, theirs))
        sides = zip((ours, peer), zip(*pairs, strict=True), strict=True)
        loads = race([replace(side, paths=list(paths)) for side, paths in sides])
        name = f"{what}, {applications.APPLICATIONS:,} applications, 16 clients"
        yield slow_answers(name, ours.name, loads)


def said(side: Runner, path: str) -> list[dict[str, Any]]:
    """Return the applications of an answer, with the number of their steps where it has them."""
    told = json.loads(fetch(side.base, path, side.headers))
    found = told if "number" in told else told.get("data", told.get("items"))
    return [
        {name: one[name] for name in LIST} | {"steps": len(one.get("steps", ()))}
        for one in (found if isinstance(found, list) else [found])
    ]


def lists() -> list[tuple[str, str]]:
    """Return desks and divisions whose to-do lists are asked for."""
    return [(desk, division) for division in DISTRICTS for desk in WAITING]


def our_list(asked: tuple[str, str]) -> str:
    """Return the path of our to-do list."""
    desk, division = asked
    return "/api/v1/applications?" + urlencode(
        {"desk": desk, "division": division, "sort": "due_on", "limit": PAGE}
    )


def our_one(id_: int) -> str:
    """Return the path of one of our applications."""
    return f"/api/v1/applications/{id_}"


def their_one(id_: int) -> str:
    """Return the path of one of the peer's applications, with its steps."""
    return f"/items/applications/{id_}?fields={','.join([*LIST, 'wishes', 'steps'])}"


def their_list(asked: tuple[str, str]) -> str:
    """Return the path of the peer's to-do list."""
    desk, division = asked
    words = f"filter[desk][_eq]={desk}&filter[division][_starts_with]={division}"
    return "/items/applications?" + quote(
        f"{words}&sort=due_on,id&limit={PAGE}&fields={','.join(LIST)}", safe="=&,"
    )


def ids() -> list[int]:
    """Return a thousand applications, by id."""
    chosen = np.random.default_rng(21).choice(applications.APPLICATIONS, 1000, replace=False)
    return [int(one) + 1 for one in chosen]


def site_pages(base: str, session: str) -> Result:
    """Return the slowest of the pages that people open, each the median of five times."""
    headers = {"Cookie": f"sessionid={session}"}
    took = {
        path: statistics.median(seconds(partial(fetch, base, path, headers), runs=5))
        for path in PAGES
    }
    slowest = max(took, key=lambda path: took[path])
    name = f"pages of the site, {applications.APPLICATIONS:,} applications, slowest ({slowest})"
    return Result(name, took[slowest], "s", f"≤ {WAIT:.0f} s", took[slowest] <= WAIT)


if __name__ == "__main__":
    stop_with_children()
    tell(run())
